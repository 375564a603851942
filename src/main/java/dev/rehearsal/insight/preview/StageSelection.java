package dev.rehearsal.insight.preview;

import dev.rehearsal.staging.ChangeSetId;
import org.jspecify.annotations.Nullable;

/** A stage selection says how far along the queue somebody looks, whatever the test channel itself shows. */
public sealed interface StageSelection {

    /** The preview shows as much of the queue as the mapping's scope: what testers get. */
    record AsMapped() implements StageSelection {}

    /** The preview shows nothing of the queue. */
    record LiveAlone() implements StageSelection {}

    /** Up to and including this set. */
    record Through(ChangeSetId set) implements StageSelection {}

    StageSelection AS_MAPPED = new AsMapped();

    /**
     * Reads the form that URLs have: a change set's id, {@code live}, or nothing.
     *
     * @throws IllegalArgumentException with a sentence, for anything else
     */
    static StageSelection parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return AS_MAPPED;
        }
        if (text.equals("live")) {
            return new LiveAlone();
        }
        try {
            return new Through(new ChangeSetId(Long.parseLong(text)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "How far to look is the number of a pending change set, or 'live', not '" + text + "'", e);
        }
    }

    /** The form that {@link #parse} reads; null where nothing needs to be said. */
    default @Nullable String wireForm() {
        return switch (this) {
            case AsMapped() -> null;
            case LiveAlone() -> "live";
            case Through(ChangeSetId set) -> set.toString();
        };
    }
}
