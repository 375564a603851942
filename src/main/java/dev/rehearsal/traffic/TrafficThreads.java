package dev.rehearsal.traffic;

import dev.rehearsal.serve.sample.SamplingOptions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the rounds once a minute on a thread of its own, which no request waits for, and a last one when the node ends: after
 * the web server, whose last answers count, too.
 */
@Component
class TrafficThreads implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TrafficThreads.class);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_END = Duration.ofSeconds(3);

    private final TrafficRounds rounds;
    private final Duration pause;
    private volatile @Nullable Running running;

    TrafficThreads(TrafficRounds rounds, SamplingOptions options) {
        this.rounds = rounds;
        this.pause = options.every().compareTo(LONGEST_PAUSE) < 0 ? options.every() : LONGEST_PAUSE;
    }

    private record Running(Thread thread, CountDownLatch stopped) {}

    @Override
    public synchronized void start() {
        if (running == null) {
            CountDownLatch stopped = new CountDownLatch(1);
            Thread thread = Thread.ofVirtual().name("traffic").unstarted(() -> goRound(stopped));
            running = new Running(thread, stopped);
            thread.start();
        }
    }

    /** Waits for the last round, but not for a database that does not answer. */
    @Override
    public synchronized void stop() {
        Running ending = running;
        running = null;
        if (ending == null) {
            return;
        }
        ending.stopped().countDown();
        try {
            if (!ending.thread().join(LONGEST_END)) {
                LOG.info("What was sampled of the last requests is not written: the database takes too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** After the start of the tables, which may take long; it ends after the web server. */
    @Override
    public int getPhase() {
        return 1;
    }

    private void goRound(CountDownLatch stopped) {
        try {
            while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                run(rounds::next);
            }
            run(rounds::end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.error("Samples of requests are not kept as they should, and the reason is a fault of ours", e);
        }
    }
}
