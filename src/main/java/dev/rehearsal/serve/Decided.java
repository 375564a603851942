package dev.rehearsal.serve;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The rule and release that one query comes to in one state, without the trace.
 *
 * @param rule that decides; null where none matches
 * @param release the one whose update the client gets; null where it gets none
 * @param isRefused the client gets an error, such as for a version that is none
 */
public record Decided(@Nullable Rule rule, @Nullable ReleaseName release, boolean isRefused, Answer answer) {

    /** The answer is that there is nothing newer. */
    public boolean isNoUpdate() {
        return release == null && !isRefused;
    }
}
