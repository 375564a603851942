package dev.rehearsal.adversary;

import dev.rehearsal.monitor.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody of the world, with the tokens that were made for them, and for whoever had the name before. */
final class Someone {

    final String name;
    PersonId id;
    boolean isThere = true;
    final List<Token> tokens = new ArrayList<>();

    /** @param by who made it; null for the driver */
    record Token(String secret, PersonId of, @Nullable PersonId by, Instant at) {}

    Someone(PersonId id) {
        this.name = id.name();
        this.id = id;
    }
}
