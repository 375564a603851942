package dev.rehearsal.matching.region;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.UpdateQuery;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Clients for whom one rule decides now and another will.
 *
 * @param before null where no rule decides, or the client gets an error
 * @param after likewise
 * @param clients who they are, such as {@code Firefox on release, version < 140.0, not locale de}
 * @param example one of them, as the evaluations of both tables say, too
 */
public record ChangedRegion(@Nullable Rule before, @Nullable Rule after, String clients, UpdateQuery example) {

    /** Whether the rules that decide for a client are just those of this region. */
    public boolean isOf(UpdateQuery client, RuleSet was, RuleSet becomes) {
        return Objects.equals(was.decidingFor(client), before) && Objects.equals(becomes.decidingFor(client), after);
    }
}
