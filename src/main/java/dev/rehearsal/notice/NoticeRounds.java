package dev.rehearsal.notice;

import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.notice.store.NoticeStore;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does one round after another: finds what is to be told, and gives it to its receivers. */
@Component
class NoticeRounds {

    /** How long the same state is not looked at again: what depends on the time alone may be there by then. */
    private static final Duration SAME_STATE = Duration.ofMinutes(1);

    /** How long another state is not looked at either: many writes at once are looked at together. */
    private static final Duration ANY_STATE = Duration.ofSeconds(2);

    private static final Duration PRUNED = Duration.ofHours(1);

    private final SnapshotKeeper snapshots;
    private final WaitingNotices waiting;
    private final StandingNotices standing;
    private final Outbox outbox;
    private final Distribution distribution;
    private final NoticeStore store;
    private final NoticeOptions options;
    private final DatabaseClock clock;
    private volatile @Nullable Looked looked;
    private volatile @Nullable Instant prunedAt;

    NoticeRounds(
            SnapshotKeeper snapshots,
            WaitingNotices waiting,
            StandingNotices standing,
            Outbox outbox,
            Distribution distribution,
            NoticeStore store,
            NoticeOptions options,
            DatabaseClock clock) {
        this.snapshots = snapshots;
        this.waiting = waiting;
        this.standing = standing;
        this.outbox = outbox;
        this.distribution = distribution;
        this.store = store;
        this.options = options;
        this.clock = clock;
    }

    private record Looked(NodeState state, Instant at) {}

    /** Does the next round, in one thread at a time. */
    synchronized void next() {
        Instant now = clock.now();
        if (distribution.hasReceivers()) {
            find(now);
        }
        distribution.run();
        Instant before = prunedAt;
        if (before == null || Duration.between(before, now).abs().compareTo(PRUNED) >= 0) {
            store.prune(now.minus(options.keep()));
            prunedAt = now;
        }
    }

    private void find(Instant now) {
        NodeState state = snapshots.current();
        Looked before = looked;
        if (before != null) {
            Duration known = before.state() == state ? SAME_STATE : ANY_STATE;
            if (Duration.between(before.at(), now).abs().compareTo(known) < 0) {
                return;
            }
        }
        List<NewNotice> found = new ArrayList<>(standing.in(state, now));
        found.addAll(waiting.in(state));
        outbox.putOnce(found, now);
        looked = new Looked(state, now);
    }

    /** Lets the next round do everything, whatever was done a moment ago; waits for none. */
    void forget() {
        looked = null;
        prunedAt = null;
    }
}
