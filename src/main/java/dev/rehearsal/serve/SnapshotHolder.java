package dev.rehearsal.serve;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The snapshot that this node answers from. A request takes it once and is answered from that one throughout. */
public final class SnapshotHolder {

    private final AtomicReference<@Nullable Snapshot> held = new AtomicReference<>();

    /** Returns the snapshot that is served; null until the first is loaded. */
    public @Nullable Snapshot current() {
        return held.get();
    }

    public void replace(Snapshot snapshot) {
        held.set(snapshot);
    }
}
