package dev.rehearsal.insight.review;

import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.RailFindings;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.Signoffs;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.Revision;
import dev.rehearsal.enactment.Ballot;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.enactment.PassedElsewhereHint;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.insight.fingerprint.MappedPlaces;
import dev.rehearsal.insight.review.Review.GateState;
import dev.rehearsal.insight.review.Review.GivenSignoff;
import dev.rehearsal.insight.review.Review.TestPlace;
import dev.rehearsal.insight.review.Review.TestedPlace;
import dev.rehearsal.insight.warning.ChangeSetFindings;
import dev.rehearsal.insight.warning.Finding;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Tables;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts together what people look at of one set, and takes their decisions where it clashes. */
@Service
public class Reviews {

    private static final RequiredPermission ADMINISTER = new RequiredPermission(PermissionName.ADMIN, null, null);

    private final SnapshotKeeper snapshots;
    private final ChangeSets changeSets;
    private final EnactmentService enactment;
    private final Signoffs signoffs;
    private final ReadinessOverview readiness;
    private final AvailableActions offers;
    private final StoredContents contents;
    private final ChangeSetFindings setFindings;
    private final PassedElsewhereHint elsewhere;
    private final StateTestStatus testedStates;
    private final ReviewDiscussions discussions;
    private final RailStates rails;
    private final RailFindings railFindings;
    private final Clock clock;

    Reviews(
            SnapshotKeeper snapshots,
            ChangeSets changeSets,
            EnactmentService enactment,
            Signoffs signoffs,
            ReadinessOverview readiness,
            AvailableActions offers,
            StoredContents contents,
            ChangeSetFindings setFindings,
            PassedElsewhereHint elsewhere,
            StateTestStatus testedStates,
            ReviewDiscussions discussions,
            RailStates rails,
            RailFindings railFindings,
            Clock clock) {
        this.snapshots = snapshots;
        this.changeSets = changeSets;
        this.enactment = enactment;
        this.signoffs = signoffs;
        this.readiness = readiness;
        this.offers = offers;
        this.contents = contents;
        this.setFindings = setFindings;
        this.elsewhere = elsewhere;
        this.testedStates = testedStates;
        this.discussions = discussions;
        this.rails = rails;
        this.railFindings = railFindings;
        this.clock = clock;
    }

    /** As of now, for somebody who looks at it; empty if there is no such set. Some tens of milliseconds. */
    public Optional<Review> of(ChangeSetId id, Actor viewer) {
        NodeState state = snapshots.current();
        return state.pending(id).or(() -> changeSets.find(id)).map(set -> of(state, set, viewer));
    }

    private Review of(NodeState state, ChangeSet set, Actor viewer) {
        Audience audience = new Audiences(state).of(set);
        if (!set.isOpen()) {
            return ended(state, set, audience, discussions.of(state, set, viewer));
        }
        Instant now = clock.instant();
        Tables before = readiness.before(state, set);
        Readiness standing = set.state() instanceof ChangeSet.Draft() ? null : readiness.of(state, set);
        boolean isPending = set.state() instanceof ChangeSet.Pending();
        List<AvailableAction> actions = offers.actions(state, set, before, viewer, now);
        ReadinessOverview.PastObstacles past =
                actions.stream().anyMatch(offer -> offer.action() == ChangeSetAction.BREAK_GLASS && offer.isOpen())
                        ? readiness.pastObstacles(state, set, now)
                        : null;
        return new Review(
                set,
                audience,
                Differences.between(before, set, contents),
                standing,
                given(state, set, standing, viewer),
                standing == null ? new TreeMap<>() : canSign(state, set, standing),
                Clashes.of(set, before, contents, state.circumstances()),
                standing == null ? List.of() : otherReasons(standing),
                isPending ? readiness.plan(state, set, now).sets() : List.of(),
                standing == null
                        ? List.of()
                        : standing.gates().stream()
                                .map(finding ->
                                        new GateState(finding, places(state, finding), elsewhere.sentences(finding)))
                                .toList(),
                standing == null ? List.of() : rails.of(state, set, standing, viewer),
                List.of(),
                findings(state, set),
                isPending
                        ? tested(
                                state,
                                set,
                                audience,
                                Objects.requireNonNull(standing).gates())
                        : List.of(),
                standing == null ? List.of() : guarded(state, standing),
                past == null
                        ? List.of()
                        : past.along().stream()
                                .flatMap(id -> state.pending(id).stream())
                                .toList(),
                past == null ? Set.of() : past.over(),
                standing == null ? null : offers.signing(state, set, standing, viewer),
                actions,
                null,
                discussions.of(state, set, viewer));
    }

