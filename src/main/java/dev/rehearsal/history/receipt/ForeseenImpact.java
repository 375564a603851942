package dev.rehearsal.history.receipt;

import dev.rehearsal.staging.ChangeSetId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what was foreseen of a set before it went live: whoever foresees something implements it. */
@FunctionalInterface
public interface ForeseenImpact {

    /**
     * Returns what was worked out of exactly this and is known without working, as it runs under the write lock: texts,
     * numbers, lists and maps. Empty where nothing is.
     *
     * @param digest of what was signed
     */
    Optional<Map<String, @Nullable Object>> of(ChangeSetId set, String digest);
}
