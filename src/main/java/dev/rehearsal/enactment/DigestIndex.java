package dev.rehearsal.enactment;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Footprint;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.staging.Transition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An index of what the signers of each set would sign, in its turn, and of the rows that this depends on: a write leads
 * to the sets that it makes something else of without a look at all the others.
 *
 * @param live the tables that it is of
 * @param pairs the guarded pairs then
 */
record DigestIndex(Tables live, Set<ProductChannel> pairs, Map<ChangeSetId, Known> sets) {

    DigestIndex {
        pairs = Set.copyOf(pairs);
        sets = Map.copyOf(sets);
    }

    /**
     * @param footprint what the digest depends on
     * @param onItsOwn whether it may depend on anything that is live
     * @param ofPeople whether it depends on what people hold, which is no row of the tables
     */
    record Known(ChangeSet set, String digest, Footprint footprint, boolean onItsOwn, boolean ofPeople) {

        private boolean dependsOnAny(Set<Object> written) {
            return ofPeople || onItsOwn && !written.isEmpty() || footprint.dependsOnAny(written);
        }

        private boolean isStaged() {
            return set.state() instanceof ChangeSet.Pending;
        }

        Known as(ChangeSet other) {
            return new Known(other, digest, footprint, onItsOwn, ofPeople);
        }
    }

    static DigestIndex nothing(Tables live, Set<ProductChannel> pairs) {
        return new DigestIndex(live, pairs, Map.of());
    }

    /** Returns the index of the same rows, loaded again. */
    DigestIndex on(Tables same) {
        return new DigestIndex(same, pairs, sets);
    }

    /** Returns the index with these sets in place of those of their ids, which nothing but their versions differs from. */
    DigestIndex with(List<ChangeSet> renewed) {
        Map<ChangeSetId, Known> all = new HashMap<>(sets);
        renewed.forEach(set -> all.computeIfPresent(set.id(), (id, known) -> known.as(set)));
        return new DigestIndex(live, pairs, all);
    }

    /** Returns the sets that are in both, unedited, and something else to sign than in the earlier one. */
    List<ChangeSet> changedSince(DigestIndex earlier) {
        return sets.values().stream()
                .filter(known -> {
                    Known then = earlier.sets.get(known.set().id());
                    return then != null
                            && then.set().dataVersion() == known.set().dataVersion()
                            && !then.digest().equals(known.digest());
                })
                .map(Known::set)
                .sorted(ChangeSet.QUEUE_ORDER)
                .toList();
    }

    /**
     * @param sequence on the tables of this index
     * @param transitions what has become of the rows since
     * @param now with the sets that can be signed as its queue
     */
    DigestIndex next(StepSequence sequence, List<Transition> transitions, Decision.Situation now) {
        Set<Object> written = new HashSet<>();
        if (!transitions.isEmpty()) {
            written.addAll(sequence.becomes(transitions).writes());
        }
        Map<ChangeSetId, ChangeSet> present = new HashMap<>();
        now.queue().forEach(set -> present.put(set.id(), set));
        sets.forEach((id, known) -> {
            if (!isSame(known, present.get(id)) && known.isStaged()) {
                written.addAll(known.footprint().writes());
            }
        });
        Map<ChangeSetId, Known> next = new HashMap<>();
        for (ChangeSet set : now.queue()) {
            boolean isStaged = set.state() instanceof ChangeSet.Pending;
            Known known = sets.get(set.id());
            if (known != null && isSame(known, set) && !known.dependsOnAny(written)) {
                next.put(set.id(), known);
                if (isStaged) {
                    sequence.lay(set);
                }
                continue;
            }
            Known becomes = sequence.known(set);
            if (isStaged) {
                sequence.keep(set);
                written.addAll(becomes.footprint().writes());
                if (known != null) {
                    written.addAll(known.footprint().writes());
                }
            } else {
                sequence.takeBack();
            }
            next.put(set.id(), becomes);
        }
        return new DigestIndex(now.live(), pairs, next);
    }

    private static boolean isSame(@Nullable Known known, @Nullable ChangeSet set) {
        // A restored database may hold another set at that version.
        return known != null
                && set != null
                && known.set().dataVersion() == set.dataVersion()
                && known.set().contentAt().equals(set.contentAt());
    }
}
