package dev.rehearsal.ui.approvals;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.UrgentRole;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.ApprovalContext;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.Change;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The needs of changes of a product on a channel, or of changes of its permissions.
 *
 * @param signoffs how many of which role
 * @param pending sets that would change it, in queue order
 */
record Need(About about, SortedMap<Role, Integer> signoffs, List<Gate> gates, List<ChangeSet> pending) {

    /**
     * @param product null for every product, as gates can be
     * @param channel null for permissions
     */
    record About(@Nullable String product, @Nullable String channel) {}

    private static final Comparator<@Nullable String> NULL_LAST =
            Comparator.nullsLast(Comparator.<String>naturalOrder());

    /** By product and channel; what is for every product, and what is about permissions, comes last. */
    static List<Need> of(NodeState state) {
        SortedMap<About, Builder> needs =
                new TreeMap<>(Comparator.comparing(About::product, NULL_LAST).thenComparing(About::channel, NULL_LAST));
        ApprovalContext now = state.circumstances();
        for (RequiredSignoff required : now.policy().forChannels()) {
            in(needs, about(required)).signoffs.put(required.role(), required.count());
        }
        for (PermissionSignoff required : now.policy().forPermissions()) {
            in(needs, about(required)).signoffs.put(required.role(), required.count());
        }
        for (Gate gate : now.gates()) {
            in(needs, about(gate)).gates.add(gate);
        }
        for (ChangeSet set : state.queue()) {
            for (Change change : set.changes()) {
                for (About about : about(change)) {
                    in(needs, about).addPending(set);
                }
            }
        }
        List<Need> built = new ArrayList<>();
        needs.forEach((about, need) ->
                built.add(new Need(about, need.signoffs, List.copyOf(need.gates), List.copyOf(need.pending))));
        return built;
    }

    private static Builder in(SortedMap<About, Builder> needs, About about) {
        return needs.computeIfAbsent(about, unknown -> new Builder());
    }

    private static About about(RequiredSignoff required) {
        return new About(required.product(), required.channel());
    }

    private static About about(UrgentRole urgent) {
        return new About(urgent.product(), urgent.channel());
    }

    private static About about(PermissionSignoff required) {
        return new About(required.product(), null);
    }

    private static About about(Gate gate) {
        return new About(gate.product(), gate.liveChannel());
    }

    /** Before and after; empty for what is not shown here. */
    private static List<About> about(Change change) {
        return Stream.of(
                        RowKinds.REQUIREMENTS
                                .in(change)
                                .flatMap(RowChange::rows)
                                .map(Need::about),
                        RowKinds.PERMISSION_REQUIREMENTS
                                .in(change)
                                .flatMap(RowChange::rows)
                                .map(Need::about),
                        RowKinds.URGENT_ROLES
                                .in(change)
                                .flatMap(RowChange::rows)
                                .map(Need::about),
                        RowKinds.GATES.in(change).flatMap(RowChange::rows).map(Need::about))
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    private static final class Builder {

        private final SortedMap<Role, Integer> signoffs = new TreeMap<>();
        private final List<Gate> gates = new ArrayList<>();
        private final List<ChangeSet> pending = new ArrayList<>();

        void addPending(ChangeSet set) {
            if (!pending.contains(set)) {
                pending.add(set);
            }
        }
    }

    /** Returns whom it takes at least to ship a change of this, besides its author: one person for each. */
    SortedMap<Role, Integer> team(ApprovalContext now) {
        SortedMap<Role, Integer> team = new TreeMap<>(signoffs);
        Map<Role, Integer> passes = new TreeMap<>();
        now.gates().stream()
                .filter(gate -> gate.liveChannel().equals(about.channel()))
                .filter(gate -> gate.product() == null || gate.product().equals(about.product()))
                .forEach(gate -> passes.merge(gate.role(), gate.passesRequired(), Math::max));
        passes.forEach((role, count) -> team.merge(role, count, Integer::sum));
        return team;
    }

    boolean isForPermissions() {
        return about.channel() == null;
    }
}