    private Review ended(NodeState state, ChangeSet set, Audience audience, ReviewDiscussion discussion) {
        return new Review(
                set,
                audience,
                Differences.asWritten(set, state.live()),
                null,
                signoffs.of(set.id()).stream()
                        .map(signoff -> new GivenSignoff(signoff, null, false))
                        .toList(),
                new TreeMap<>(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                railFindings.passesOf(set.id()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                null,
                List.of(),
                enactment.breakGlass(set.id()).orElse(null),
                discussion);
    }

    /** Only where its own rows say so: what a superblob draws in is not worth a look at every channel. */
    private List<TestedPlace> tested(NodeState state, ChangeSet set, Audience audience, List<GateFinding> gates) {
        return MappedPlaces.of(state).stream()
                .filter(place -> audience.includes(place.product(), place.liveChannel()))
                .flatMap(place -> testedStates.of(state, place.product(), place.liveChannel(), set).stream()
                        .map(step -> new TestedPlace(
                                place.product(),
                                place.liveChannel(),
                                step,
                                step.inTurn() && isClosed(gates, place) ? passedBehind(state, set, place) : null)))
                .toList();
    }

    private static boolean isClosed(List<GateFinding> gates, MappedPlaces.Place place) {
        return gates.stream()
                .filter(finding -> finding.state().product().equals(place.product())
                        && finding.state().liveChannel().equals(place.liveChannel()))
                .anyMatch(finding -> !finding.isOpen());
    }

    private @Nullable ChangeSet passedBehind(NodeState state, ChangeSet set, MappedPlaces.Place place) {
        return testedStates.of(state, place.product(), place.liveChannel()).passedBehind(set);
    }

    private List<Finding> findings(NodeState state, ChangeSet set) {
        return setFindings.of(state, set).stream()
                .sorted((one, other) -> Boolean.compare(other.blocks(), one.blocks()))
                .toList();
    }

    private static List<GivenSignoff> given(
            NodeState state, ChangeSet set, @Nullable Readiness standing, Actor viewer) {
        Person person = state.circumstances().person(viewer);
        return state.circumstances().signoffsOf(set.id()).stream()
                .map(signoff -> new GivenSignoff(
                        signoff,
                        whyNot(standing, signoff),
                        signoff.by().equals(viewer) || person.holds(signoff.role()) || person.may(ADMINISTER)))
                .toList();
    }

    private static @Nullable String whyNot(@Nullable Readiness standing, Signoff signoff) {
        if (standing == null || standing.counted().contains(signoff)) {
            return standing == null ? "is not needed before it is submitted" : null;
        }
        return standing.ballot().lapsed().stream()
                .filter(lapsed -> lapsed.signoff().equals(signoff))
                .map(Ballot.Lapsed::reason)
                .findFirst()
                .orElse("does not count any more");
    }

    private static List<Review.GuardedChannel> guarded(NodeState state, Readiness standing) {
        return standing.inTurn().effects().stream()
                .filter(effect -> effect.needsSignoffs() && effect.pair().product() != null)
                .map(effect -> new Review.GuardedChannel(
                        effect.pair(),
                        state.circumstances()
                                .policy()
                                .ofChannel(
                                        effect.pair().product(), effect.pair().channel())))
                .filter(guarded -> !guarded.required().isEmpty())
                .sorted(Comparator.comparing(guarded -> guarded.pair().toString()))
                .toList();
    }

    private SortedMap<Role, List<Actor>> canSign(NodeState state, ChangeSet set, Readiness standing) {
        Set<Actor> signed = state.circumstances().signoffsOf(set.id()).stream()
                .map(Signoff::by)
                .collect(Collectors.toSet());
        SortedMap<Role, List<Actor>> canSign = new TreeMap<>();
        for (Role role : standing.missing().perRole().keySet()) {
            canSign.put(
                    role,
                    state.circumstances().holdersOf(role).stream()
                            .filter(holder -> !signed.contains(holder) && readiness.maySign(state, holder, set))
                            .sorted(Comparator.comparing(Actor::name))
                            .toList());
        }
        return canSign;
    }

    /** What is told as a clash, with a way out, is not told twice. */
    private static List<Conflict.Reason> otherReasons(Readiness standing) {
        return standing.staged().map(Conflict::reasons).orElse(List.of()).stream()
                .filter(reason -> switch (reason) {
                    case Conflict.FieldMoved _, Conflict.RowGone _, Conflict.RowMoved _, Conflict.RowExists _ -> false;
                    default -> true;
                })
                .toList();
    }

    private List<TestPlace> places(NodeState state, GateFinding finding) {
        TestedState asked = finding.state();
        return state.mappings().stream()
                .filter(mapping -> mapping.liveChannel().equals(asked.liveChannel()))
                .filter(mapping -> state.mapping(asked.product(), mapping.testChannel())
                        .filter(mapping::equals)
                        .isPresent())
                .map(mapping -> new TestPlace(
                        mapping,
                        Fingerprint.of(
                                        state.stages().of(mapping).stage().staged(),
                                        contents,
                                        asked.product(),
                                        asked.liveChannel())
                                .equals(asked.fingerprint())))
                .toList();
    }

    /**
     * Saves a set again as its people decided, against what is there now; whoever decides becomes a writer of what is
     * theirs.
     *
     * @param seen the set as they saw it, with the clashes that are decided
     * @throws RefusedException if the set or what is there is another by now, a clash is decided in a way that it does not
     *     offer, or nothing would be left of the set
     */
    public ChangeSet resolve(Actor by, ChangeSet seen, Map<Clash, Clash.Side> decided) {
        NodeState state = snapshots.current();
        Tables before = readiness.before(state, seen);
        if (!Set.copyOf(Clashes.of(seen, before, contents, state.circumstances()))
                .equals(decided.keySet())) {
            throw RefusedException.conflict("what is there has changed again: look at both sides once more");
        }
        decided.forEach((clash, side) -> {
            if (!clash.sides().contains(side)) {
                throw RefusedException.invalid("", "%s cannot be decided like this".formatted(clash.row()));
            }
        });
        List<Proposal> left = new Resolution(state.live(), before, contents, decided).of(seen);
        if (left.isEmpty()) {
            throw RefusedException.invalid("", "nothing would be left of the set: withdraw it instead");
        }
        return changeSets.revise(by, seen.id(), seen.dataVersion(), new Revision(null, null, left));
    }
}
