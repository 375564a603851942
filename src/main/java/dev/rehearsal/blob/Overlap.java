package dev.rehearsal.blob;

import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.BuildIdPattern;
import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.MozillaVersion;
import dev.rehearsal.matching.PythonInteger;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.VersionPattern;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Finds whether two values of a condition of an update line can both match one query, as Balrog decides it: the value
 * next to a bound is tried against the other one. Where Balrog fails on a pair, what is true counts.
 */
final class Overlap {

    private static final String OPERATORS = "<>=";

    /** Balrog takes no part of a version to be greater. */
    private static final BigInteger GREATEST_PART = BigInteger.valueOf(999);

    private Overlap() {}

    static boolean ofChannels(String one, String other) {
        return one.equals(other) || admitsStemOf(one, other) || admitsStemOf(other, one);
    }

    private static boolean admitsStemOf(String pattern, String other) {
        int end = other.length();
        while (end > 0 && other.charAt(end - 1) == '*') {
            end--;
        }
        String stem = other.substring(0, end);
        return ChannelPattern.of(pattern).matches(stem, UpdateQuery.fallbackOf(stem));
    }

    static boolean ofVersions(String one, String other) {
        for (String part : one.split(",", -1)) {
            for (String otherPart : other.split(",", -1)) {
                if (ofSingleVersions(part, otherPart)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean ofSingleVersions(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        if (!isComparison(one) || !isComparison(other)) {
            // A glob is tried on the other as well as the other on it.
            return (!isComparison(other) && admitsVersion(one, other))
                    || (!isComparison(one) && admitsVersion(other, one));
        }
        String nextToOne = nextVersion(one);
        String nextToOther = nextVersion(other);
        if (nextToOne == null || nextToOther == null) {
            return haveVersionInCommon(one, other);
        }
        return admitsVersion(one, nextToOther) || admitsVersion(other, nextToOne);
    }

    private static boolean admitsVersion(String pattern, String version) {
        try {
            return VersionPattern.of(pattern).matches(version);
        } catch (BadQueryException | UnanswerableException e) {
            return true;
        }
    }

    static boolean ofBuildIds(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        return BuildIdPattern.of(one).matches(nextBuildId(other))
                || BuildIdPattern.of(other).matches(nextBuildId(one));
    }

    static boolean isComparison(String value) {
        return value.startsWith("<") || value.startsWith(">");
    }

    static String withoutOperator(String value) {
        int start = 0;
        while (start < value.length() && OPERATORS.indexOf(value.charAt(start)) >= 0) {
            start++;
        }
        return value.substring(start);
    }

    /** A buildID that the comparison admits, as near to its bound as possible; an exact one itself. */
    private static String nextBuildId(String comparison) {
        String bound = withoutOperator(comparison);
        BigInteger number = PythonInteger.parse(bound);
        if (comparison.indexOf('=') >= 0 || !isComparison(comparison) || number == null) {
            return bound;
        }
        return (comparison.startsWith("<") ? number.subtract(BigInteger.ONE) : number.add(BigInteger.ONE)).toString();
    }

    /** Returns the next version that a comparison covers; null where Balrog cannot name one, as next to an alpha. */
    private static @Nullable String nextVersion(String comparison) {
        String bound = withoutOperator(comparison);
        if (comparison.indexOf('=') >= 0) {
            return MozillaVersion.tryParse(bound) == null ? null : bound;
        }
        String[] texts = bound.split("\\.", -1);
        BigInteger[] parts = new BigInteger[texts.length];
        for (int i = 0; i < texts.length; i++) {
            BigInteger part = PythonInteger.parse(texts[i]);
            if (part == null) {
                return null;
            }
            parts[i] = part;
        }
        if (comparison.startsWith(">")) {
            parts[parts.length - 1] = parts[parts.length - 1].add(BigInteger.ONE);
        } else if (!decrement(parts)) {
            return null;
        }
        StringBuilder next = new StringBuilder();
        for (BigInteger part : parts) {
            next.append(next.isEmpty() ? "" : ".").append(part);
        }
        return next.toString();
    }

    private static boolean decrement(BigInteger[] parts) {
        for (int i = parts.length - 1; i >= 0; i--) {
            if (parts[i].signum() != 0) {
                parts[i] = parts[i].subtract(BigInteger.ONE);
                return true;
            }
            parts[i] = GREATEST_PART;
        }
        return false;
    }

    private static boolean haveVersionInCommon(String one, String other) {
        boolean oneIsUpper = one.startsWith("<");
        if (oneIsUpper == other.startsWith("<")) {
            return true;
        }
        MozillaVersion upper = MozillaVersion.tryParse(operand(oneIsUpper ? one : other));
        MozillaVersion lower = MozillaVersion.tryParse(operand(oneIsUpper ? other : one));
        if (upper == null || lower == null) {
            return true;
        }
        boolean bothInclusive = one.indexOf('=') >= 0 && other.indexOf('=') >= 0;
        int order = lower.compareTo(upper);
        return order < 0 || (order == 0 && bothInclusive);
    }

    /** What follows a version is not part of it. */
    private static String operand(String comparison) {
        String bound = withoutOperator(comparison);
        int end = 0;
        while (end < bound.length() && (bound.charAt(end) == '.' || Character.isLetterOrDigit(bound.charAt(end)))) {
            end++;
        }
        return bound.substring(0, end);
    }
}
