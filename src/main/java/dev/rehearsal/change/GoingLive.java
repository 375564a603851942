package dev.rehearsal.change;

import dev.rehearsal.change.store.BreakGlassStore;
import dev.rehearsal.change.store.ChangeSetStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Entry;
import dev.rehearsal.ledger.Journal;
import dev.rehearsal.ledger.Touches;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Judges sets and applies them under one lock: what was judged is what is applied. */
@Component
class GoingLive {

    private static final Logger LOG = LoggerFactory.getLogger(GoingLive.class);

    private final Journal journal;
    private final ChangeSetStore store;
    private final ChangeQueue queue;
    private final LiveTables live;
    private final CircumstancesReader circumstances;
    private final EnactmentPlan plan;
    private final Enacting enacting;
    private final ServedStates served;
    private final BreakGlassStore breakGlass;
    private final PassElsewhere elsewhere;

    GoingLive(
            Journal journal,
            ChangeSetStore store,
            ChangeQueue queue,
            LiveTables live,
            CircumstancesReader circumstances,
            EnactmentPlan plan,
            Enacting enacting,
            ServedStates served,
            BreakGlassStore breakGlass,
            PassElsewhere elsewhere) {
        this.journal = journal;
        this.store = store;
        this.queue = queue;
        this.live = live;
        this.circumstances = circumstances;
        this.plan = plan;
        this.enacting = enacting;
        this.served = served;
        this.breakGlass = breakGlass;
        this.elsewhere = elsewhere;
    }

    /** Takes obstacles out of the transaction, which leaves no trace then. */
    private static final class InTheWay extends RuntimeException {

        private final transient List<Obstacle> obstacles;

        InTheWay(List<Obstacle> obstacles) {
            super(null, null, false, false);
            this.obstacles = List.copyOf(obstacles);
        }
    }

    /** A direct edit: the set that this very write has made, with nothing before it. */
    List<ChangeSet> alone(Entry entry, ChangeSet set, Tables tables) {
        try {
            return apply(
                    entry, set, new EnactmentPlan.Situation(tables, List.of(), circumstances.read(), entry.at()), null);
        } catch (InTheWay found) {
            throw refused(found.obstacles, Obstacle::sentence);
        }
    }

    /**
     * @param dataVersion that of the set which the caller has seen; null if they do not say
     * @param untested why gates are passed over; null if they are not
     * @return what was enacted, the set that was asked for last
     */
    List<ChangeSet> enact(Actor by, ChangeSetId id, @Nullable Integer dataVersion, @Nullable String untested) {
        Expected expected;
        try {
            expected = journal.write(by, Touches.LIVE, entry -> enact(entry, id, dataVersion, untested));
        } catch (InTheWay found) {
            // What was passed instead is looked up without the lock.
            throw refused(found.obstacles, elsewhere::sentence);
        }
        served.verify(expected.liveVersion(), id);
        return expected.enacted();
    }

    private Expected enact(Entry entry, ChangeSetId id, @Nullable Integer dataVersion, @Nullable String untested) {
        ChangeSet set = ChangeSets.current(store, id, dataVersion);
        ChangeSets.refuseUnlessPending(set);
        List<ChangeSet> enacted = apply(entry, set, situation(entry), untested);
        return new Expected(enacted, entry.found().liveVersion() + 1);
    }

    private record Expected(List<ChangeSet> enacted, long liveVersion) {}

    /** What is in the way of a set that is due, without the lock: empty if it is worth taking. */
    List<Obstacle> obstacles(ChangeSet set, EnactmentPlan.Situation now) {
        return plan.of(set, now, false).obstacles();
    }

    private EnactmentPlan.Situation situation(Entry entry) {
        return new EnactmentPlan.Situation(live.at(entry.found()), queue.pending(), circumstances.read(), entry.at());
    }

    private List<ChangeSet> apply(Entry entry, ChangeSet set, EnactmentPlan.Situation now, @Nullable String untested) {
        EnactmentPlan.Plan planned = plan.of(set, now, untested != null);
        if (!planned.obstacles().isEmpty()) {
            throw new InTheWay(planned.obstacles());
        }
        List<ChangeSet> open = new ArrayList<>(store.pending());
        open.addAll(store.inState("held", 0, Integer.MAX_VALUE));
        List<ChangeSet> enacted = enacting.apply(entry, entry.by(), planned.sets(), planned.stage(), open);
        served.record(entry, now, planned.stage().staged());
        if (untested != null) {
            breakGlass.insert(entry, set.id(), untested);
            LOG.warn("NOTICE: {} enacted change set {} untested: {}", entry.by(), set.id(), untested);
        }
        return enacted;
    }

    /** A person hears of everything at once; the reason is the most basic one. */
    private static RefusedException refused(List<Obstacle> obstacles, Function<Obstacle, String> said) {
        List<Problem> problems = obstacles.stream()
                .map(obstacle -> new Problem("", said.apply(obstacle)))
                .toList();
        if (obstacles.stream().anyMatch(Obstacle.MayNot.class::isInstance)) {
            return RefusedException.forbidden(problems);
        }
        if (obstacles.stream().anyMatch(GoingLive::isAboutSignoffs)) {
            return RefusedException.invalid(problems);
        }
        return RefusedException.conflict(problems);
    }

    /** Balrog answers 400 to these. */
    private static boolean isAboutSignoffs(Obstacle obstacle) {
        return obstacle instanceof Obstacle.SignoffsMissing || obstacle instanceof Obstacle.TooFewSigners;
    }
}
