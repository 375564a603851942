package dev.rehearsal.matching;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The megabytes of memory that a rule asks for: one number or one comparison. */
final class MemoryPattern {

    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final String text;
    private final Comparison.@Nullable Operator operator;
    /** A number that a long cannot hold is held by the one nearest to it: no query comes near either. */
    private final long operand;

    private final List<Range<Long>> ranges;

    private MemoryPattern(String text, Comparison.@Nullable Operator operator, long operand) {
        this.text = text;
        this.operator = operator;
        this.operand = operand;
        this.ranges = operator == null ? List.of(Range.everything()) : Range.of(operator, operand);
    }

    static MemoryPattern of(String text) {
        Comparison comparison = Comparison.parse(text);
        BigInteger number = comparison == null ? null : PythonInteger.parse(comparison.operand());
        return comparison == null || number == null
                ? new MemoryPattern(text, null, 0)
                : new MemoryPattern(
                        text, comparison.operator(), number.min(MOST).longValue());
    }

    /** @throws UnanswerableException if the pattern is not a number that can be compared */
    boolean matches(long megabytes) {
        if (operator == null) {
            throw new UnanswerableException("The rule's memory '" + text + "' is no number and no comparison.");
        }
        return operator.holds(Long.compare(megabytes, operand));
    }

    boolean canFail() {
        return operator == null;
    }

    /** Ranges that together hold every number that matches, and perhaps some that do not. */
    List<Range<Long>> ranges() {
        return ranges;
    }
}
