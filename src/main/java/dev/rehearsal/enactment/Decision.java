package dev.rehearsal.enactment;

import dev.rehearsal.approval.GateCheck;
import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.RailCheck;
import dev.rehearsal.approval.RailFinding;
import dev.rehearsal.approval.RailedStep;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Effect;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.staging.TablesDifference;
import dev.rehearsal.staging.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The one decision on what may go live: from the live tables, the sets in the order in which they would be applied, people,
 * signoffs, verdicts, gates, requirements and mappings to either what is missing or the writes.
 *
 * <p>It reads no clock and no database. Screens and endpoints ask it for their forecast; there is no other spelling of who
 * may sign, what may go live, or what is missing.
 */
public final class Decision {

    private final StepSequences sequences;
    private final GateCheck.Evidence evidence;
    private final RailCheck.Evidence railEvidence;
    private final DecisionRules rules;

    public Decision(
            ReleaseContents contents,
            Provenance provenance,
            GateCheck.Evidence evidence,
            RailCheck.Evidence railEvidence,
            DecisionRules rules) {
        this.sequences = new StepSequences(contents, provenance, rules);
        this.evidence = evidence;
        this.railEvidence = railEvidence;
        this.rules = rules;
    }

    /**
     * The situation is everything that decides, as one transaction sees it.
     *
     * @param queue all pending sets in queue order
     * @param at the earliest instant for when the context was read
     */
    public record Situation(Tables live, List<ChangeSet> queue, ApprovalContext context, Instant at) {

        public Situation {
            context = at.equals(Instant.MIN) ? context : context.at(at);
        }
    }

    /**
     * A plan says what goes live together, or what keeps it from doing so.
     *
     * @param steps in order, with what each does to rows; empty if there are obstacles
     * @param live what will be live; what is live now if there are obstacles
     * @param effects what all steps together change for guarded pairs
     * @param gates what each gate says of what would be live then; empty if there are obstacles
     * @param rails what each guard rail says of that; empty if there are obstacles
     * @param untested the pairs whose gates are passed over
     * @param obstacles what keeps the set that was asked for from going
     * @param questions what guard rails that block have not judged yet
     */
    public record Plan(
            List<Step> steps,
            Tables live,
            List<Effect> effects,
            List<GateFinding> gates,
            List<RailFinding> rails,
            Set<ProductChannel> untested,
            List<Obstacle> obstacles,
            List<RailQuestion> questions) {

        public List<ChangeSet> sets() {
            return steps.stream().map(Step::set).toList();
        }
    }

    /** Decides on one set: alone if it may go alone; otherwise with all due sets before it that may, if that may go. */
    public Plan plan(ChangeSet set, Situation now, BreakGlassScope passedOver) {
        Plan alone = attempt(List.of(), set, now, passedOver);
        if (alone.obstacles().isEmpty()
                || set.isConfiguration()
                || !alone.obstacles().stream().allMatch(Decision::othersMayHelp)) {
            return alone;
        }
        List<ChangeSet> before = now.queue().stream()
                .filter(other -> QueuedSet.QUEUE_ORDER.compare(other.queued(), set.queued()) < 0)
                .filter(other -> !other.due().isAfter(now.at()) && !other.isConfiguration())
                .toList();
        if (before.isEmpty()) {
            return alone;
        }
        Plan together = attempt(before, set, now, passedOver);
        return together.steps().size() > 1 || isOnlyAboutCompany(together) ? together : alone;
    }

    private static boolean isOnlyAboutCompany(Plan plan) {
        return !plan.obstacles().isEmpty()
                && plan.obstacles().stream().allMatch(Obstacle.OthersGoAlong.class::isInstance);
    }

