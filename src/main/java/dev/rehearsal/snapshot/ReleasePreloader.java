package dev.rehearsal.snapshot;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.ledger.StateReplaced;
import dev.rehearsal.live.StoredContents;
import java.time.Duration;
import java.util.Iterator;
import java.util.SequencedSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Loads in the background whatever the current state may be asked for, so that a node whose database goes away still has
 * every answer. The cache of compiled releases bounds it: what does not fit is loaded when it is asked for, as ever.
 */
@Component
class ReleasePreloader implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReleasePreloader.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final StoredContents contents;
    private final SnapshotKeeper snapshots;
    private final Semaphore toDo = new Semaphore(0);
    private volatile boolean running;
    private volatile Count count = new Count(0, 0);

    ReleasePreloader(StoredContents contents, SnapshotKeeper snapshots) {
        this.contents = contents;
        this.snapshots = snapshots;
    }

    /**
     * @param reachable how many releases the latest state that was looked at may serve, or name as a source of partials
     * @param inMemory how many of these are loaded so far
     */
    record Count(int reachable, int inMemory) {}

    Count count() {
        return count;
    }

    @EventListener
    void onStateReplaced(StateReplaced event) {
        toDo.release();
    }

    @Override
    public void start() {
        running = true;
        toDo.release();
        Thread.ofVirtual().name("releases-at-hand").start(this::loadUntilStopped);
    }

    /** No interrupt: H2 closes the file of a database whose reader is interrupted. */
    @Override
    public void stop() {
        running = false;
        toDo.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loadUntilStopped() {
        try {
            boolean done = true;
            while (running) {
                if (done) {
                    toDo.acquire();
                } else if (toDo.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.debug("The state was replaced before all of its releases were loaded");
                }
                toDo.drainPermits();
                done = !running || load();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return false if the database did not answer, so that it is to be tried again */
    private boolean load() {
        try {
            load(ReleasesToServe.of(snapshots.current(), contents));
            return true;
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("Releases cannot be loaded for now: {}", e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.error("Releases that may be asked for cannot be loaded", e);
            return true;
        }
    }

    private void load(SequencedSet<ContentHash> reachable) {
        boolean hadAll = count.inMemory() == count.reachable();
        Iterator<ContentHash> rest = reachable.iterator();
        long room = contents.capacity();
        int loaded = 0;
        while (running && rest.hasNext()) {
            room -= contents.blob(rest.next()).weight();
            if (room < 0) {
                if (hadAll) {
                    LOG.warn(
                            "Only {} of the {} releases that may be asked for fit into memory: while the database is away the others are not served. A larger heap (-Xmx) holds more.",
                            loaded,
                            reachable.size());
                }
                break;
            }
            loaded++;
        }
        count = new Count(reachable.size(), loaded);
    }
}
