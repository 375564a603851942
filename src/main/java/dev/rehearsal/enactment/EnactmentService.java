package dev.rehearsal.enactment;

import dev.rehearsal.access.Access;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.access.StepUp;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSetEditor;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.NewChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.enactment.store.BreakGlassStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Tables;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Judges sets and applies them under one lock: what was judged is what is applied. */
@Service
public class EnactmentService {

    private static final Logger LOG = LoggerFactory.getLogger(EnactmentService.class);

    /** What ends a line of the log, or does not show in it. */
    private static final String NOT_IN_ONE_LINE = "[\\p{C}\\p{Zl}\\p{Zp}]+";

    private final WriteLock writeLock;
    private final ChangeQueue queue;
    private final LiveTables live;
    private final ApprovalContextReader circumstances;
    private final ReadinessCheck check;
    private final EnactmentWriter writer;
    private final ServedStates served;
    private final BreakGlassStore breakGlass;
    private final PassedElsewhereHint elsewhere;
    private final ChangeSets changeSets;
    private final ChangeSetEditor editor;
    private final Access access;
    private final StepUp stepUp;
    private final DigestWatch digests;
    private final ExemptUses exemptUses;
    private final FollowedTables followed;
    private final RailJudge rails;
    private final ObjectProvider<AfterEnactment> after;

    EnactmentService(
            WriteLock writeLock,
            ChangeQueue queue,
            LiveTables live,
            ApprovalContextReader circumstances,
            ReadinessCheck check,
            EnactmentWriter writer,
            ServedStates served,
            BreakGlassStore breakGlass,
            PassedElsewhereHint elsewhere,
            ChangeSets changeSets,
            ChangeSetEditor editor,
            Access access,
            StepUp stepUp,
            DigestWatch digests,
            ExemptUses exemptUses,
            FollowedTables followed,
            RailJudge rails,
            ObjectProvider<AfterEnactment> after) {
        this.writeLock = writeLock;
        this.queue = queue;
        this.live = live;
        this.circumstances = circumstances;
        this.check = check;
        this.writer = writer;
        this.served = served;
        this.breakGlass = breakGlass;
        this.elsewhere = elsewhere;
        this.changeSets = changeSets;
        this.editor = editor;
        this.access = access;
        this.stepUp = stepUp;
        this.digests = digests;
        this.exemptUses = exemptUses;
        this.followed = followed;
        this.rails = rails;
        this.after = after;
    }

    /** Takes obstacles out of the transaction, which leaves no trace then. */
    private static final class InTheWay extends RuntimeException {

        private final transient List<Obstacle> obstacles;
        private final transient List<RailQuestion> questions;

        InTheWay(List<Obstacle> obstacles, List<RailQuestion> questions) {
            super(null, null, false, false);
            this.obstacles = List.copyOf(obstacles);
            this.questions = List.copyOf(questions);
        }
    }

    /**
     * Makes a change set of these changes and enacts it in the same moment: a direct edit, with the history of any other.
     * What is pending, due or not, has no say in it.
     *
     * @throws RefusedException if signoffs are needed, or a gate is in the way, besides what scheduling refuses
     */
    public ChangeSet enactAtOnce(Actor author, String title, List<Proposal> changes) {
        return enactDifference(author, title, changes).orElseThrow(ChangeSets::nothingAsked);
    }

    /** Enacts a direct edit; empty, and nothing is written, where all is as asked for already. */
    public Optional<ChangeSet> enactDifference(Actor author, String title, List<Proposal> changes) {
        editor.prepare(changes);
        boolean configuration = changes.stream().allMatch(Proposal::isOfConfiguration);
        return within(
                author,
                configuration ? WriteKind.QUEUE : WriteKind.LIVE,
                write -> enactDifference(write, author, title, changes));
    }

