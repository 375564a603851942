package dev.rehearsal.matching.region;

import dev.rehearsal.matching.Comparison;
import dev.rehearsal.matching.PythonInteger;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of memory that rules tell apart. A client that does not say how much it has meets every rule. */
final class Memories {

    private static final int USUAL = 8192;

    private Memories() {}

    /** @param asked the memories of rules, as they stand there */
    static List<Kind> kinds(Collection<String> asked) {
        Line<BigInteger> line = new Line<>(Comparator.naturalOrder(), Memories::tried);
        for (String text : asked) {
            Comparison comparison = Comparison.parse(text);
            BigInteger operand = comparison == null ? null : PythonInteger.parse(comparison.operand());
            if (operand != null) {
                line.add(operand, operand.toString());
            }
        }
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : line.kinds()) {
            BigInteger megabytes = new BigInteger(String.valueOf(kind.value()));
            if (megabytes.bitLength() < Integer.SIZE) {
                kinds.add(new Kind(megabytes.intValue(), kind.from(), kind.to(), false));
            }
        }
        kinds.add(Kind.absent(null));
        return kinds;
    }

    private static List<BigInteger> tried(@Nullable BigInteger low, @Nullable BigInteger high) {
        return Stream.of(
                        BigInteger.valueOf(USUAL),
                        low == null ? BigInteger.ZERO : low.add(BigInteger.ONE),
                        high == null ? BigInteger.ZERO : high.subtract(BigInteger.ONE))
                .toList();
    }
}
