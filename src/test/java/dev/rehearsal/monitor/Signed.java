package dev.rehearsal.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's signoff of a set.
 *
 * @param number of the act, which orders it among others
 * @param shown what they saw of each pair when they signed, on test channels: live plus the set alone, and after its queue
 * @param tokenBy who made the token that they signed with; null if they did, or if it was there from the start
 */
public record Signed(
        long set,
        PersonId by,
        String role,
        int number,
        Map<Pair, List<View>> shown,
        @Nullable PersonId tokenBy,
        Instant tokenAt) {

    boolean showed(Pair pair, Atom atom) {
        return shown.getOrDefault(pair, List.of()).stream().anyMatch(view -> view.shows(atom));
    }
}
