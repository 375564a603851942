package dev.rehearsal.enactment;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Footprint;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds what each due set comes to, by itself and after the due sets before it that can go along, and which rows that
 * depends on: a later state is judged without another look at what nothing has touched. Signoffs, people and verdicts
 * are looked at each time.
 *
 * @param live the tables that it is of
 * @param guards in force then
 * @param mappings in force then
 * @param able those that would go, in queue order
 */
record DueSets(
        Tables live,
        Guards guards,
        List<ChannelMapping> mappings,
        Map<ChangeSetId, Known> known,
        List<ChangeSet> able) {

    DueSets {
        mappings = List.copyOf(mappings);
        known = Map.copyOf(known);
        able = List.copyOf(able);
    }

    /**
     * A set where it stands.
     *
     * @param footprint what its consequences depend on
     * @param obstacles what stands against it but for gates
     */
    record Place(Consequences consequences, Footprint footprint, List<Obstacle> obstacles) {

        Place with(List<Obstacle> others) {
            return new Place(consequences, footprint, others);
        }

        boolean isClear() {
            return obstacles.isEmpty();
        }
    }

    /** @param inTurn null for configuration, which goes alone */
    record Known(ChangeSet set, Place alone, @Nullable Place inTurn) {

        private Set<Object> writesAlong() {
            return inTurn != null && inTurn.isClear() ? inTurn.footprint().writes() : Set.of();
        }
    }

    /** Tells whether gates and guard rails let all go that was laid, with those sets that go along. */
    interface OpenCheck {

        boolean isOpen(StepSequence laid, List<Consequences> along);
    }

    static DueSets nothing(Tables live, Guards guards, List<ChannelMapping> mappings) {
        return new DueSets(live, guards, mappings, Map.of(), List.of());
    }

    /** Whether what is known of sets can still be what they come to, as far as they touch no row that is another. */
    boolean isUnder(Guards others, List<ChannelMapping> otherMappings) {
        return guards.equals(others) && mappings.equals(otherMappings);
    }

    /**
     * Judges the due sets of another state under the same guards.
     *
     * @param due in queue order
     * @param moved the keys of all that is another row there, or decides otherwise
     * @param alone on its tables
     * @param turn on its tables
     */
    DueSets next(
            Tables tables,
            List<ChangeSet> due,
            Set<Object> moved,
            StepSequence alone,
            StepSequence turn,
            OpenCheck gates) {
        Map<ChangeSetId, Known> next = new HashMap<>();
        List<ChangeSet> able = new ArrayList<>();
        List<Consequences> along = new ArrayList<>();
        Set<Object> movedInTurn = new HashSet<>(moved);
        Map<ChangeSetId, ChangeSet> present = new HashMap<>();
        due.forEach(set -> present.put(set.id(), set));
        known.forEach((id, then) -> {
            if (!then.set().equals(present.get(id))) {
                movedInTurn.addAll(then.writesAlong());
            }
        });
        for (ChangeSet set : due) {
            Known then = then(set);
            Place byItself = place(set, then == null ? null : then.alone(), moved, alone);
            boolean goes = byItself.isClear() && gates.isOpen(alone, List.of(byItself.consequences()));
            alone.takeBack();
            Place inTurn = null;
            if (!set.isConfiguration()) {
                inTurn = place(set, then == null ? null : then.inTurn(), movedInTurn, turn);
                if (inTurn.isClear()) {
                    along.add(inTurn.consequences());
                    goes |= along.size() > 1
                            && byItself.obstacles().stream().allMatch(Decision::othersMayHelp)
                            && (goes || gates.isOpen(turn, along));
                    turn.keep(set);
                } else {
                    turn.takeBack();
                }
            }
            Known now = new Known(set, byItself, inTurn);
            if (!isAsBefore(then, now)) {
                movedInTurn.addAll(now.writesAlong());
                if (then != null) {
                    movedInTurn.addAll(then.writesAlong());
                }
            }
            next.put(set.id(), now);
            if (goes) {
                able.add(set);
            }
        }
        return new DueSets(tables, guards, mappings, next, able);
    }

    private @Nullable Known then(ChangeSet set) {
        Known then = known.get(set.id());
        return then != null && then.set().equals(set) ? then : null;
    }

    /** What configuration comes to depends on more than rows. */
    private static Place place(ChangeSet set, @Nullable Place then, Set<Object> moved, StepSequence sequence) {
        if (then == null
                || set.changes().stream().anyMatch(Change.Unstaged.class::isInstance)
                || then.footprint().dependsOnAny(moved)) {
            return sequence.place(set);
        }
        return sequence.placeAgain(set, then).orElseGet(() -> sequence.place(set));
    }

    /** Whether it leaves the rows to those after it as it did. */
    private static boolean isAsBefore(@Nullable Known then, Known now) {
        return then != null
                && then.inTurn() != null
                && now.inTurn() != null
                && then.inTurn().isClear() == now.inTurn().isClear()
                && then.inTurn().consequences() == now.inTurn().consequences();
    }
}
