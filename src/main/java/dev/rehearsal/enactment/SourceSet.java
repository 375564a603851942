package dev.rehearsal.enactment;

import dev.rehearsal.access.Role;
import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is scheduled at a followed source and goes live there as one.
 *
 * @param source what the source calls it, such as {@code rules/12}
 * @param number the number that the set and its only change shall have here, where they are free; null for any
 * @param dataVersion of the scheduled change
 * @param signoffs the role in which each has signed there
 */
public record SourceSet(
        String source,
        @Nullable Long number,
        String title,
        Actor author,
        Instant due,
        int dataVersion,
        List<SourceChange> changes,
        Map<Actor, Role> signoffs) {

    public SourceSet {
        changes = List.copyOf(changes);
        signoffs = Map.copyOf(signoffs);
    }
}
