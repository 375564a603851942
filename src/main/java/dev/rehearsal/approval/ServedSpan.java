package dev.rehearsal.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span of time in which a live channel served one state.
 *
 * @param since when it was first noted; the state may have been live before
 * @param until null as long as it is live
 */
public record ServedSpan(Instant since, @Nullable Instant until) {

    /** The last millisecond of it that is over. */
    public Instant lastMoment() {
        return until == null ? since : until.minusMillis(1);
    }
}
