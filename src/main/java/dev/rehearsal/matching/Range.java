package dev.rehearsal.matching;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A range holds all values between two bounds, both included; null is no bound. */
record Range<T>(@Nullable T from, @Nullable T to) {

    static <T> Range<T> everything() {
        return new Range<>(null, null);
    }

    static <T> List<Range<T>> of(Comparison.Operator operator, T operand) {
        return List.of(
                switch (operator) {
                    case EQUAL, GLOB -> new Range<>(operand, operand);
                    case AT_LEAST, ABOVE -> new Range<>(operand, null);
                    case BELOW, AT_MOST -> new Range<>(null, operand);
                });
    }
}
