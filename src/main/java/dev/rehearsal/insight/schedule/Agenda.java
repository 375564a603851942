package dev.rehearsal.insight.schedule;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Freezes;
import dev.rehearsal.approval.Freezes.Freeze;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.insight.fingerprint.MappedPlaces;
import dev.rehearsal.insight.preview.ChannelOverview;
import dev.rehearsal.insight.preview.ChannelOverview.LiveChannel;
import dev.rehearsal.insight.preview.ChannelOverview.TestChannel;
import dev.rehearsal.insight.preview.TestChannelPreviews;
import dev.rehearsal.insight.review.Audience;
import dev.rehearsal.insight.review.Audiences;
import dev.rehearsal.insight.review.ReadinessOverview;
import dev.rehearsal.insight.review.StateTestStatus;
import dev.rehearsal.insight.review.StateTestStatus.Look;
import dev.rehearsal.insight.review.StateTestStatus.Tested;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.PerState;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.ProductChannel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * The agenda says what is to happen on each live channel, when, and what it still waits for; it is computed once for
 * each state.
 *
 * <p>Signoffs are looked at for the whole queue, since that costs a map lookup for each set. Whether a state is tested
 * needs a stage and fingerprints, so that is asked only of signed sets at the front of a gated channel's queue.
 */
@Service
public class Agenda {

    /** How many sets of each channel are told one by one. */
    public static final int MOST_SETS = 12;

    private static final String DISARMED = "disarmed";
    private static final int MOST_UNDECIDED = 200;

    private final TestChannelPreviews previews;
    private final ChannelOverview overview;
    private final Function<NodeState, Function<ChangeSet, Requirements>> missing;
    private final Function<NodeState, Predicate<ChangeSet>> isAgainstRails;
    private final StateTestStatus tested;
    private final Supplier<List<ChangeSet>> undecided;
    private final Function<NodeState, Instant> now;
    private final PerState<List<Lane>> lanes;
    private final PerState<Audiences> audiences = new PerState<>(Audiences::new);

    @Autowired
    Agenda(
            TestChannelPreviews previews,
            ChannelOverview overview,
            ReadinessOverview standings,
            StateTestStatus tested,
            ChangeSets changeSets,
            Verdicts verdicts,
            Clock clock) {
        this.previews = previews;
        this.overview = overview;
        this.missing = state -> standings.progress(state)::missing;
        this.isAgainstRails = state -> standings.progress(state)::isAgainstRails;
        this.tested = tested;
        this.undecided = () -> changeSets.inState(DISARMED, MOST_UNDECIDED);
        this.now = state -> clock.instant();
        this.lanes = new PerState<>(this::lanes, state -> nextChange(state, verdicts), clock);
    }

    /**
     * @param missing the signoffs that a pending set of a state lacks
     * @param isAgainstRails whether a guard rail keeps a pending set of a state back
     * @param undecided sets that were due and could not go
     */
    public Agenda(
            TestChannelPreviews previews,
            ChannelOverview overview,
            Function<NodeState, Function<ChangeSet, Requirements>> missing,
            Function<NodeState, Predicate<ChangeSet>> isAgainstRails,
            StateTestStatus tested,
            Supplier<List<ChangeSet>> undecided) {
        this.previews = previews;
        this.overview = overview;
        this.missing = missing;
        this.isAgainstRails = isAgainstRails;
        this.tested = tested;
        this.undecided = undecided;
        this.now = state -> state.circumstances().at();
        this.lanes = new PerState<>(this::lanes);
    }

    /** The readiness of a set says what it waits for, the worst last. */
    public enum Readiness {
        /** Nothing but its time. */
        READY,
        /** Its rollout has not let it go yet. */
        NOT_LET_GO,
        /** Tests: neither what it leads to alone nor with what stands before it is passed. */
        UNTESTED,
        UNSIGNED,
        /** Somebody who could sign or test it wants changes of it, and has no answer. */
        REQUESTED,
        /** A guard rail that blocks is not kept, and nobody passes over it. */
        AGAINST_RAILS,
        /** Somebody whose word counts failed what it leads to. */
        FAILED,
        /** It would replace something else than its author saw. */
        CONFLICT
    }

