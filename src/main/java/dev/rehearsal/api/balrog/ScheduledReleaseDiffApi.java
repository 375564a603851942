package dev.rehearsal.api.balrog;

import com.github.difflib.UnifiedDiffUtils;
import dev.rehearsal.change.ScheduledChanges.ScheduledChange;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells what a scheduled change makes of a release as Balrog tells it: a unified diff, keys in order. */
@RestController
class ScheduledReleaseDiffApi {

    private static final int AROUND = 3;

    private final ScheduledChangeFinder finder;
    private final SnapshotKeeper snapshots;
    private final StoredContents contents;

    ScheduledReleaseDiffApi(ScheduledChangeFinder finder, SnapshotKeeper snapshots, StoredContents contents) {
        this.finder = finder;
        this.snapshots = snapshots;
        this.contents = contents;
    }

    /** Empty where nothing differs; of a release that is added or removed, one side is empty. */
    @GetMapping(path = "/api/scheduled_change/diff/release/{scId}", produces = MediaType.TEXT_PLAIN_VALUE)
    String diff(@PathVariable long scId) {
        ScheduledChange scheduled = finder.find(ScheduledKind.RELEASES, scId);
        ReleaseAfterChange before = ReleaseAfterChange.before(
                scheduled.set().id(), ScheduledReleaseRows.nameOf(scheduled), snapshots.current(), contents);
        List<String> was = lines(before);
        List<String> becomes = lines(ReleaseAfterChange.after(scheduled.change(), before));
        return String.join(
                "\n",
                UnifiedDiffUtils.generateUnifiedDiff(
                        "Current Version (Data Version %s)".formatted(before == null ? null : before.dataVersion()),
                        "Scheduled Update (sc_id %d)".formatted(scId),
                        was,
                        PartTexts.differences(was, becomes),
                        AROUND));
    }

    private List<String> lines(@Nullable ReleaseAfterChange release) {
        return release == null ? List.of() : PartTexts.lines(contents.json(release.manifest()));
    }
}
