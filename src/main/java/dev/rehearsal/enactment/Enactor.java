package dev.rehearsal.enactment;

import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.ledger.StorageFailure;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.serve.NodeRole;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enacts what is due, in queue order, each set in a transaction of its own. A set that cannot go does not hold up others.
 * Any number of nodes may run one: the write lock makes each set go exactly once.
 */
@Component
public class Enactor {

    /** Who enacts, in histories of sets; the changes themselves are by the set's author. */
    public static final Actor ACTOR = new Actor("enactor");

    private static final Logger LOG = LoggerFactory.getLogger(Enactor.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** How long a state in which nothing can go is not looked at again: what was given lately may be old by then. */
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(1);

    private final EnactmentService enactment;
    private final ReadinessCheck check;
    private final ChangeQueue queue;
    private final LiveTables live;
    private final ApprovalContextReader circumstances;
    private final WriteLock writeLock;
    private final Clock clock;
    private final DatabaseClock databaseClock;
    private final FollowedTables followed;
    private final boolean works;
    private final TransactionTemplate consistentRead;
    private Duration pause = Duration.ZERO;
    private Instant pausedUntil = Instant.MIN;
    private volatile @Nullable Idle idle;
    private volatile @Nullable DueSets known;

    Enactor(
            EnactmentService enactment,
            ReadinessCheck check,
            ChangeQueue queue,
            LiveTables live,
            ApprovalContextReader circumstances,
            WriteLock writeLock,
            Clock clock,
            DatabaseClock databaseClock,
            FollowedTables followed,
            PlatformTransactionManager transactions,
            @Value(NodeRole.OPTION) NodeRole role) {
        this.enactment = enactment;
        this.check = check;
        this.queue = queue;
        this.live = live;
        this.circumstances = circumstances;
        this.writeLock = writeLock;
        this.clock = clock;
        this.databaseClock = databaseClock;
        this.followed = followed;
        this.works = role.isForAdmins();
        this.consistentRead = new TransactionTemplate(transactions);
        consistentRead.setReadOnly(true);
        consistentRead.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Scheduled(fixedDelayString = "${rehearsal.enactor.interval:5s}")
    void tick() {
        if (!works || clock.instant().isBefore(pausedUntil)) {
            return;
        }
        try {
            if (!databaseClock.isTrusted()) {
                LOG.warn(
                        "This node's clock is off by {}: it enacts nothing by itself until that is set right",
                        databaseClock.skew());
                return;
            }
            enactDue();
            pause = Duration.ZERO;
        } catch (DataAccessException | TransactionException e) {
            pause = pause.isZero() ? Duration.ofSeconds(1) : pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
            pausedUntil = clock.instant().plus(pause);
            if (StorageFailure.of(e) == StorageFailure.FAULT) {
                LOG.error("Nothing is enacted, and the reason is a fault of ours; next try in {}", pause, e);
            } else {
                LOG.warn(
                        "The database cannot be reached: nothing is enacted, next try in {}: {}",
                        pause,
                        e.getMessage());
            }
        }
    }

    /** The situation that was looked at, and at which version. */
    private record Seen(SnapshotVersion version, Decision.Situation situation) {}

    /**
     * A state in which nothing can go.
     *
     * @param until when something else is due, or what depends on the clock is looked at again
     */
    private record Idle(SnapshotVersion version, Instant since, Instant until) {

        boolean goesOn(SnapshotVersion now, Instant at) {
            return version.equals(now) && !at.isBefore(since) && at.isBefore(until);
        }
    }

    /** Enacts everything that is due and can go. Where nothing was written since it found nothing, it looks at nothing. */
    public void enactDue() {
        Idle found = idle;
        if (found != null && found.goesOn(writeLock.version(), databaseClock.now())) {
            return;
        }
        idle = null;
        Seen seen = see();
        if (disarmUnfit(seen.situation())) {
            seen = see();
        }
        Set<ChangeSetId> tried = new HashSet<>();
        Optional<ChangeSet> next = next(seen.situation(), tried);
        while (next.isPresent()) {
            tried.add(next.get().id());
            enact(next.get());
            seen = see();
            next = next(seen.situation(), tried);
        }
        if (tried.isEmpty()) {
            idle = new Idle(seen.version(), seen.situation().at(), until(seen.situation()));
        }
    }

    private Instant until(Decision.Situation now) {
        return now.queue().stream()
                .map(ChangeSet::due)
                .filter(due -> due.isAfter(now.at()))
                .reduce(earliest(now.at().plus(LONGEST_IDLE), check.nextChange(now.context())), Enactor::earliest);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * Judged without the lock first: sets may wait for signatures for days. What nothing has touched since the last look is
     * not judged again; the one that goes is, under the lock.
     */
    private Optional<ChangeSet> next(Decision.Situation now, Set<ChangeSetId> tried) {
        DueSets due = check.due(known, now);
        known = due;
        return due.able().stream()
                .filter(set -> !tried.contains(set.id()))
                .filter(set -> !followed.decidesAlone(set))
                .findFirst();
    }

    /** Any write does it; where nobody writes, this one. */
    private boolean disarmUnfit(Decision.Situation now) {
        boolean isNeeded = check.unfit(now).keySet().stream().anyMatch(set -> !followed.decidesAlone(set));
        if (isNeeded) {
            writeLock.write(ACTOR, WriteKind.QUEUE, write -> write);
        }
        return isNeeded;
    }

    private Seen see() {
        return Objects.requireNonNull(consistentRead.execute(status -> {
            SnapshotVersion version = writeLock.version();
            return new Seen(
                    version,
                    new Decision.Situation(
                            live.at(version), queue.pending(), circumstances.read(), databaseClock.now()));
        }));
    }

    private void enact(ChangeSet set) {
        try {
            List<ChangeSet> enacted = enactment.enact(ACTOR, set.id(), null, null, BreakGlassScope.NONE);
            enacted.forEach(one -> LOG.info("Change set {} '{}' is live", one.id(), one.title()));
        } catch (RefusedException refused) {
            LOG.info("Change set {} is not enacted by this node now: {}", set.id(), refused.getMessage());
        } catch (DataIntegrityViolationException | IllegalStateException | IllegalArgumentException e) {
            LOG.error("Change set {} cannot be enacted, and the reason is a fault of ours", set.id(), e);
        }
    }
}
