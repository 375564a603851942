package dev.rehearsal.insight.timemachine;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.staging.Fingerprint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The difference between what one channel was at two times.
 *
 * @param before null where the test channel was not mapped then; the same holds for {@code after}
 * @param rules that could match the channel at either time and are not the same, by id
 * @param releases that these rules name and that are not the same, by name
 * @param queued sets that a test channel showed at the later time only
 * @param gone sets that it showed at the earlier time only, enacted or withdrawn since
 */
public record TimeDifference(
        @Nullable Side before,
        @Nullable Side after,
        List<RuleDifference> rules,
        List<ReleaseDifference> releases,
        List<ChangeSet> queued,
        List<ChangeSet> gone) {

    /** A side of the difference is what the channel was at one of the times. */
    public record Side(Instant at, String liveChannel, Fingerprint fingerprint) {}

    public boolean isNone() {
        return rules.isEmpty() && releases.isEmpty() && queued.isEmpty() && gone.isEmpty();
    }
}
