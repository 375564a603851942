package dev.rehearsal.approval;

import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One tester's word on one state.
 *
 * @param id in the order in which verdicts were given
 * @param testChannel where it was tested
 */
public record Verdict(
        long id,
        TestedState state,
        String testChannel,
        Outcome outcome,
        @Nullable String note,
        Actor by,
        Instant at) {}
