package dev.rehearsal.enactment.exploration;

import static dev.rehearsal.enactment.exploration.Altered.with;
import static dev.rehearsal.enactment.exploration.Altered.withDigest;

import dev.rehearsal.approval.GateCheck;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.Ballot;
import dev.rehearsal.enactment.BreakGlassScope;
import dev.rehearsal.enactment.Decision.Plan;
import dev.rehearsal.enactment.Decision.Situation;
import dev.rehearsal.enactment.Obstacle;
import dev.rehearsal.enactment.Provenance;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.enactment.Step;
import dev.rehearsal.enactment.StepDigest;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Makes judges that have a fault: they let go what the decision would keep back, or look at something else than it does. */
final class FaultyJudges {

    static final Provenance NOBODY = new Provenance() {
        @Override
        public Map<String, Set<Actor>> ofParts(Release live) {
            return Map.of();
        }

        @Override
        public List<RuleVersion> ofRule(Rule live) {
            return List.of();
        }

        @Override
        public Set<Actor> ofPin(Pins.Key pin) {
            return Set.of();
        }
    };

    private FaultyJudges() {}

    interface Forgiven {
        boolean isForgiven(ChangeSet set, Obstacle obstacle);
    }

    interface Fresh {
        boolean counts(Signoff signoff, ChangeSet set, StepDigest digest);
    }

    static boolean isAboutSignoffs(Obstacle obstacle) {
        return obstacle instanceof Obstacle.SignoffsMissing || obstacle instanceof Obstacle.TooFewSigners;
    }

    static Judge forgiving(Forgiven forgiven) {
        return new Judge() {
            @Override
            Plan plan(World world, ChangeSet set, Situation now, BreakGlassScope scope) {
                Plan plan = super.plan(world, set, now, scope);
                boolean all = !plan.obstacles().isEmpty()
                        && plan.obstacles().stream().allMatch(obstacle -> forgiven.isForgiven(set, obstacle));
                return all ? unjudged(now, List.of(set), plan) : plan;
            }
        };
    }

    /** Takes the signoffs that seem fresh for ones that sign what is there now. */
    static Judge signing(Fresh fresh) {
        return new Judge() {
            @Override
            Plan plan(World world, ChangeSet set, Situation now, BreakGlassScope scope) {
                Readiness readiness = readiness(world, set, now);
                StepDigest present = readiness.alone().digest();
                return super.plan(
                        world,
                        set,
                        with(
                                now,
                                signoff ->
                                        fresh.counts(signoff, set, present) ? withDigest(signoff, present) : signoff),
                        scope);
            }
        };
    }

    static Judge changing(UnaryOperator<ChangeSet> sets, UnaryOperator<Situation> situations) {
        return new Judge() {
            @Override
            Plan plan(World world, ChangeSet set, Situation now, BreakGlassScope scope) {
                return super.plan(world, sets.apply(set), situations.apply(now), scope);
            }

            @Override
            Readiness readiness(World world, ChangeSet set, Situation now) {
                return super.readiness(world, sets.apply(set), situations.apply(now));
            }

            @Override
            Map<ChangeSet, List<Obstacle>> unfit(World world, Situation now) {
                Map<ChangeSet, List<Obstacle>> unfit = new HashMap<>();
                super.unfit(world, situations.apply(now))
                        .forEach((found, reasons) -> now.queue().stream()
                                .filter(set -> set.id().equals(found.id()))
                                .forEach(set -> unfit.put(set, reasons)));
                return unfit;
            }
        };
    }

    /** Makes sets live although something stands against them; what does not fit stays as it is. */
    static Plan unjudged(Situation now, List<ChangeSet> sets, Plan otherwise) {
        Stage stage = Stage.of(now.live(), sets.stream().map(ChangeSet::queued).toList(), Cast.CONTENTS);
        if (!stage.conflicts().isEmpty()) {
            return otherwise;
        }
        List<Step> steps = new ArrayList<>();
        for (int place = 0; place < sets.size(); place++) {
            steps.add(new Step(
                    sets.get(place),
                    stage.steps().get(place).transitions(),
                    List.of(),
                    Requirements.NONE,
                    new StepDigest(new TreeMap<>()),
                    Ballot.EMPTY,
                    Set.of(),
                    List.of(),
                    List.of()));
        }
        return new Plan(steps, stage.staged(), List.of(), List.of(), List.of(), Set.of(), List.of(), List.of());
    }

    static GateCheck.Evidence evidenceOf(World world) {
        return new GateCheck.Evidence() {
            @Override
            public List<Verdict> verdictsOn(TestedState state) {
                return world.verdicts.stream()
                        .filter(verdict -> verdict.state().equals(state))
                        .toList();
            }

            @Override
            public boolean servedLately(TestedState state) {
                return world.served.contains(state);
            }
        };
    }
}
