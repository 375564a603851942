package dev.rehearsal.api.own;

import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.approval.FreezeWindows;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.EnactmentService;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads and writes the windows in which channels are frozen. */
@RestController
@RequestMapping("/api/freeze_windows")
public class FreezeWindowsApi extends NumberedRowsApi<FreezeWindow> {

    FreezeWindowsApi(FreezeWindows windows, EnactmentService enactment) {
        super("freeze_windows", RowKinds.FREEZE_WINDOWS, windows, enactment);
    }

    @Override
    String title(FreezeWindow added) {
        return "Freeze window " + added.title();
    }
}
