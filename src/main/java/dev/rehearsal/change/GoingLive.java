package dev.rehearsal.change;

import dev.rehearsal.change.store.BreakGlassStore;
import dev.rehearsal.change.store.ChangeSetStore;
import dev.rehearsal.journal.Actor;
import dev.rehearsal.journal.Entry;
import dev.rehearsal.journal.Journal;
import dev.rehearsal.journal.Touches;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.refusal.Problem;
import dev.rehearsal.refusal.RefusedException;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.List;
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

    GoingLive(
            Journal journal,
            ChangeSetStore store,
            ChangeQueue queue,
            LiveTables live,
            CircumstancesReader circumstances,
            EnactmentPlan plan,
            Enacting enacting,
            ServedStates served,
            BreakGlassStore breakGlass) {
        this.journal = journal;
        this.store = store;
        this.queue = queue;
        this.live = live;
        this.circumstances = circumstances;
        this.plan = plan;
        this.enacting = enacting;
        this.served = served;
        this.breakGlass = breakGlass;
    }

    /** A direct edit: the set that this very write has made, with nothing before it. */
    List<ChangeSet> alone(Entry entry, ChangeSet set, Tables tables) {
        return apply(
                entry, set, new EnactmentPlan.Situation(tables, List.of(), circumstances.read(), entry.at()), null);
    }

    /**
     * @param dataVersion that of the set which the caller has seen; null if they do not say
     * @param untested why gates are passed over; null if they are not
     * @return what was enacted, the set that was asked for last
     */
    List<ChangeSet> enact(Actor by, ChangeSetId id, @Nullable Integer dataVersion, @Nullable String untested) {
        Expected expected = journal.write(by, Touches.LIVE, entry -> {
            ChangeSet set = store.find(id).orElseThrow(() -> RefusedException.notFound("there is no change set " + id));
            ChangeSets.refuseUnseen(set, dataVersion);
            ChangeSets.refuseUnlessPending(set);
            List<ChangeSet> enacted = apply(entry, set, situation(entry), untested);
            return new Expected(enacted, entry.found().liveVersion() + 1);
        });
        served.verify(expected.liveVersion());
        return expected.enacted();
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
        refuse(planned.obstacles());
        List<ChangeSet> open = new ArrayList<>(store.pending());
        open.addAll(store.inState("held", Integer.MAX_VALUE));
        List<ChangeSet> enacted = enacting.apply(entry, entry.by(), planned.sets(), planned.stage(), open);
        served.record(entry, now, planned.stage().staged());
        if (untested != null) {
            breakGlass.insert(entry, set.id(), untested);
            LOG.warn("NOTICE: {} enacted change set {} untested: {}", entry.by(), set.id(), untested);
        }
        return enacted;
    }

    /** A person hears of everything at once; the reason is the most basic one. */
    private static void refuse(List<Obstacle> obstacles) {
        if (obstacles.isEmpty()) {
            return;
        }
        List<Problem> problems = obstacles.stream()
                .map(obstacle -> new Problem("", obstacle.sentence()))
                .toList();
        if (obstacles.stream().anyMatch(Obstacle.MayNot.class::isInstance)) {
            throw RefusedException.forbidden(problems);
        }
        if (obstacles.stream().anyMatch(GoingLive::isAboutSignoffs)) {
            throw RefusedException.invalid(problems);
        }
        throw RefusedException.conflict(problems);
    }

    /** Balrog answers 400 to these. */
    private static boolean isAboutSignoffs(Obstacle obstacle) {
        return obstacle instanceof Obstacle.SignoffsMissing || obstacle instanceof Obstacle.TooFewSigners;
    }
}
