package dev.rehearsal.api.own;

import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.EnactmentService;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads and writes gates: what must be tested before it can go live. */
@RestController
@RequestMapping("/api/gates")
public class GatesApi extends NumberedRowsApi<Gate> {

    GatesApi(Gates gates, EnactmentService enactment) {
        super("gates", RowKinds.GATES, gates, enactment);
    }

    @Override
    String title(Gate added) {
        return "Gate " + added.liveChannel();
    }
}
