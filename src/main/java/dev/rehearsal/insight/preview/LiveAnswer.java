package dev.rehearsal.insight.preview;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import org.jspecify.annotations.Nullable;

/**
 * The answer that a current client without special properties gets on a channel: one that updated as often as it could,
 * and that no rule for a system, a locale, a distribution or the like is about.
 *
 * @param rule that decides; null where none matches
 * @param rate how many of a hundred clients get {@code main}
 * @param otherwise what the others get; null where all get the same
 */
public record LiveAnswer(
        @Nullable Rule rule, Given main, int rate, @Nullable Given otherwise) {

    /** The update that a client is given, or not. */
    public sealed interface Given {}

    /** An update to this version, as people read it. */
    public record Version(ReleaseName release, String text) implements Given {}

    /** A release that has no version, such as a list of plugins. */
    public record Unversioned(ReleaseName release) implements Given {}

    /** A notice that the client’s system gets no more updates. */
    public record EndOfSupport(ReleaseName release) implements Given {}

    /** @param beyond the version up to which there were updates; null where there is none at all */
    public record NoUpdate(@Nullable String beyond) implements Given {}

    /** @param reason a sentence: why clients get an error */
    public record Failure(String reason) implements Given {}
}
