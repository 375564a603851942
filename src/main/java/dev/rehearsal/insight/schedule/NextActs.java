package dev.rehearsal.insight.schedule;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.ChannelOverview.LiveChannel;
import dev.rehearsal.insight.schedule.Agenda.Due;
import dev.rehearsal.insight.schedule.Agenda.Readiness;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.NodeState;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds out who must act on a live channel: for what is stopped, for what cannot go, or else for the next step. */
final class NextActs {

    private final NodeState state;

    NextActs(NodeState state) {
        this.state = state;
    }

    /**
     * Returns the most urgent act.
     *
     * @param due in queue order
     * @param undecided sets about the channel that were due and could not go
     */
    NextAct on(LiveChannel channel, List<Due> due, List<ChangeSet> undecided) {
        if (channel.isStopped()) {
            return NextAct.of(NextAct.Kind.LIFT, null);
        }
        if (!undecided.isEmpty()) {
            return NextAct.of(NextAct.Kind.DECIDE, undecided.getFirst());
        }
        return first(due, Readiness.CONFLICT)
                .map(set -> NextAct.of(NextAct.Kind.RESOLVE, set))
                .or(() -> first(due, Readiness.FAILED).map(set -> NextAct.of(NextAct.Kind.REVISE, set)))
                .or(() -> first(due, Readiness.AGAINST_RAILS).map(set -> NextAct.of(NextAct.Kind.KEEP_RAILS, set)))
                .or(() -> first(due, Readiness.REQUESTED).map(set -> NextAct.of(NextAct.Kind.ANSWER, set)))
                .or(() -> due.stream().findFirst().map(next -> step(channel, next)))
                .orElseGet(() -> NextAct.of(NextAct.Kind.NOTHING, null));
    }

    private static Optional<ChangeSet> first(List<Due> due, Readiness readiness) {
        return due.stream()
                .filter(next -> next.readiness() == readiness)
                .findFirst()
                .map(Due::set);
    }

    private NextAct step(LiveChannel channel, Due next) {
        return switch (next.readiness()) {
            case UNSIGNED -> act(NextAct.Kind.SIGN, next.set(), next.missing().perRole());
            case UNTESTED -> act(NextAct.Kind.TEST, next.set(), testers(channel));
            case NOT_LET_GO -> NextAct.of(NextAct.Kind.ROLLOUT, next.set());
            case READY, REQUESTED, AGAINST_RAILS, FAILED, CONFLICT -> NextAct.of(NextAct.Kind.NOBODY, next.set());
        };
    }

    private NextAct act(NextAct.Kind kind, ChangeSet set, SortedMap<Role, Integer> needed) {
        SortedMap<Role, List<Actor>> people = new TreeMap<>();
        needed.keySet().forEach(role -> people.put(role, people(kind, set, role)));
        return new NextAct(kind, set, needed, people);
    }

    /** Nobody signs or tests what they wrote, and nobody signs twice. */
    private List<Actor> people(NextAct.Kind kind, ChangeSet set, Role role) {
        return state.circumstances().holdersOf(role).stream()
                .filter(holder -> !set.contentBy().contains(holder) && !holder.equals(set.author()))
                .filter(holder -> kind == NextAct.Kind.TEST
                        || state.circumstances().signoffsOf(set.id()).stream()
                                .noneMatch(signoff -> signoff.by().equals(holder)))
                .sorted(Comparator.comparing(Actor::name))
                .toList();
    }

    private SortedMap<Role, Integer> testers(LiveChannel channel) {
        SortedMap<Role, Integer> testers = new TreeMap<>();
        for (Gate gate : state.circumstances().gates()) {
            if (gate.liveChannel().equals(channel.channel())
                    && (gate.product() == null
                            || channel.product() == null
                            || gate.product().equals(channel.product()))) {
                testers.merge(gate.role(), gate.passesRequired(), Math::max);
            }
        }
        return testers;
    }
}