    /** What sets before it may bring: a row that it edits, the state that was tested, or the one that was signed. */
    static boolean othersMayHelp(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.InConflict _,
                    Obstacle.GateClosed _,
                    Obstacle.RailInTheWay _,
                    Obstacle.SignoffsMissing _,
                    Obstacle.TooFewSigners _ -> true;
            case Obstacle.RowMoved _,
                    Obstacle.MayNot _,
                    Obstacle.OthersGoAlong _,
                    Obstacle.Unmeetable _,
                    Obstacle.ChangesRequested _,
                    Obstacle.PlanWaits _,
                    Obstacle.Frozen _ -> false;
            case Obstacle.TooFewUrgent _ -> true;
        };
    }

    private Plan attempt(List<ChangeSet> before, ChangeSet set, Situation now, BreakGlassScope passedOver) {
        StepSequence sequence = sequences.begin(now, set);
        List<Step> steps = new ArrayList<>();
        for (ChangeSet other : before) {
            Step step = sequence.judge(other);
            if (passedOver.leaves(step).isEmpty()) {
                sequence.keep(other);
                steps.add(step);
            } else {
                sequence.takeBack();
            }
        }
        Step own = sequence.judge(set);
        sequence.keep(set);
        steps.add(own);
        List<Effect> effects = sequence.total();
        List<Obstacle> obstacles = new ArrayList<>(passedOver.leaves(own));
        List<ChangeSetId> unnamed = passedOver.unnamed(steps);
        List<GateFinding> gates = gates(now.context()).findings(effects, comeTo(steps));
        List<GateFinding> closed =
                gates.stream().filter(finding -> !finding.isOpen()).toList();
        boolean passesGates = passedOver.passes(BreakGlassScope.Over.GATES);
        if (!passesGates) {
            closed.forEach(finding -> obstacles.add(new Obstacle.GateClosed(finding)));
        }
        List<RailFinding> rails = rails(now.context()).findings(effects, comeTo(steps));
        List<RailFinding> standing =
                rails.stream().filter(finding -> !finding.isOpen()).toList();
        List<RailQuestion> questions = List.of();
        boolean passesRails = passedOver.passes(BreakGlassScope.Over.RAILS);
        if (!passesRails) {
            standing.forEach(finding -> obstacles.add(new Obstacle.RailInTheWay(finding)));
            questions = RailLook.questions(standing, now.live(), sequence.tables());
        }
        if (!unnamed.isEmpty() && (passesGates && !closed.isEmpty() || passesRails && !standing.isEmpty())) {
            obstacles.add(new Obstacle.OthersGoAlong(unnamed));
        }
        Set<ProductChannel> untested = new HashSet<>();
        closed.forEach(finding -> untested.add(
                new ProductChannel(finding.state().product(), finding.state().liveChannel())));
        return obstacles.isEmpty()
                ? new Plan(
                        List.copyOf(steps),
                        sequence.tables(),
                        effects,
                        List.copyOf(gates),
                        List.copyOf(rails),
                        Set.copyOf(untested),
                        List.of(),
                        List.of())
                : new Plan(
                        List.of(),
                        now.live(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Set.of(),
                        List.copyOf(obstacles),
                        questions);
    }

    private RailLook rails(ApprovalContext now) {
        return new RailLook(now, rules, railEvidence);
    }

    private static List<Consequences> comeTo(List<Step> steps) {
        return steps.stream().map(Consequences::of).toList();
    }

    private GateLook gates(ApprovalContext now) {
        return new GateLook(now, rules, evidence);
    }

    /** Returns how one set stands that would go live in its turn, or alone; it need not be pending. */
    public Readiness readiness(ChangeSet set, Situation now) {
        StepSequence turn = sequences.begin(now, set);
        for (ChangeSet other : now.queue()) {
            if (!other.id().equals(set.id()) && QueuedSet.QUEUE_ORDER.compare(other.queued(), set.queued()) < 0) {
                turn.lay(other);
            }
        }
        Step alone = sequences.begin(now, set).judge(set);
        return readiness(
                turn.judge(set),
                alone,
                now.context(),
                evidence.on(gates(now.context()).states(alone.effects())),
                railEvidence.on(railed(now.context(), alone.effects())));
    }

    /** Returns how each pending set stands; cost grows with rules plus changes, once. */
    public Map<ChangeSetId, Readiness> forecast(Situation now) {
        Map<ChangeSetId, Readiness> forecast = new LinkedHashMap<>();
        if (now.queue().isEmpty()) {
            return forecast;
        }
        StepSequence turn = sequences.begin(now, now.queue().getFirst());
        StepSequence alone = sequences.begin(now, now.queue().getFirst());
        List<Step> inTurn = new ArrayList<>();
        List<Step> byThemselves = new ArrayList<>();
        Set<TestedState> states = new HashSet<>();
        Set<RailedStep> railed = new HashSet<>();
        for (ChangeSet set : now.queue()) {
            inTurn.add(turn.judge(set));
            turn.keep(set);
            Step byItself = alone.judge(set);
            alone.takeBack();
            byThemselves.add(byItself);
            railed.addAll(railed(now.context(), byItself.effects()));
            states.addAll(gates(now.context()).states(byItself.effects()));
        }
        GateCheck.Evidence known = evidence.on(states);
        RailCheck.Evidence knownOfRails = railEvidence.on(railed);
        for (int place = 0; place < inTurn.size(); place++) {
            Step step = inTurn.get(place);
            forecast.put(step.set().id(), readiness(step, byThemselves.get(place), now.context(), known, knownOfRails));
        }
        return forecast;
    }

    private static Set<RailedStep> railed(ApprovalContext now, List<Effect> effects) {
        return now.rails().isEmpty() ? Set.of() : RailLook.steps(effects);
    }

    private Readiness readiness(
            Step turn, Step alone, ApprovalContext now, GateCheck.Evidence known, RailCheck.Evidence knownOfRails) {
        List<GateFinding> gates = gates(now).findings(alone.effects(), comeTo(List.of(alone)), known);
        List<RailFinding> rails = rails(now).findings(alone.effects(), comeTo(List.of(alone)), knownOfRails);
        boolean aloneIsSigned =
                alone.required().missing(alone.ballot().counted()).isEmpty();
        Step signed = aloneIsSigned ? alone : turn;
        List<Obstacle> obstacles = new ArrayList<>();
        alone.obstacles().stream()
                .filter(obstacle -> !isAboutSignoffs(obstacle))
                .forEach(obstacles::add);
        signed.obstacles().stream().filter(Decision::isAboutSignoffs).forEach(obstacles::add);
        gates.stream()
                .filter(finding -> !finding.isOpen())
                .forEach(finding -> obstacles.add(new Obstacle.GateClosed(finding)));
        rails.stream()
                .filter(finding -> !finding.isOpen())
                .forEach(finding -> obstacles.add(new Obstacle.RailInTheWay(finding)));
        return new Readiness(signed.required(), signed.ballot(), gates, rails, obstacles, turn.conflict(), turn, alone);
    }

    private static boolean isAboutSignoffs(Obstacle obstacle) {
        return obstacle instanceof Obstacle.SignoffsMissing || obstacle instanceof Obstacle.TooFewSigners;
    }

    /**
     * Returns the due sets that cannot go because of what they are, each with what stands against it both alone and after
     * the due sets before it: a conflict, a row that is gone, or a permission that whoever answers for it lacks.
     */
    public Map<ChangeSet, List<Obstacle>> unfit(Situation now) {
        Map<ChangeSet, List<Obstacle>> unfit = new LinkedHashMap<>();
        List<ChangeSet> due =
                now.queue().stream().filter(set -> !set.due().isAfter(now.at())).toList();
        if (due.isEmpty()) {
            return unfit;
        }
        StepSequence turn = sequences.begin(now, due.getFirst());
        StepSequence alone = sequences.begin(now, due.getFirst());
        for (ChangeSet set : due) {
            List<Obstacle> inTurn = turn.unfit(set);
            if (inTurn.isEmpty()) {
                turn.layUnjudged(set);
            } else if (!alone.unfit(set).isEmpty()) {
                unfit.put(set, inTurn);
            }
        }
        return unfit;
    }

    /**
     * Returns the guarded pairs of which a step would change what decides answers, as far as nothing is exempt, though
     * Balrog asks for no signoff of the rows that it touches.
     */
    List<ProductChannel> guardedBehind(List<Change> changes, List<Transition> transitions, Situation now) {
        StepSequence sequence = sequences.begin(
                now.live(),
                now.context(),
                Guards.of(now.context(), new TreeSet<>(Guards.productsNamed(now.live(), now.context()))));
        return sequence.guardedBehind(changes, transitions);
    }

    /** Returns the due sets that would go, as {@link #plan} says of each; cost grows with rules plus changes, once. */
    public List<ChangeSet> able(Situation now) {
        return due(null, now).able();
    }

    /**
     * Returns how the due sets stand: worked out anew only for those that are new or touched by what has become another
     * since.
     *
     * @param known of an earlier state; null if nothing is
     */
    DueSets due(@Nullable DueSets known, Situation now) {
        List<ChangeSet> due =
                now.queue().stream().filter(set -> !set.due().isAfter(now.at())).toList();
        Guards guards = StepSequences.guards(now, due);
        List<ChannelMapping> mappings = now.context().mappings();
        if (due.isEmpty()) {
            return DueSets.nothing(now.live(), guards, mappings);
        }
        List<Transition> moved = known == null ? List.of() : TablesDifference.between(known.live(), now.live());
        boolean goesOn =
                known != null && known.isUnder(guards, mappings) && moved.size() <= StepSequences.MOST_FOLLOWED;
        DueSets from = known != null && goesOn ? known : DueSets.nothing(now.live(), guards, mappings);
        Set<Object> written = !goesOn || moved.isEmpty()
                ? Set.of()
                : sequences
                        .begin(from.live(), now.context(), guards)
                        .becomes(moved)
                        .writes();
        return from.next(
                now.live(),
                due,
                written,
                sequences.begin(now, due),
                sequences.begin(now, due),
                (laid, along) -> areOpen(laid, along, now.context()));
    }

    /** A rail that has not been judged keeps nothing from being tried: it is judged then. */
    private boolean areOpen(StepSequence laid, List<Consequences> along, ApprovalContext now) {
        return (now.gates().isEmpty()
                        || gates(now).findings(laid.total(), along).stream().allMatch(GateFinding::isOpen))
                && (now.rails().isEmpty()
                        || rails(now).findings(laid.total(), along).stream()
                                .allMatch(finding -> finding.isOpen() || !finding.isJudged()));
    }

    /**
     * Returns what guard rails have not judged yet of what pending sets would do: each alone, and what is due in its turn.
     * Cost grows with rules plus changes, once.
     */
    public List<RailQuestion> questions(Situation now) {
        if (now.context().rails().isEmpty() || now.queue().isEmpty()) {
            return List.of();
        }
        List<RailQuestion> questions = new ArrayList<>();
        StepSequence alone = sequences.begin(now, now.queue().getFirst());
        StepSequence turn = sequences.begin(now, now.queue().getFirst());
        List<Consequences> along = new ArrayList<>();
        for (ChangeSet set : now.queue()) {
            if (!set.isConfiguration()) {
                Step byItself = alone.judge(set);
                questions.addAll(questions(alone, List.of(Consequences.of(byItself)), now));
                alone.takeBack();
            }
            if (!set.isConfiguration() && !set.due().isAfter(now.at())) {
                Step inTurn = turn.judge(set);
                if (inTurn.obstacles().isEmpty()) {
                    along.add(Consequences.of(inTurn));
                    questions.addAll(questions(turn, along, now));
                    turn.keep(set);
                } else {
                    turn.takeBack();
                }
            }
        }
        return List.copyOf(questions);
    }

    private List<RailQuestion> questions(StepSequence laid, List<Consequences> along, Situation now) {
        List<RailFinding> unjudged = rails(now.context()).findings(laid.total(), along).stream()
                .filter(finding -> !finding.isJudged())
                .toList();
        return unjudged.isEmpty() ? List.of() : RailLook.questions(unjudged, now.live(), laid.tables());
    }

    /**
     * Returns what signers of the sets of a queue would sign now, each in its turn: worked out anew only for those that are
     * new or touched by what has become another since.
     *
     * @param known the index of an earlier state
     * @param now with the sets that can be signed as its queue, held ones among them
     */
    DigestIndex index(DigestIndex known, Situation now) {
        Set<String> products = new TreeSet<>(Guards.productsNamed(known.live(), now.context()));
        products.addAll(StepSequences.products(now, List.of()));
        Guards guards = Guards.of(now.context(), products);
        boolean startsAnew = !known.pairs().equals(guards.pairs());
        DigestIndex from = startsAnew ? DigestIndex.nothing(now.live(), guards.pairs()) : known;
        return from.next(
                sequences.begin(from.live(), now.context(), guards),
                TablesDifference.between(from.live(), now.live()),
                now);
    }
}
