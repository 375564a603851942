package dev.rehearsal.notice;

import dev.rehearsal.enactment.Alarms;
import dev.rehearsal.ledger.StateReplaced;
import dev.rehearsal.serve.NodeRole;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Runs the rounds after each write and every few seconds, on threads of its own: one that finds what there is to
 * tell, and one for each receiver that something is being delivered to. No write waits for any of them.
 */
@Component
class NoticeThreads implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeThreads.class);
    private static final long LONGEST_PAUSE_SECONDS = 5;
    private static final long LONGEST_END_SECONDS = 2;

    private final NoticeRounds rounds;
    private final DeliveryAttempts attempts;
    private final boolean works;
    private final Semaphore reasons = new Semaphore(0);
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ExecutorService threads;

    NoticeThreads(NoticeRounds rounds, DeliveryAttempts attempts, @Value(NodeRole.OPTION) NodeRole role) {
        this.rounds = rounds;
        this.attempts = attempts;
        this.works = role.isForAdmins();
    }

    @Override
    public synchronized void start() {
        if (works && threads == null) {
            ExecutorService started = Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("notices-", 0).factory());
            threads = started;
            started.execute(() -> goRound(started));
        }
    }

    /**
     * Lets what is being delivered come to its end, but waits for it no longer than people wait: whoever goes round next
     * begins with the rest. Nobody is interrupted, which would close the file of an embedded database.
     */
    @Override
    public synchronized void stop() {
        ExecutorService running = threads;
        threads = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        reasons.release();
        try {
            if (!running.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                LOG.info("Something is still being delivered: it may come twice");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    @EventListener
    void onStateReplaced(StateReplaced replaced) {
        reasons.release();
    }

    @EventListener
    void onAlarm(Alarms.Raised raised) {
        rounds.forget();
        reasons.release();
    }

    @EventListener
    void onRevived(Deliveries.Revived revived) {
        reasons.release();
    }

    private void goRound(ExecutorService running) {
        while (threads == running) {
            try {
                rounds.next();
                deliver(running, attempts.due());
            } catch (DataAccessException | TransactionException e) {
                LOG.debug("Notices wait for the database: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("Notices are not sent, and the reason is a fault of ours", e);
            }
            try {
                if (reasons.tryAcquire(LONGEST_PAUSE_SECONDS, TimeUnit.SECONDS)) {
                    reasons.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void deliver(ExecutorService running, List<Delivery> due) {
        for (Delivery delivery : due) {
            if (threads == running && inHand.add(delivery.receiver())) {
                running.execute(() -> deliver(delivery));
            }
        }
    }

    private void deliver(Delivery delivery) {
        try {
            attempts.deliver(delivery);
        } catch (DataAccessException | TransactionException e) {
            LOG.debug("What came of a delivery is not kept, so it is tried again: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A delivery failed, and the reason is a fault of ours", e);
        } finally {
            inHand.remove(delivery.receiver());
            reasons.release();
        }
    }
}
