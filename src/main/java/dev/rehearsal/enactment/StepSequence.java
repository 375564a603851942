package dev.rehearsal.enactment;

import dev.rehearsal.access.Person;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.NeededPermissions;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.change.Subject;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Effect;
import dev.rehearsal.staging.EffectTracker;
import dev.rehearsal.staging.Footprint;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Rows;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.staging.Transition;
import dev.rehearsal.staging.WorkingTables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Change sets laid over the live tables one after the other, each judged on the tables that it finds. What is judged is
 * what the tables become: nothing is worked out for one order and used for another.
 */
final class StepSequence {

    private final Tables live;
    private final ApprovalContext now;
    private final DecisionRules rules;
    private final ReleaseContents contents;
    private final Guards guards;
    private final WorkingTables working;
    private final EffectTracker tracker;
    private final FreezeCheck freezes;
    private final NeededSignoffs needed;
    private final Writers writers;
    /** What is asked for on a pair, which is asked for by each set that changes it. */
    private final Map<ProductChannel, Requirements> requiredOnPairs = new HashMap<>();

    private List<Transition> last = List.of();
    /** Whether it has been looked at what the last one does to guarded pairs. */
    private boolean isFollowed = true;
    /** What was laid without a look at what it does to guarded pairs. */
    private List<Transition> unfollowed = new ArrayList<>();

    StepSequence(
            Tables live,
            ApprovalContext now,
            Guards guards,
            EffectTracker.Start start,
            FreezeCheck freezes,
            DecisionRules rules,
            Provenance provenance,
            ReleaseContents contents) {
        this.live = live;
        this.now = now;
        this.rules = rules;
        this.contents = contents;
        this.guards = guards;
        this.working = new WorkingTables(live, contents);
        this.tracker = start.track();
        this.freezes = freezes;
        this.needed = new NeededSignoffs(live, guards.policy(), now);
        this.writers = new Writers(live, provenance, contents);
    }

    /**
     * A set as it does its step.
     *
     * @param effects the guarded pairs that it changes
     * @param uncovered what comes to be served again because of it
     */
    private record Look(
            WorkingTables.Laid laid, List<Effect> effects, List<Effect> uncovered, Rows before, SignedItems items) {

        StepDigest digest() {
            return items.digest(
                    Stream.concat(effects.stream(), uncovered.stream()).toList());
        }
    }

    private Look look(ChangeSet set) {
        followUp();
        WorkingTables.Laid laid = working.lay(set.queued());
        last = laid.transitions();
        List<Effect> effects = tracker.follow(last);
        freezes.follow(last);
        isFollowed = true;
        Rows before = new RowsBefore(last, working);
        return new Look(laid, effects, uncovered(set), before, new SignedItems(set, before, working, contents, now));
    }

    /** Lays a set over the tables as they are and judges it; it stays laid until {@link #takeBack}. */
    Step judge(ChangeSet set) {
        Look look = look(set);
        Consequences comes = consequences(set, look);
        Standing stands = standing(set, look.laid(), look.before(), comes);
        return new Step(
                set,
                last,
                look.effects(),
                stands.required(),
                comes.digest(),
                stands.ballot(),
                comes.writers(),
                stands.obstacles(),
                inUrgency(set, look.effects(), stands));
    }

    /** Lays a set and says what stands against it, what it comes to and what that depends on; it stays laid. */
    DueSets.Place place(ChangeSet set) {
        Look look = look(set);
        Consequences comes = consequences(set, look);
        List<Obstacle> obstacles =
                standing(set, look.laid(), look.before(), comes).obstacles();
        return new DueSets.Place(comes, footprint(set, look), obstacles);
    }

    /**
     * Lays a set that comes to what is known already, and says what stands against it now; it stays laid.
     *
     * @return empty, and nothing is laid, where the rows do not become what they became then
     */
    Optional<DueSets.Place> placeAgain(ChangeSet set, DueSets.Place known) {
        WorkingTables.Laid laid = working.lay(set.queued());
        Consequences comes = known.consequences();
        if (!laid.transitions().equals(comes.transitions())) {
            working.takeBack(laid.transitions());
            return Optional.empty();
        }
        last = laid.transitions();
        freezes.follow(last);
        isFollowed = false;
        return Optional.of(known.with(
                standing(set, laid, new RowsBefore(last, working), comes).obstacles()));
    }

