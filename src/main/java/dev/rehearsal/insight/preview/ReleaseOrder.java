package dev.rehearsal.insight.preview;

import dev.rehearsal.matching.ReleaseName;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of releases as their names tell it: numbers count as numbers, so that 99.0 comes before 149.0.2. */
public final class ReleaseOrder {

    private static final Pattern PIECE = Pattern.compile("\\d+|\\D+");
    private static final Pattern FAMILY = Pattern.compile("\\D*");

    /** Sorts by name, from the oldest. */
    public static final Comparator<ReleaseName> BY_NAME = ReleaseOrder::compare;

    private ReleaseOrder() {}

    /** Returns the one just before it among those that begin alike; empty if it is the first of them. */
    public static Optional<ReleaseName> before(ReleaseName name, Collection<ReleaseName> all) {
        String family = family(name);
        return all.stream()
                .filter(other -> family(other).equals(family) && compare(other, name) < 0)
                .max(BY_NAME);
    }

    /** Returns what stands before the first number, such as {@code Firefox-}. */
    private static String family(ReleaseName name) {
        Matcher start = FAMILY.matcher(name.value());
        return start.lookingAt() ? start.group() : "";
    }

    private static int compare(ReleaseName one, ReleaseName other) {
        Matcher left = PIECE.matcher(one.value());
        Matcher right = PIECE.matcher(other.value());
        while (true) {
            boolean more = left.find();
            if (!right.find()) {
                return more ? 1 : 0;
            }
            if (!more) {
                return -1;
            }
            int order = comparePieces(left.group(), right.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int comparePieces(String left, String right) {
        boolean numbers = Character.isDigit(left.charAt(0)) && Character.isDigit(right.charAt(0));
        if (!numbers) {
            return left.compareTo(right);
        }
        String one = left.replaceFirst("^0+(?=.)", "");
        String other = right.replaceFirst("^0+(?=.)", "");
        return one.length() == other.length() ? one.compareTo(other) : Integer.compare(one.length(), other.length());
    }
}
