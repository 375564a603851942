package dev.rehearsal.approval;

import dev.rehearsal.access.Role;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The requirements say how many signoffs of which role are needed; all of them are.
 *
 * @param perRole each at least 1
 */
public record Requirements(SortedMap<Role, Integer> perRole) {

    public static final Requirements NONE = new Requirements(new TreeMap<>());

    public Requirements {
        perRole = Collections.unmodifiableSortedMap(new TreeMap<>(perRole));
    }

    public static Requirements of(Role role, int count) {
        return new Requirements(new TreeMap<>(Collections.singletonMap(role, count)));
    }

    /**
     * Returns what meets both: of each role the larger number (a Balrog fact), since one signoff speaks for the whole set.
     */
    public Requirements and(Requirements other) {
        TreeMap<Role, Integer> both = new TreeMap<>(perRole);
        other.perRole.forEach((role, count) -> both.merge(role, count, Math::max));
        return new Requirements(both);
    }

    public boolean isEmpty() {
        return perRole.isEmpty();
    }

    /** Returns what these signoffs leave open; empty if nothing. */
    public Requirements missing(Collection<Signoff> given) {
        TreeMap<Role, Integer> missing = new TreeMap<>();
        perRole.forEach((role, count) -> {
            long have = given.stream()
                    .filter(signoff -> signoff.role().equals(role))
                    .count();
            if (have < count) {
                missing.put(role, (int) (count - have));
            }
        });
        return new Requirements(missing);
    }
}