    /**
     * Does a write in which something is enacted at once; it may be begun twice.
     *
     * @throws RefusedException with everything that is in the way
     */
    <T> T within(Actor by, WriteKind kind, Function<Write, T> work) {
        try {
            return judged(() -> writeLock.write(by, kind, work));
        } catch (InTheWay found) {
            throw refused(found.obstacles, Obstacle::sentence);
        }
    }

    /** Tries once more where nothing but what guard rails say of just this was not known: they judge without the lock. */
    private <T> T judged(Supplier<T> attempt) {
        try {
            return attempt.get();
        } catch (InTheWay found) {
            if (found.questions.isEmpty()) {
                throw found;
            }
            rails.judge(found.questions);
            return attempt.get();
        }
    }

    /** Enacts a direct edit within a larger write, for which {@link #within} was asked; empty where all is as asked for already. */
    Optional<ChangeSet> enactDifference(Write write, Actor author, String title, List<Proposal> changes) {
        NewChangeSet asked = new NewChangeSet(author, title, write.at(), changes);
        Tables tables = live.at(write.found());
        ChangeSetEditor.Place place = new ChangeSetEditor.Place(tables, List.of(), Map.of());
        return editor.create(write, asked, false, place, true)
                .map(set -> alone(write, set, tables).getLast());
    }

    /** Whatever version of the set it is. */
    public ChangeSet enact(Actor by, ChangeSetId id) {
        return enact(by, id, null);
    }

    /**
     * Enacts a pending set before or after it is due: alone, or with what is due before it, as the enactor would.
     *
     * @param dataVersion that of the set which the caller has seen; null if they do not say
     * @throws RefusedException with everything that is in the way
     */
    public ChangeSet enact(Actor by, ChangeSetId id, @Nullable Integer dataVersion) {
        requireToEnact(by);
        return enact(by, id, dataVersion, null, BreakGlassScope.NONE).getLast();
    }

    /** @throws RefusedException unless this is somebody who may enact what is scheduled */
    public void requireToEnact(Actor by) {
        access.require(by, new RequiredPermission(PermissionName.SCHEDULED_CHANGE, Action.ENACT, null));
    }

    /**
     * Break-glass: enacts a pending set although something stands in the way that can be passed over. Where it is asked
     * for, it takes a fresh proof of who does it.
     *
     * @param dataVersion that of the set which the caller has seen; null if they do not say
     * @param reason 1 to 2,000 characters, for everybody to read
     * @param others sets for which the same is passed over, since this one can only go with them
     * @param over what is passed over; everything else stands in the way as ever
     */
    public ChangeSet breakGlass(
            Actor by,
            ChangeSetId id,
            @Nullable Integer dataVersion,
            String reason,
            Collection<ChangeSetId> others,
            Set<BreakGlassScope.Over> over) {
        access.require(by, new RequiredPermission(PermissionName.BREAK_GLASS, null, null));
        if (reason.isBlank() || reason.length() > 2_000) {
            throw RefusedException.invalid("break_glass", "must say why, in 1 to 2,000 characters");
        }
        Set<ChangeSetId> named = new HashSet<>(others);
        named.add(id);
        return enact(by, id, dataVersion, reason.strip(), new BreakGlassScope(named, over))
                .getLast();
    }

    /** Says what a set was enacted past, and why; empty for any set that met everything. */
    public Optional<BreakGlass> breakGlass(ChangeSetId id) {
        return breakGlass.of(id);
    }

    /** Applies the set that this very write has made, with nothing before it. */
    private List<ChangeSet> alone(Write write, ChangeSet set, Tables tables) {
        return apply(
                write,
                set,
                new Decision.Situation(tables, List.of(), circumstances.read(), write.at()),
                null,
                BreakGlassScope.NONE);
    }