    /** @param missing signoffs; empty if it has them all */
    public record Due(ChangeSet set, Readiness readiness, Requirements missing) {}

    /**
     * One live channel of one product.
     *
     * @param due in queue order, at most {@value #MOST_SETS}; those in conflict are among them
     * @param more how many sets stand behind those
     * @param unsigned how many sets of the whole queue wait for signoffs
     * @param missing how many signoffs of each role these lack together
     * @param shown by test channel, how far testers are with what it shows; only of one product, and where it differs
     * @param undecided sets about it that were due and could not go, and need a decision
     * @param next who must act, and on what
     * @param freeze null for a channel that is not frozen
     */
    public record Lane(
            LiveChannel channel,
            List<Due> due,
            int more,
            int unsigned,
            SortedMap<Role, Integer> missing,
            Map<String, Look> shown,
            List<ChangeSet> undecided,
            NextAct next,
            @Nullable Freeze freeze) {

        public int sets() {
            return due.size() + more;
        }
    }

    /** Returns one for each live channel: those that are mapped in the order in which they were, then the others. */
    public List<Lane> lanes() {
        return lanes.of(previews.state());
    }

    private List<Lane> lanes(NodeState state) {
        Function<ChangeSet, Requirements> lacking = missing.apply(state);
        List<MappedPlaces.Place> gated = MappedPlaces.of(state).stream()
                .filter(place -> isGated(state, place))
                .toList();
        Audiences all = audiences.of(state);
        Map<ChangeSet, Audience> known = new HashMap<>();
        state.queue().forEach(set -> known.put(set, all.of(set)));
        Map<ChangeSet, Audience> disarmed = new LinkedHashMap<>();
        undecided.get().forEach(set -> disarmed.put(set, all.of(set)));
        BiPredicate<ChangeSet, ProductChannel> concerns = (set, place) -> concerns(known.get(set), place);
        return Stream.concat(overview.liveChannels(state).stream(), overview.unmapped(state, concerns).stream())
                .map(channel -> lane(state, channel, gated, lacking, disarmed))
                .toList();
    }

    private static boolean concerns(@Nullable Audience audience, ProductChannel place) {
        return audience != null && audience.includes(place.product(), place.channel());
    }

    private Lane lane(
            NodeState state,
            LiveChannel channel,
            List<MappedPlaces.Place> gated,
            Function<ChangeSet, Requirements> lacking,
            Map<ChangeSet, Audience> disarmed) {
        List<MappedPlaces.Place> tests =
                gated.stream().filter(place -> isOf(place, channel)).toList();
        Set<ChangeSetId> conflicts = new HashSet<>();
        channel.conflicts().stream().map(Conflict::set).forEach(conflicts::add);
        Set<ChangeSetId> concerning = new HashSet<>(conflicts);
        channel.queue().stream().map(ChangeSet::id).forEach(concerning::add);
        List<Due> first = new ArrayList<>();
        SortedMap<Role, Integer> missingOfRoles = new TreeMap<>();
        int unsigned = 0;
        int more = 0;
        for (ChangeSet set : state.queue()) {
            if (!concerning.contains(set.id())) {
                continue;
            }
            Requirements missingOfSet = lacking.apply(set);
            missingOfSet.perRole().forEach((role, count) -> missingOfRoles.merge(role, count, Integer::sum));
            unsigned += missingOfSet.isEmpty() ? 0 : 1;
            if (first.size() == MOST_SETS) {
                more++;
            } else {
                Readiness readiness =
                        conflicts.contains(set.id()) ? Readiness.CONFLICT : waitsFor(state, tests, set, missingOfSet);
                first.add(new Due(set, readiness, missingOfSet));
            }
        }
        List<ChangeSet> stuck = disarmed.entrySet().stream()
                .filter(set -> concerns(set.getValue(), new ProductChannel(channel.product(), channel.channel())))
                .map(Map.Entry::getKey)
                .toList();
        return new Lane(
                channel,
                List.copyOf(first),
                more,
                unsigned,
                missingOfRoles,
                shown(state, channel),
                stuck,
                new NextActs(state).on(channel, first, stuck),
                freezes(state).of(channel.product(), channel.channel()).orElse(null));
    }

