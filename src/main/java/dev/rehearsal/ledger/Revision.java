package dev.rehearsal.ledger;

import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A revision is what one object was from a write on, until the next one.
 *
 * @param changeId numbers the rows of one history table in the order in which they were written
 * @param at to the millisecond
 * @param changeSet the set through which it was written; null where there was none
 * @param content null where the object was removed
 */
public record Revision<T>(
        long changeId,
        Actor by,
        Instant at,
        @Nullable ChangeSetId changeSet,
        @Nullable T content) {

    public Optional<T> contentIfAny() {
        return Optional.ofNullable(content);
    }

    public boolean isRemoval() {
        return content == null;
    }

    /** Returns this write with something else told of it; a removal stays one. */
    public <U> Revision<U> map(Function<T, U> to) {
        return new Revision<>(changeId, by, at, changeSet, content == null ? null : to.apply(content));
    }
}