    /**
     * @param dataVersion that of the set which the caller has seen; null if they do not say
     * @param reason why something is passed over; null if nothing is
     * @return what was enacted, the set that was asked for last
     */
    List<ChangeSet> enact(
            Actor by,
            ChangeSetId id,
            @Nullable Integer dataVersion,
            @Nullable String reason,
            BreakGlassScope passedOver) {
        Expected expected;
        try {
            expected = judged(() ->
                    writeLock.write(by, WriteKind.LIVE, write -> enact(write, id, dataVersion, reason, passedOver)));
        } catch (InTheWay found) {
            // What was passed instead is looked up without the lock.
            throw refused(found.obstacles, elsewhere::sentence);
        }
        served.verify(expected.liveVersion(), id);
        return expected.enacted();
    }

    private Expected enact(
            Write write,
            ChangeSetId id,
            @Nullable Integer dataVersion,
            @Nullable String reason,
            BreakGlassScope passedOver) {
        ChangeSet set = changeSets.current(id, dataVersion);
        set.requirePending();
        List<ChangeSet> enacted = apply(write, set, situation(write), reason, passedOver);
        return new Expected(enacted, write.found().liveVersion() + 1);
    }

    private record Expected(List<ChangeSet> enacted, long liveVersion) {}

    private Decision.Situation situation(Write write) {
        return new Decision.Situation(live.at(write.found()), queue.pending(), circumstances.read(), write.at());
    }

    private List<ChangeSet> apply(
            Write write, ChangeSet set, Decision.Situation now, @Nullable String reason, BreakGlassScope passedOver) {
        followed.refuseIfMirrored(set);
        Decision.Plan planned = check.plan(set, now, passedOver);
        if (!planned.obstacles().isEmpty()) {
            rails.read(planned.questions());
            throw new InTheWay(planned.obstacles(), planned.questions());
        }
        if (reason != null) {
            requireStepUp(write, planned.steps());
        }
        live.tell(write);
        List<ChangeSet> enacted = writer.apply(write, write.by(), planned.steps());
        served.record(write, now, planned.live(), planned.untested());
        digests.becomes(planned.live());
        exemptUses.record(write, planned.steps(), now.context());
        if (reason != null) {
            for (ChangeSet gone : enacted) {
                if (passedOver.sets().contains(gone.id())) {
                    breakGlass.insert(write, gone.id(), reason, passedOver.over());
                }
            }
            LOG.warn(
                    "NOTICE: {} enacted {} past {}: \"{}\"",
                    write.by(),
                    enacted.stream().map(one -> "change set " + one.id()).toList(),
                    BreakGlassScope.Over.names(passedOver.over()),
                    reason.replaceAll(NOT_IN_ONE_LINE, " "));
        }
        AfterEnactment.Together together = new AfterEnactment.Together(
                planned.steps(), enacted, planned.effects(), planned.gates(), planned.rails(), reason, passedOver);
        after.orderedStream().forEach(completed -> completed.complete(write, together));
        return enacted;
    }

    /** Requires of whoever breaks the glass a proof of who they are, for exactly what goes live by it. */
    private void requireStepUp(Write write, List<Step> steps) {
        stepUp.require(
                write.by(), steps.stream().map(step -> step.digest().value()).toList(), write.at());
    }

    /** A person hears of everything at once; the reason is the most basic one. */
    private static RefusedException refused(List<Obstacle> obstacles, Function<Obstacle, String> said) {
        List<Problem> problems = obstacles.stream()
                .map(obstacle -> new Problem("", said.apply(obstacle)))
                .toList();
        if (obstacles.stream().anyMatch(Obstacle.MayNot.class::isInstance)) {
            return RefusedException.forbidden(problems);
        }
        if (obstacles.stream().anyMatch(EnactmentService::isAskedForWrongly)) {
            return RefusedException.invalid(problems);
        }
        return RefusedException.conflict(problems);
    }

    /** Balrog answers 400 to missing signoffs. */
    private static boolean isAskedForWrongly(Obstacle obstacle) {
        return obstacle instanceof Obstacle.SignoffsMissing
                || obstacle instanceof Obstacle.TooFewSigners
                || obstacle instanceof Obstacle.TooFewUrgent
                || obstacle instanceof Obstacle.Unmeetable;
    }
}
