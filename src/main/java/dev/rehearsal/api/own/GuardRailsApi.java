package dev.rehearsal.api.own;

import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.GuardRails;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.EnactmentService;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads and writes guard rails. */
@RestController
@RequestMapping("/api/guard_rails")
public class GuardRailsApi extends NumberedRowsApi<GuardRail> {

    GuardRailsApi(GuardRails rails, EnactmentService enactment) {
        super("guard_rails", RowKinds.GUARD_RAILS, rails, enactment);
    }

    @Override
    String title(GuardRail added) {
        return "Guard rail for " + added.liveChannel();
    }
}