    private Freezes freezes(NodeState state) {
        return state.circumstances().at(now.apply(state)).freezes();
    }

    private Instant nextChange(NodeState state, Verdicts verdicts) {
        Instant byVerdicts = verdicts.nextChangeByTime();
        Instant byFreezes = freezes(state).nextChange();
        return byFreezes.isBefore(byVerdicts) ? byFreezes : byVerdicts;
    }

    private Readiness waitsFor(
            NodeState state, List<MappedPlaces.Place> tests, ChangeSet set, Requirements missingOfSet) {
        if (!state.circumstances().requestsOf(set.id()).isEmpty()) {
            return Readiness.REQUESTED;
        }
        if (isAgainstRails.apply(state).test(set)) {
            return Readiness.AGAINST_RAILS;
        }
        Readiness readiness = missingOfSet.isEmpty() ? tests(state, tests, set) : Readiness.UNSIGNED;
        return readiness == Readiness.READY
                        && state.circumstances().holdOf(set.id()).isPresent()
                ? Readiness.NOT_LET_GO
                : readiness;
    }

    /** Says how far a signed set is tested, by the gates of the channel. */
    private Readiness tests(NodeState state, List<MappedPlaces.Place> gated, ChangeSet set) {
        Readiness worst = Readiness.READY;
        if (gated.isEmpty()) {
            return worst;
        }
        Audience audience = audiences.of(state).of(set);
        for (MappedPlaces.Place place : gated) {
            if (audience.includes(place.product(), place.liveChannel())) {
                Readiness there = tested.of(state, place.product(), place.liveChannel(), set)
                        .map(Agenda::readiness)
                        .orElse(Readiness.READY);
                worst = there.compareTo(worst) > 0 ? there : worst;
            }
        }
        return worst;
    }

    private static boolean isOf(MappedPlaces.Place place, LiveChannel channel) {
        return place.liveChannel().equals(channel.channel())
                && (channel.product() == null || channel.product().equals(place.product()));
    }

    private static boolean isGated(NodeState state, MappedPlaces.Place place) {
        return state.circumstances().gates().stream()
                .anyMatch(gate -> gate.liveChannel().equals(place.liveChannel())
                        && (gate.product() == null || gate.product().equals(place.product())));
    }

    /** It goes alone, or together with what stands before it: either is enough. */
    private static Readiness readiness(StateTestStatus.Step step) {
        if (isOpen(step.through()) || step.alone() != null && isOpen(step.alone())) {
            return Readiness.READY;
        }
        return step.through().tested() == Tested.FAILED ? Readiness.FAILED : Readiness.UNTESTED;
    }

    private static boolean isOpen(Look look) {
        return switch (look.tested()) {
            case LIVE, PASSED, SERVED_LATELY -> true;
            case FAILED, UNTESTED -> false;
        };
    }

    private Map<String, Look> shown(NodeState state, LiveChannel channel) {
        Map<String, Look> shown = new HashMap<>();
        String product = channel.product();
        Fingerprint live = channel.fingerprint();
        if (product != null && live != null) {
            for (TestChannel test : channel.testChannels()) {
                if (!test.table().showsLive()) {
                    shown.put(
                            test.channel(),
                            tested.of(
                                    state,
                                    product,
                                    channel.channel(),
                                    live,
                                    test.table().fingerprint()));
                }
            }
        }
        return Map.copyOf(shown);
    }
}
