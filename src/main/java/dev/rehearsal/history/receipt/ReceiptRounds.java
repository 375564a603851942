package dev.rehearsal.history.receipt;

import dev.rehearsal.ledger.StateReplaced;
import dev.rehearsal.ledger.StorageFailure;
import dev.rehearsal.serve.NodeRole;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Adds to the chain of receipts after each write and every minute, in the background: no enactment waits for it. */
@Component
class ReceiptRounds {

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptRounds.class);

    /** How long nothing is looked at where nothing was written: what is due by the time alone may be there by then. */
    private static final Duration SAME_STATE = Duration.ofMinutes(1);

    private final ReceiptChain chain;
    private final Receipts receipts;
    private final Clock clock;
    private final boolean works;
    private volatile boolean due = true;
    private volatile @Nullable Seen seen;
    private Instant doneAt = Instant.EPOCH;
    private boolean told;

    ReceiptRounds(ReceiptChain chain, Receipts receipts, Clock clock, @Value(NodeRole.OPTION) NodeRole role) {
        this.chain = chain;
        this.receipts = receipts;
        this.clock = clock;
        this.works = role.isForAdmins();
    }

    /** The state after the latest round of this node. */
    record Seen(ReceiptState state, Optional<Receipt.Head> head) {}

    /** Returns nothing before the first round, and on a node that does none. */
    Optional<Seen> seen() {
        return Optional.ofNullable(seen);
    }

    @EventListener
    void onStateReplaced(StateReplaced replaced) {
        due = true;
    }

    @Scheduled(fixedDelayString = "${rehearsal.nodes.poll:1s}")
    void next() {
        Instant now = clock.instant();
        boolean isQuiet = !due && Duration.between(doneAt, now).abs().compareTo(SAME_STATE) < 0;
        if (!works || isQuiet) {
            return;
        }
        due = false;
        try {
            due |= chain.extend();
            seen = new Seen(receipts.state(), receipts.head());
            doneAt = now;
            told = false;
        } catch (DataAccessException | TransactionException e) {
            due = true;
            LOG.debug("Receipts wait for the database: {}", StorageFailure.reason(e));
        } catch (RuntimeException e) {
            due = true;
            if (!told) {
                LOG.error("Receipts are not written, and the reason is a fault of ours", e);
                told = true;
            }
        }
    }
}
