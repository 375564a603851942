package dev.rehearsal.enactment;

import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import java.util.Set;

/**
 * The breaking of the glass: a set went live although something stood in the way, and why.
 *
 * @param over what was passed over
 */
public record BreakGlass(Actor by, String reason, Instant at, Set<BreakGlassScope.Over> over) {

    public BreakGlass {
        over = Set.copyOf(over);
    }
}