    private Consequences consequences(ChangeSet set, Look look) {
        Set<Actor> wrote =
                new HashSet<>(writers.of(set, look.effects(), look.items().namedReleases(), working));
        wrote.addAll(writers.ofUncovered(look.uncovered()));
        return Consequences.of(set.id(), last, look.effects(), look.digest(), wrote);
    }

    /** How a set stands: what is needed and given, and what is in the way. */
    private record Standing(
            Requirements required,
            Ballot ballot,
            List<Obstacle> obstacles,
            SignoffCount count,
            List<Obstacle> unsigned) {}

    private Standing standing(ChangeSet set, WorkingTables.Laid laid, Rows before, Consequences comes) {
        Requirements required = needed.of(set.changes(), last)
                .and(requiredOn(comes.toSign().stream()))
                .and(requiredToLift(set));
        SignoffCount count = new SignoffCount(now, rules, comes.writers(), productsOf(comes.changed()));
        Ballot ballot = count.ballot(now.signoffsOf(set.id()), comes.digest());
        List<Obstacle> unsigned = count.missing(required, ballot.counted());
        List<Obstacle> obstacles = new ArrayList<>();
        laid.reasons().forEach(reason -> obstacles.add(new Obstacle.InConflict(reason)));
        obstacles.addAll(rowsMoved(set, now));
        obstacles.addAll(mayNot(set, before));
        obstacles.addAll(UnmeetableGuards.of(set, now, rules));
        now.requestsOf(set.id()).forEach(request -> obstacles.add(new Obstacle.ChangesRequested(request.by())));
        now.holdOf(set.id()).map(Obstacle.PlanWaits::new).ifPresent(obstacles::add);
        obstacles.addAll(unsigned);
        obstacles.addAll(freezes.against(set, working));
        return new Standing(required, ballot, List.copyOf(obstacles), count, unsigned);
    }

    private Requirements requiredOn(Stream<ProductChannel> pairs) {
        return pairs.filter(pair -> pair.product() != null)
                .map(pair -> requiredOnPairs.computeIfAbsent(
                        pair, asked -> guards.policy().ofChannel(asked.product(), asked.channel())))
                .reduce(Requirements.NONE, Requirements::and);
    }

    private Requirements requiredToLift(ChangeSet set) {
        return requiredOn(LiftedShutoffs.of(set, () -> live, contents).among(guards.pairs()));
    }

    /** Configuration is never passed over: who guards a channel would be changed by whom it does not ask. */
    private List<Obstacle> inUrgency(ChangeSet set, List<Effect> effects, Standing stands) {
        boolean isUrgent = effects.stream()
                .map(Effect::pair)
                .anyMatch(pair -> !guards.policy()
                        .urgentOf(pair.product(), pair.channel())
                        .isEmpty());
        if (set.isConfiguration() || !isUrgent || stands.unsigned().isEmpty()) {
            return stands.unsigned();
        }
        List<Signoff> counted = stands.ballot().counted();
        UrgentSigners urgent = new UrgentSigners(guards.policy(), counted);
        List<Obstacle> tooFew = urgent.tooFew(effects);
        return tooFew.isEmpty()
                ? stands.count()
                        .missing(
                                urgent.left(needed, new UrgentSigners.ChangedRows(set, last), effects)
                                        .and(requiredToLift(set)),
                                counted)
                : tooFew;
    }

    /** Lays a set and says what its signers would sign; it stays laid until {@link #takeBack}. */
    DigestIndex.Known known(ChangeSet set) {
        Look look = look(set);
        Footprint footprint = footprint(set, look);
        boolean onItsOwn = RowKinds.MAPPINGS.in(set.changes()).findAny().isPresent();
        return new DigestIndex.Known(set, look.digest().value(), footprint, onItsOwn, set.isAboutPeople());
    }

    private Footprint footprint(ChangeSet set, Look look) {
        return Footprint.of(set.changes(), last, look.effects(), look.before(), working, contents);
    }

    /** Makes of the live rows what they have become, before any set is laid. */
    Footprint becomes(List<Transition> transitions) {
        working.put(transitions);
        List<Effect> effects = tracker.follow(transitions);
        return Footprint.of(List.of(), transitions, effects, new RowsBefore(transitions, working), working, contents);
    }

