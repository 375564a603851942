package dev.rehearsal.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The buildID that a rule asks for: one buildID or one comparison, judged as text, not as a number (a Balrog fact). */
public final class BuildIdPattern {

    private final String text;
    private final @Nullable Comparison comparison;
    private final List<Range<String>> ranges;

    private BuildIdPattern(String text, @Nullable Comparison comparison) {
        this.text = text;
        this.comparison = comparison;
        this.ranges = comparison == null
                ? List.of(Range.everything())
                : Range.of(comparison.operator(), comparison.operand());
    }

    public static BuildIdPattern of(String text) {
        return new BuildIdPattern(text, Comparison.parse(text));
    }

    /** @throws UnanswerableException if the pattern is no comparison */
    public boolean matches(String buildId) {
        if (comparison == null) {
            throw new UnanswerableException("The rule's buildID '" + text + "' is no buildID and no comparison.");
        }
        return comparison.operator().holds(buildId.compareTo(comparison.operand()));
    }

    boolean canFail() {
        return comparison == null;
    }

    /** Ranges that together hold every buildID that matches, and perhaps some that do not. */
    List<Range<String>> ranges() {
        return ranges;
    }
}
