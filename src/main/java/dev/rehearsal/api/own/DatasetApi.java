package dev.rehearsal.api.own;

import dev.rehearsal.access.Grants;
import dev.rehearsal.dataset.DatasetExport;
import dev.rehearsal.dataset.DatasetExport.Extent;
import dev.rehearsal.ledger.Actor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The whole state as one file, which {@code rehearsal.import} reads. */
@RestController
class DatasetApi {

    private final DatasetExport export;
    private final Grants grants;

    DatasetApi(DatasetExport export, Grants grants) {
        this.export = export;
        this.grants = grants;
    }

    /** Streamed: the releases of one state are larger than memory. It tells what everybody may do. */
    @GetMapping("/api/dataset")
    void dataset(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(name = "change_sets", defaultValue = "true") boolean changeSets,
            HttpServletResponse response)
            throws IOException {
        grants.requireViewOfAll(actor);
        export.write(changeSets ? Extent.EVERYTHING : Extent.WITHOUT_CHANGE_SETS, () -> {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dataset.json\"");
            return response.getOutputStream();
        });
    }
}
