package dev.rehearsal.snapshot;

import dev.rehearsal.ledger.StateReplaced;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has what is served kept on disk soon after it was replaced, in a thread of its own, and a last time at the end. */
@Component
class SnapshotWriter implements SmartLifecycle {

    /** How often it is noted that nothing has changed. */
    private static final Duration CONFIRM = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SnapshotOnDisk disk;
    private final Duration every;
    private final Semaphore toDo = new Semaphore(0);
    private final Semaphore ended = new Semaphore(0);
    private volatile @Nullable Thread writing;

    SnapshotWriter(SnapshotOnDisk disk, SnapshotFileProperties properties) {
        this.disk = disk;
        this.every = properties.every();
    }

    @EventListener
    void onStateReplaced(StateReplaced event) {
        toDo.release();
    }

    @Override
    public void start() {
        if (disk.isWanted()) {
            ended.drainPermits();
            writing = Thread.ofVirtual().name("snapshot-file").start(this::writeUntilStopped);
        }
    }

    /** No interrupt: H2 closes the file of a database whose reader is interrupted. */
    @Override
    public void stop() {
        Thread last = writing;
        writing = null;
        ended.release();
        toDo.release();
        if (last != null) {
            try {
                last.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return writing != null;
    }

    private void writeUntilStopped() {
        try {
            boolean stopped = false;
            while (!stopped) {
                boolean replaced = toDo.tryAcquire(CONFIRM.toMillis(), TimeUnit.MILLISECONDS);
                toDo.drainPermits();
                disk.keep();
                stopped = replaced && ended.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)
                        || !replaced && ended.tryAcquire();
            }
            // What was replaced while it waited.
            disk.keep();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
