package dev.rehearsal.serve;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The snapshot that this node answers from. A request takes it once and is answered from that one throughout. */
public final class SnapshotHolder {

    private final AtomicReference<@Nullable Snapshot> held = new AtomicReference<>();

    private volatile @Nullable Instant confirmed;
    private volatile @Nullable Instant stale;

    /** Returns the snapshot that is served; null until the first is loaded. */
    public @Nullable Snapshot current() {
        return held.get();
    }

    /** Says since when what is served may not be what its source holds; null where it follows none, or is current. */
    public void becameStale(@Nullable Instant since) {
        stale = since;
    }

    @Nullable
    Instant staleSince() {
        return stale;
    }

    public void replace(Snapshot snapshot) {
        held.set(snapshot);
    }

    /** Answers nobody until there is something to answer from. */
    public void withhold() {
        held.set(null);
    }

    /** Notes that at this time there was nothing newer than what is served. */
    public void confirm(Instant at) {
        confirmed = at;
    }

    /** Returns how old what is served may be: how long it is since nothing newer was known to be there. */
    public Duration age(Instant now) {
        Instant last = confirmed;
        return last == null || last.isAfter(now) ? Duration.ZERO : Duration.between(last, now);
    }
}
