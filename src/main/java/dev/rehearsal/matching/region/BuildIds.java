package dev.rehearsal.matching.region;

import dev.rehearsal.matching.Comparison;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of buildIDs that rules tell apart; they are texts, so there is one between nearly any two. */
final class BuildIds {

    private static final String USUAL = "20200101000000";
    private static final String LOWEST = "\u0000";
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private BuildIds() {}

    /** @param asked the buildIDs of rules, as they stand there */
    static List<Kind> kinds(Collection<String> asked) {
        Line<String> line = new Line<>(Comparator.naturalOrder(), BuildIds::tried);
        for (String text : asked) {
            Comparison comparison = Comparison.parse(text);
            if (comparison != null) {
                line.add(comparison.operand(), comparison.operand());
            }
        }
        List<Kind> kinds = new ArrayList<>(line.kinds());
        kinds.add(Kind.absent(null));
        return kinds;
    }

    private static List<String> tried(@Nullable String low, @Nullable String high) {
        List<String> tried = new ArrayList<>(List.of(USUAL));
        if (high != null && DIGITS.matcher(high).matches() && new BigInteger(high).signum() > 0) {
            tried.add(padded(new BigInteger(high).subtract(BigInteger.ONE), high));
        }
        if (low != null && DIGITS.matcher(low).matches()) {
            tried.add(padded(new BigInteger(low).add(BigInteger.ONE), low));
        }
        String start = low == null ? "" : low;
        tried.addAll(List.of(start + "0", start + "!", start + LOWEST));
        return tried;
    }

    private static String padded(BigInteger number, String like) {
        String digits = number.toString();
        return "0".repeat(Math.max(0, like.length() - digits.length())) + digits;
    }
}
