package dev.rehearsal.notice;

import dev.rehearsal.problem.WireNamed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notice on its way to one receiver.
 *
 * @param receiver {@code person} or {@code webhook}, and who
 * @param attempts how many there were
 * @param since from when on these count
 * @param nextAt when it is tried, unless something older is still on its way there
 * @param endedAt when it was delivered or given up; null as long as it waits
 * @param answer what came of the last attempt; null before the first has ended
 */
public record Delivery(
        long id,
        KeptNotice notice,
        String receiver,
        State state,
        int attempts,
        Instant since,
        Instant nextAt,
        @Nullable Instant endedAt,
        @Nullable String answer) {

    /** Begins the names of those receivers that are people. */
    static final String PERSON = "person ";

    /** The states of a delivery tell how far it is. */
    public enum State implements WireNamed {
        WAITING,
        DELIVERED,
        /** Given up: it is delivered if somebody sends it again. */
        DEAD
    }
}
