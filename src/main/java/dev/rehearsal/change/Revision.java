package dev.rehearsal.change;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision says what shall be different about a set; null for what stays.
 *
 * @param changes all that the set shall hold, those that stay among them as {@link Proposal.Keep}
 */
public record Revision(
        @Nullable String title,
        @Nullable Instant due,
        @Nullable List<Proposal> changes) {}