    /** Returns the pairs that ask for signoffs or tests because of what transitions change, if their rows ask for none. */
    List<ProductChannel> guardedBehind(List<Change> changes, List<Transition> transitions) {
        if (!needed.of(changes, transitions).isEmpty()) {
            return List.of();
        }
        working.put(transitions);
        return tracker.follow(transitions).stream()
                .filter(Effect::needsSignoffs)
                .map(Effect::pair)
                .filter(pair -> pair.product() != null)
                .toList();
    }

    private void followUp() {
        if (!unfollowed.isEmpty()) {
            tracker.follow(unfollowed);
            unfollowed = new ArrayList<>();
        }
    }

    private static Set<String> productsOf(Collection<ProductChannel> pairs) {
        return pairs.stream()
                .map(ProductChannel::product)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /**
     * Returns what comes to be served again of guarded channels that the set takes from under another one's state: whatever
     * was written there meanwhile needed nobody's consent.
     */
    private List<Effect> uncovered(ChangeSet set) {
        List<Effect> uncovered = new ArrayList<>();
        RowKinds.MAPPINGS.in(set.changes()).forEach(change -> {
            ChannelMapping before = change.before();
            ChannelMapping after = change.after();
            if (before != null && (after == null || !after.differsInScopeAlone(before))) {
                Tables tables = working.freeze();
                Guards.restingUnder(before, now, Guards.productsNamed(tables, now))
                        .forEach(pair -> uncovered.add(Effect.ofOwnStateAgain(tables, contents, pair)));
            }
        });
        return uncovered;
    }

    /** Lays a set without judging it; one that is in conflict is left out. */
    void lay(ChangeSet set) {
        last = working.lay(set.queued()).transitions();
        freezes.follow(last);
        isFollowed = false;
        keep(set);
    }

    /** Goes on from the set that was judged last. */
    void keep(ChangeSet set) {
        if (!isFollowed) {
            unfollowed.addAll(last);
        }
        needed.follow(last);
        writers.follow(set, last);
        last = List.of();
    }

    /** Takes the set that was judged last off again. */
    void takeBack() {
        working.takeBack(last);
        freezes.takeBack();
        if (isFollowed) {
            tracker.takeBack();
        }
        last = List.of();
    }

    /** Returns what all sets together change for guarded pairs. */
    List<Effect> total() {
        followUp();
        if (!isFollowed) {
            tracker.follow(last);
            isFollowed = true;
        }
        return tracker.total();
    }

    Tables tables() {
        return working.freeze();
    }

    /** Returns what stands against a set because of what it is, rather than because of what people have not done yet. */
    List<Obstacle> unfit(ChangeSet set) {
        WorkingTables.Laid laid = working.lay(set.queued());
        List<Obstacle> obstacles = new ArrayList<>();
        laid.reasons().forEach(reason -> obstacles.add(new Obstacle.InConflict(reason)));
        obstacles.addAll(rowsMoved(set, now));
        obstacles.addAll(mayNot(set, new RowsBefore(laid.transitions(), working)));
        working.takeBack(laid.transitions());
        return obstacles;
    }

    /** Lays a set that {@link #unfit} found nothing against, for those after it. */
    void layUnjudged(ChangeSet set) {
        working.lay(set.queued());
    }

    /** Rows of shutoffs and configuration that are not what they were when the set was saved. */
    static List<Obstacle.RowMoved> rowsMoved(ChangeSet set, ApprovalContext now) {
        List<Obstacle.RowMoved> obstacles = new ArrayList<>();
        for (Change change : set.changes()) {
            if (change instanceof RowChange<?> row && RowConflicts.moved(row, now)) {
                Subject subject = Subject.of(change);
                obstacles.add(new Obstacle.RowMoved(subject.object().replace('_', ' ') + " " + subject.target()));
            }
        }
        return obstacles;
    }

    private List<Obstacle.MayNot> mayNot(ChangeSet set, Rows before) {
        List<Obstacle.MayNot> obstacles = new ArrayList<>();
        for (Change change : set.changes()) {
            Actor answers = set.answersFor(change.id());
            if (NeededPermissions.madeWith(change, set.changes(), before)
                    .filter(addition -> set.answersFor(addition.id()).equals(answers))
                    .isPresent()) {
                continue;
            }
            Person person = now.person(answers);
            for (List<RequiredPermission> anyOf : NeededPermissions.of(change, List.of(live, before, working))) {
                if (anyOf.stream().noneMatch(person::may)) {
                    obstacles.add(new Obstacle.MayNot(answers, anyOf));
                }
            }
        }
        return obstacles.stream().distinct().toList();
    }
}
