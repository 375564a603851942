package dev.rehearsal.history;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A filter of the entries of the journal; null, or an empty set, for any.
 *
 * @param objects kinds of objects: see {@link JournalEntries#objects}
 * @param product what is, or was before the entry, for this product or for every one; kinds that know no product are left
 *     out
 * @param channel the same of a channel, by the globs of rules
 * @param from inclusive
 * @param to inclusive
 */
public record JournalFilter(
        @Nullable Actor by,
        Set<String> objects,
        @Nullable String product,
        @Nullable String channel,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable ChangeSetId changeSet) {

    public static final JournalFilter EVERYTHING = new JournalFilter(null, Set.of(), null, null, null, null, null);

    public JournalFilter {
        objects = Set.copyOf(objects);
    }

    public JournalFilter of(String... kinds) {
        return new JournalFilter(by, Set.of(kinds), product, channel, from, to, changeSet);
    }
}
