package dev.rehearsal.enactment.rail;

import dev.rehearsal.approval.GuardRails;
import dev.rehearsal.approval.RailFindings;
import dev.rehearsal.approval.RailedStep;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.enactment.ApprovalContextReader;
import dev.rehearsal.enactment.Decision;
import dev.rehearsal.enactment.RailJudge;
import dev.rehearsal.enactment.RailQuestion;
import dev.rehearsal.enactment.ReadinessCheck;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.serve.NodeRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps what guard rails find of pending sets: what nobody has judged yet is judged without the write lock, and kept by a
 * short write.
 */
@Component
public class BackgroundRailJudge implements RailJudge {

    /** Who has steps judged that nobody is waiting for. */
    public static final Actor ACTOR = new Actor("guard rails");

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundRailJudge.class);
    private static final Duration LONGEST_IDLE = Duration.ofMinutes(1);

    private final StepJudge judge;
    private final GuardRails rails;
    private final RailFindings findings;
    private final ReadinessCheck check;
    private final ApprovalContextReader circumstances;
    private final ChangeQueue queue;
    private final LiveTables live;
    private final WriteLock writeLock;
    private final DatabaseClock clock;
    private final boolean works;
    private final TransactionTemplate consistentRead;
    private volatile @Nullable Looked looked;

    BackgroundRailJudge(
            StepJudge judge,
            GuardRails rails,
            RailFindings findings,
            ReadinessCheck check,
            ApprovalContextReader circumstances,
            ChangeQueue queue,
            LiveTables live,
            WriteLock writeLock,
            DatabaseClock clock,
            PlatformTransactionManager transactions,
            @Value(NodeRole.OPTION) NodeRole role) {
        this.judge = judge;
        this.rails = rails;
        this.findings = findings;
        this.check = check;
        this.circumstances = circumstances;
        this.queue = queue;
        this.live = live;
        this.writeLock = writeLock;
        this.clock = clock;
        this.works = role.isForAdmins();
        this.consistentRead = new TransactionTemplate(transactions);
        consistentRead.setReadOnly(true);
        consistentRead.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** A state of which all is judged, until its findings grow old. */
    private record Looked(SnapshotVersion version, Instant at) {}

    /** A step with the terms under which it is judged: several rails may ask the same. */
    private record Asked(String terms, RailedStep step) {}

    @Override
    public void read(Collection<RailQuestion> questions) {
        questions.forEach(judge::read);
    }

    @Override
    public void judge(Collection<RailQuestion> questions) {
        Map<Asked, RailQuestion> once = new LinkedHashMap<>();
        questions.forEach(question -> once.putIfAbsent(new Asked(question.rail().terms(), question.step()), question));
        List<StepJudge.Judged> judged = judge.judge(once.values(), clock.now());
        if (!judged.isEmpty()) {
            writeLock.write(ACTOR, WriteKind.QUEUE, write -> {
                judged.forEach(one -> findings.record(
                        write, one.question().rail().terms(), one.question().step(), one.judgement()));
                return judged.size();
            });
        }
    }

    @Scheduled(fixedDelayString = "${rehearsal.enactor.interval:5s}")
    void tick() {
        if (!works) {
            return;
        }
        try {
            judgeWaiting();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Guard rails judge nothing now: {}", e.getMessage());
        }
    }

    /** Judges what pending sets would do. */
    public void judgeWaiting() {
        Looked before = looked;
        SnapshotVersion version = writeLock.version();
        Instant now = clock.now();
        if (before != null
                && before.version().equals(version)
                && now.isBefore(before.at().plus(LONGEST_IDLE))) {
            return;
        }
        List<RailQuestion> found = rails.all().isEmpty() ? List.of() : check.questions(see());
        judge(found);
        looked = found.isEmpty() ? new Looked(version, now) : null;
    }

    private Decision.Situation see() {
        return Objects.requireNonNull(consistentRead.execute(status -> new Decision.Situation(
                live.at(writeLock.version()), queue.pending(), circumstances.read(), clock.now())));
    }
}
