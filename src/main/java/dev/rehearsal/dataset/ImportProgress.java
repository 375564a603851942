package dev.rehearsal.dataset;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells every few seconds how far a long import is, whatever it is at; a short one says nothing. */
final class ImportProgress implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportProgress.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread telling;
    private volatile String step = "reading the dataset";

    private ImportProgress() {
        this.telling = Thread.ofPlatform().daemon().name("import-progress").start(this::tell);
    }

    static ImportProgress begin() {
        return new ImportProgress();
    }

    void at(int releases) {
        at(releases + " releases");
    }

    /** @param next what is done from now on, such as {@code committing} */
    void at(String next) {
        step = next;
    }

    private void tell() {
        try {
            while (!over.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("importing: {} …", step);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        telling.interrupt();
    }
}
