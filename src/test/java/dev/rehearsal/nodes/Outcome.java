package dev.rehearsal.nodes;

import dev.rehearsal.problem.RefusedException;
import java.util.Locale;

/** How a call ended, for who called. */
enum Outcome {
    DONE,
    INVALID,
    NOT_FOUND,
    CONFLICT,
    FORBIDDEN;

    static Outcome of(RefusedException refusal) {
        return valueOf(refusal.reason().name());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
