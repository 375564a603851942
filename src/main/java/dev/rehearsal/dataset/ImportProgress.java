package dev.rehearsal.dataset;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every few seconds how far a long import is; a short one says nothing. */
final class ImportProgress {

    private static final Logger LOG = LoggerFactory.getLogger(ImportProgress.class);
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(2);

    private long lastTold = System.nanoTime();

    void at(int releases) {
        long now = System.nanoTime();
        if (now - lastTold >= INTERVAL) {
            LOG.info("importing releases: {} …", releases);
            lastTold = now;
        }
    }
}
