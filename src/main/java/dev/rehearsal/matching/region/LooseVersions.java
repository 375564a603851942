package dev.rehearsal.matching.region;

import dev.rehearsal.matching.Comparison;
import dev.rehearsal.matching.LooseVersion;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of versions that rules for the VPN product tell apart. A version with letters in it that gets an answer gets
 * that of one with numbers alone, as long as no rule names letters.
 */
final class LooseVersions {

    private static final Pattern NUMBERS = Pattern.compile("[0-9.]+");

    private final Line<LooseVersion> line = new Line<>(LooseVersion::compareTo, LooseVersions::tried);
    private boolean complete = true;

    /** @param asked the versions of rules, as they stand there */
    LooseVersions(Collection<String> asked) {
        for (String text : asked) {
            for (String part : text.split(",", -1)) {
                Comparison comparison = Comparison.parse(part);
                String operand = comparison == null ? "" : comparison.operand();
                if (NUMBERS.matcher(operand).matches()) {
                    line.add(LooseVersion.parse(operand), operand);
                } else {
                    complete = false;
                }
            }
        }
    }

    /** Whether the kinds hold every version that gets an answer. */
    boolean isComplete() {
        return complete;
    }

    List<Kind> kinds() {
        return line.kinds();
    }

    private static List<LooseVersion> tried(@Nullable LooseVersion low, @Nullable LooseVersion high) {
        List<LooseVersion> tried = new ArrayList<>();
        if (high != null) {
            tried.addAll(below(high));
        } else if (low == null) {
            tried.add(LooseVersion.parse("2.0"));
        }
        if (low == null) {
            tried.add(LooseVersion.parse("0"));
            tried.add(LooseVersion.parse("."));
        } else {
            tried.addAll(above(low));
        }
        return tried;
    }

    private static List<LooseVersion> below(LooseVersion high) {
        List<String> numbers = numbers(high);
        for (int i = 0; i < numbers.size(); i++) {
            BigInteger number = new BigInteger(numbers.get(i));
            if (number.signum() > 0) {
                List<String> below = new ArrayList<>(numbers);
                below.set(i, number.subtract(BigInteger.ONE).toString());
                return List.of(LooseVersion.parse(String.join(".", below)));
            }
        }
        return List.of();
    }

    /** Returns versions above another; the last is the very next one. */
    private static List<LooseVersion> above(LooseVersion low) {
        List<String> numbers = numbers(low);
        List<LooseVersion> above = new ArrayList<>();
        if (!numbers.isEmpty()) {
            List<String> next = new ArrayList<>(numbers);
            next.set(0, new BigInteger(next.getFirst()).add(BigInteger.ONE).toString());
            above.add(LooseVersion.parse(String.join(".", next)));
        }
        numbers.add("0");
        above.add(LooseVersion.parse(String.join(".", numbers)));
        return above;
    }

    private static List<String> numbers(LooseVersion version) {
        List<String> numbers = new ArrayList<>(Arrays.asList(version.toString().split("\\.", -1)));
        numbers.removeIf(String::isEmpty);
        return numbers;
    }
}
