package dev.rehearsal.matching.region;

import static java.util.Objects.requireNonNull;

import dev.rehearsal.matching.Comparison;
import dev.rehearsal.matching.MozillaVersion;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of versions that rules for Mozilla's products tell apart. A client names one version: one that names many,
 * as {@code 78.*} does, is none.
 */
final class MozillaVersions {

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?(?:([a-zA-Z])(\\d+))?");
    private static final Pattern GLOB = Pattern.compile("(0|[1-9]\\d*)\\.(?:(0|[1-9]\\d*)\\.)?\\*");
    /** In four numbers the third does not count, and any letter may follow. */
    private static final String LOWEST_OF_ALL = "0.0.0.0A0";

    private static final BigInteger ONE = BigInteger.ONE;

    private final Line<MozillaVersion> line = new Line<>(MozillaVersion::compareTo, MozillaVersions::tried);
    private boolean complete = true;

    /** @param asked the versions of rules, as they stand there */
    MozillaVersions(Collection<String> asked) {
        for (String text : asked) {
            for (String part : text.split(",", -1)) {
                Comparison comparison = Comparison.parse(part);
                MozillaVersion operand = comparison == null ? null : MozillaVersion.tryParse(comparison.operand());
                if (operand != null) {
                    add(operand);
                }
            }
        }
    }

    private void add(MozillaVersion operand) {
        if (!operand.isGlob()) {
            line.add(operand, operand.toString());
            return;
        }
        Matcher glob = GLOB.matcher(operand.toString());
        if (!glob.matches()) {
            // With a leading zero it covers releases and not their alphas: no stretch.
            complete = false;
            return;
        }
        BigInteger major = new BigInteger(glob.group(1));
        if (glob.group(2) == null) {
            line.addMark(lowest(major, BigInteger.ZERO), operand.toString());
            line.addMark(lowest(major.add(ONE), BigInteger.ZERO), major.add(ONE) + ".*");
        } else {
            BigInteger minor = new BigInteger(glob.group(2));
            line.addMark(lowest(major, minor), operand.toString());
            line.addMark(version(major + "." + minor), major + "." + minor);
            line.addMark(lowest(major, minor.add(ONE)), major + "." + minor.add(ONE) + ".*");
        }
    }

    private static MozillaVersion lowest(BigInteger major, BigInteger minor) {
        return version(major + "." + minor + ".0.0A0");
    }

    /** Whether the kinds hold every version that a client may name. */
    boolean isComplete() {
        return complete;
    }

    List<Kind> kinds() {
        return line.kinds();
    }

    private static List<MozillaVersion> tried(@Nullable MozillaVersion low, @Nullable MozillaVersion high) {
        List<MozillaVersion> tried = new ArrayList<>();
        if (high != null) {
            tried.addAll(below(high));
        } else if (low == null) {
            tried.add(version("100.0"));
        }
        tried.addAll(low == null ? List.of(version(LOWEST_OF_ALL)) : above(low));
        return tried;
    }

    private static List<MozillaVersion> below(MozillaVersion high) {
        Matcher numbers = read(high);
        BigInteger major = new BigInteger(numbers.group(1));
        BigInteger minor = new BigInteger(numbers.group(2));
        List<MozillaVersion> below = new ArrayList<>();
        if (major.signum() > 0) {
            below.add(version(major.subtract(ONE) + ".0"));
        }
        if (minor.signum() > 0) {
            below.add(version(major + "." + minor.subtract(ONE)));
        }
        below.add(version(major + "." + minor));
        return below;
    }

    /** Returns versions above another; the last is the very next one. */
    private static List<MozillaVersion> above(MozillaVersion low) {
        Matcher numbers = read(low);
        BigInteger major = new BigInteger(numbers.group(1));
        BigInteger minor = new BigInteger(numbers.group(2));
        BigInteger patch = numbers.group(3) == null ? BigInteger.ZERO : new BigInteger(numbers.group(3));
        String release = major + "." + minor + "." + patch;
        String nextPatch = major + "." + minor + "." + patch.add(ONE);
        String next = numbers.group(4) == null
                ? major + "." + minor + ".0." + patch.add(ONE) + "A0"
                : major + "." + minor + ".0." + patch + numbers.group(4) + new BigInteger(numbers.group(5)).add(ONE);
        return List.of(
                version(major.add(ONE) + ".0"),
                version(major + "." + minor.add(ONE)),
                version(nextPatch),
                version(release),
                version(next));
    }

    private static Matcher read(MozillaVersion version) {
        Matcher numbers = VERSION.matcher(version.toString());
        if (!numbers.matches()) {
            throw new IllegalStateException("No single version: " + version);
        }
        return numbers;
    }

    private static MozillaVersion version(String text) {
        return requireNonNull(MozillaVersion.tryParse(text), text);
    }
}
