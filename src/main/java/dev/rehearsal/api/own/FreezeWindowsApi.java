package dev.rehearsal.api.own;

import dev.rehearsal.api.json.JsonFields;
import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.approval.FreezeWindows;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Reads and writes the windows in which channels are frozen; they are written at once where that needs no signoff. */
@RestController
@RequestMapping("/api/freeze_windows")
public class FreezeWindowsApi {

    private final FreezeWindows windows;
    private final EnactmentService enactment;

    FreezeWindowsApi(FreezeWindows windows, EnactmentService enactment) {
        this.windows = windows;
        this.enactment = enactment;
    }

    @GetMapping
    Map<String, Object> list() {
        List<Map<String, @Nullable Object>> all =
                windows.all().stream().map(RowKinds.FREEZE_WINDOWS::told).toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("count", all.size());
        answer.put("freeze_windows", all);
        return answer;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> add(@AuthenticationPrincipal Actor actor, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        fields.allowOnly(RowKinds.FREEZE_WINDOWS.fieldNames());
        FreezeWindow window = RowKinds.FREEZE_WINDOWS.read(fields);
        fields.refuseProblems();
        return written(enactment.enactAtOnce(
                actor, "Freeze window " + window.title(), List.of(RowKinds.FREEZE_WINDOWS.change(null, null, window))));
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(@PathVariable long id) {
        return windows.find(id)
                .map(RowKinds.FREEZE_WINDOWS::told)
                .orElseThrow(() -> RefusedException.notFound("there is no freeze window " + id));
    }

    /** Takes the whole window. */
    @PutMapping("/{id}")
    Map<String, @Nullable Object> replace(
            @AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestBody JsonNode body) {
        JsonFields fields = JsonFields.of(body);
        Set<String> names = new HashSet<>(RowKinds.FREEZE_WINDOWS.fieldNames());
        names.addAll(Set.of("id", "data_version"));
        fields.allowOnly(names);
        int seen = fields.integer("data_version");
        FreezeWindow window = RowKinds.FREEZE_WINDOWS.read(fields);
        fields.refuseProblems();
        return written(enactment.enactAtOnce(
                actor, "Change freeze window " + id, List.of(RowKinds.FREEZE_WINDOWS.change(id, seen, window))));
    }

    /** Returns the window as this very set wrote it, whatever became of it since. */
    private Map<String, @Nullable Object> written(ChangeSet set) {
        return RowKinds.FREEZE_WINDOWS.told(windows.writtenBy(set.id()).orElseThrow());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Actor actor, @PathVariable long id, @RequestParam("data_version") int seen) {
        enactment.enactAtOnce(
                actor, "Remove freeze window " + id, List.of(RowKinds.FREEZE_WINDOWS.change(id, seen, null)));
    }
}
