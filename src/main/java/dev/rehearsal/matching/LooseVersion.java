package dev.rehearsal.matching;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of the VPN product: runs of digits, of lower-case letters and of anything else, dots dropped (a Balrog
 * fact). {@code 1.0} precedes {@code 1.0.0}, and {@code 2.0} precedes {@code 2.0b1}.
 */
public final class LooseVersion implements Comparable<LooseVersion> {

    private sealed interface Part {}

    private record Number(BigInteger value) implements Part {}

    private record Text(String value) implements Part {}

    private final String text;
    private final List<Part> parts;
    private final boolean numeric;

    private LooseVersion(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
        this.numeric = parts.stream().allMatch(Number.class::isInstance);
    }

    /** @throws UnanswerableException for an empty text, which Balrog accepts and then cannot compare */
    public static LooseVersion parse(String text) {
        if (text.isEmpty()) {
            throw new UnanswerableException("An empty version cannot be compared.");
        }
        List<Part> parts = new ArrayList<>();
        int end;
        for (int start = 0; start < text.length(); start = end) {
            Kind kind = Kind.at(text, start);
            end = kind.runFrom(text, start);
            String run = text.substring(start, end);
            switch (kind) {
                case DIGITS -> parts.add(number(run));
                case LETTERS, OTHER -> parts.add(new Text(run));
                case DOT -> {}
            }
        }
        return new LooseVersion(text, parts);
    }

    private static Part number(String digits) {
        BigInteger value = PythonInteger.parse(digits);
        return value == null ? new Text(digits) : new Number(value);
    }

    /** Whether there are only numbers; two such versions can always be compared. */
    boolean isNumeric() {
        return numeric;
    }

    /** @throws UnanswerableException where letters would have to be compared with a number */
    @Override
    public int compareTo(LooseVersion other) {
        int shared = Math.min(parts.size(), other.parts.size());
        for (int i = 0; i < shared; i++) {
            int order = compare(parts.get(i), other.parts.get(i), other);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.size(), other.parts.size());
    }

    private int compare(Part mine, Part theirs, LooseVersion other) {
        if (mine instanceof Number(var number) && theirs instanceof Number(var otherNumber)) {
            return number.compareTo(otherNumber);
        }
        if (mine instanceof Text(var letters) && theirs instanceof Text(var otherLetters)) {
            return letters.compareTo(otherLetters);
        }
        throw new UnanswerableException("The versions " + text + " and " + other.text
                + " cannot be compared: one has letters, the other a number.");
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof LooseVersion other && parts.equals(other.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private enum Kind {
        DIGITS,
        LETTERS,
        DOT,
        OTHER;

        static Kind at(String text, int index) {
            int codePoint = text.codePointAt(index);
            if (Character.isDigit(codePoint)) {
                return DIGITS;
            }
            if (codePoint >= 'a' && codePoint <= 'z') {
                return LETTERS;
            }
            return codePoint == '.' ? DOT : OTHER;
        }

        int runFrom(String text, int start) {
            int end = start;
            while (end < text.length() && at(text, end) == this) {
                end += Character.charCount(text.codePointAt(end));
            }
            return end;
        }
    }
}
