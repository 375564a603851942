package dev.rehearsal.startup;

import dev.rehearsal.dataset.DatasetFile;
import dev.rehearsal.dataset.DatasetImport;
import dev.rehearsal.snapshot.SnapshotKeeper;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Fills and loads the tables before the web server takes its first request. */
@Component
class Launch implements SmartLifecycle {

    private final String dataset;
    private final DatasetImport imports;
    private final SnapshotKeeper snapshots;
    private final ObjectProvider<DemoPast> past;
    private boolean running;

    Launch(
            @Value("${rehearsal.import:}") String dataset,
            DatasetImport imports,
            SnapshotKeeper snapshots,
            ObjectProvider<DemoPast> past) {
        this.past = past;
        this.dataset = dataset;
        this.imports = imports;
        this.snapshots = snapshots;
    }

    @Override
    public void start() {
        if (!dataset.isBlank()) {
            DatasetFile file = DatasetFile.at(dataset.strip());
            DemoPast demo = past.getIfAvailable();
            if (demo == null) {
                imports.run(file);
            } else {
                demo.play(file);
            }
        }
        snapshots.current();
        running = true;
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
