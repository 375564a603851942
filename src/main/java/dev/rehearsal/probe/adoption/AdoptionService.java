package dev.rehearsal.probe.adoption;

import dev.rehearsal.access.Access;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.NewChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.enactment.Obstacle;
import dev.rehearsal.insight.preview.ChangePreviews;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Adopts test channels, in two sets: one maps the channel, the other removes the copies. Nothing of it touches what a live
 * channel answers: a copy that is retired can be served on the test channel alone.
 */
@Service
public class AdoptionService {

    private static final int MOST_DRAFTS = 1_000;

    private final Adoption adoption;
    private final ChangeSets changeSets;
    private final EnactmentService enactment;
    private final ChangePreviews prospects;
    private final SnapshotKeeper snapshots;
    private final Access access;
    private final Clock clock;

    AdoptionService(
            Adoption adoption,
            ChangeSets changeSets,
            EnactmentService enactment,
            ChangePreviews prospects,
            SnapshotKeeper snapshots,
            Access access,
            Clock clock) {
        this.adoption = adoption;
        this.changeSets = changeSets;
        this.enactment = enactment;
        this.prospects = prospects;
        this.snapshots = snapshots;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Maps the channel, at once where nobody has to sign that, and retires its copies. Asked again it goes on where the
     * first time ended.
     *
     * @param due of both sets; null for as soon as possible
     * @throws RefusedException if there is nothing to adopt, the channel shows another one, or the permission to map or to
     *     remove rules is lacking
     */
    public Adopted adopt(Actor actor, ChannelPair channels, Scope scope, @Nullable Instant due) {
        HandKept kept = adoption.find(channels);
        requirePermissions(actor, kept);
        if (kept.isMapped() && kept.pairing().rulesLess() == 0) {
            throw RefusedException.invalid(
                    "test_channel",
                    "'%s' is computed from '%s' already, and no rule is made by hand for it"
                            .formatted(channels.testChannel(), channels.liveChannel()));
        }
        ChangeSet mapping = kept.isMapped() ? null : map(actor, kept, scope, due);
        Retired retired = retire(actor, adoption.find(channels), due);
        return new Adopted(mapping == null ? null : mapping.id(), retired.set(), retired.rules());
    }

    private void requirePermissions(Actor actor, HandKept kept) {
        List<RequiredPermission> deeds = new ArrayList<>();
        if (!kept.isMapped()) {
            deeds.add(new RequiredPermission(
                    PermissionName.CHANNEL_MAPPING,
                    Action.CREATE,
                    kept.channels().product()));
        }
        kept.pairing().copies().stream()
                .map(copy -> new RequiredPermission(PermissionName.RULE, Action.DELETE, copy.product()))
                .distinct()
                .forEach(deeds::add);
        access.require(actor, deeds);
    }

    private ChangeSet map(Actor actor, HandKept kept, Scope scope, @Nullable Instant due) {
        MappingProposal wanted = Adoption.proposal(kept.channels(), scope);
        Optional<ChangeSet> pending = kept.state().queue().stream()
                .filter(set -> set.changes().stream().anyMatch(change -> maps(change, wanted)))
                .findFirst();
        if (pending.isPresent()) {
            return pending.get();
        }
        String title = "Map %s to %s".formatted(wanted.testChannel(), wanted.liveChannel());
        List<Proposal> changes = List.of(RowKinds.MAPPINGS.change(null, null, wanted));
        boolean waits = due != null
                || prospects
                        .of(new NewChangeSet(actor, title, clock.instant(), changes), null)
                        .standing()
                        .obstacles()
                        .stream()
                        .anyMatch(obstacle -> obstacle instanceof Obstacle.SignoffsMissing
                                || obstacle instanceof Obstacle.TooFewSigners);
        return waits ? changeSets.schedule(actor, title, due, changes) : enactment.enactAtOnce(actor, title, changes);
    }

    private static boolean maps(Change change, MappingProposal wanted) {
        return RowKinds.MAPPINGS
                .in(change)
                .anyMatch(row -> row.before() == null
                        && row.latest().testChannel().equals(wanted.testChannel())
                        && Objects.equals(row.latest().product(), wanted.product()));
    }

    private record Retired(@Nullable ChangeSet set, int rules) {}

    /** A set that removes all the copies is taken for the one, as long as it is open. */
    private Retired retire(Actor actor, HandKept kept, @Nullable Instant due) {
        List<Rule> copies = kept.pairing().copies();
        if (copies.isEmpty()) {
            return new Retired(null, 0);
        }
        Set<RuleId> removed = new HashSet<>();
        ChangeSet last = null;
        for (ChangeSet set : open()) {
            for (Change change : set.changes()) {
                if (change instanceof Change.RuleRemoval removal
                        && copies.stream().anyMatch(copy -> copy.id().equals(removal.rule()))) {
                    removed.add(removal.rule());
                    last = set;
                }
            }
        }
        List<Proposal> removals = removals(
                copies.stream().filter(copy -> !removed.contains(copy.id())).toList());
        if (removals.isEmpty()) {
            return new Retired(last, removed.size());
        }
        String title = title(kept.channels());
        return new Retired(
                kept.isMapped()
                        ? changeSets.schedule(actor, title, due, removals)
                        : changeSets.draft(actor, title, due, removals),
                removals.size());
    }

    private List<ChangeSet> open() {
        return Stream.concat(
                        snapshots.current().queue().stream(),
                        Stream.of("draft", "held").flatMap(state -> changeSets.inState(state, MOST_DRAFTS).stream()))
                .toList();
    }

    /** The title of the set that retires the copies of a channel. */
    public static String title(ChannelPair channels) {
        return "Retire the hand-made rules of " + channels.testChannel();
    }

    /** Returns what that set does. */
    public static List<Proposal> removals(List<Rule> copies) {
        return copies.stream()
                .<Proposal>map(copy -> new Proposal.RemoveRule(copy.id(), copy.dataVersion()))
                .toList();
    }
}
