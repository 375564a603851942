package dev.rehearsal.startup;

import dev.rehearsal.dataset.DatasetFile;
import dev.rehearsal.dataset.DatasetImport;
import dev.rehearsal.ledger.StorageFailure;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.mirror.Follower;
import dev.rehearsal.snapshot.KeptFile;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.snapshot.SnapshotOnDisk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Fills and loads the tables before the web server takes its first request. Without a database it serves what was kept, and
 * does so when that is back.
 */
@Component
class Launch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);

    private final String dataset;
    private final DatasetImport imports;
    private final Follower follower;
    private final SnapshotKeeper snapshots;
    private final ObjectProvider<DemoPast> past;
    private final DatabaseAtStart database;
    private final SnapshotOnDisk disk;
    private final KeptFile kept;
    private final WriteLock writeLock;
    private volatile boolean running;
    private String lastTold = "";

    Launch(
            @Value("${rehearsal.import:}") String dataset,
            DatasetImport imports,
            Follower follower,
            SnapshotKeeper snapshots,
            ObjectProvider<DemoPast> past,
            DatabaseAtStart database,
            SnapshotOnDisk disk,
            KeptFile kept,
            WriteLock writeLock) {
        this.past = past;
        this.database = database;
        this.disk = disk;
        this.kept = kept;
        this.writeLock = writeLock;
        this.dataset = dataset;
        this.imports = imports;
        this.follower = follower;
        this.snapshots = snapshots;
    }

    @Override
    public void start() {
        if (!database.isReady()) {
            disk.serve();
        } else if (kept.isThere() && writeLock.isOfACopy()) {
            goOnFromACopy();
        } else {
            load();
        }
        running = true;
    }

    /** It may lag behind what this node has served already; then it is looked at again and again, as if it were away. */
    private void goOnFromACopy() {
        disk.serve();
        try {
            load();
        } catch (TransientDataAccessResourceException e) {
            LOG.warn("{}", e.getMessage());
        }
    }

    /** What went wrong is told when it is something else than the last time. */
    @Scheduled(fixedDelayString = "${rehearsal.nodes.poll:1s}")
    void goOn() {
        if (!running || database.isReady()) {
            return;
        }
        try {
            database.tryAgain();
            load();
            LOG.info(
                    "The database is back: serving version {} from it",
                    snapshots.current().version().version());
        } catch (RuntimeException e) {
            String told = StorageFailure.reason(e);
            if (StorageFailure.of(e) != StorageFailure.AWAY && !told.equals(lastTold)) {
                LOG.error("The database is back, but cannot be used: {}", told, e);
                lastTold = told;
            }
        }
    }

    private void load() {
        if (!dataset.isBlank()) {
            DatasetFile file = DatasetFile.at(dataset.strip());
            DemoPast demo = past.getIfAvailable();
            if (demo == null) {
                imports.run(file);
            } else {
                demo.play(file);
            }
        }
        follower.begin();
        snapshots.current();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, whose phase is near the greatest. */
    @Override
    public int getPhase() {
        return 0;
    }
}
