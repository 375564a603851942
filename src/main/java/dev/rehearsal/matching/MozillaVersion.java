package dev.rehearsal.matching;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A version of Firefox and its kin, in one of the four grammars that Balrog knows (all of this is a Balrog fact).
 *
 * <p>With one or two dots and a major number above 4: {@code 136.0}, {@code 136.0.1}, {@code 137.0a1} or a glob,
 * {@code 78.*} or {@code 78.8.*}. With one or two dots and a major number up to 4 also other tags: {@code 3.6b5},
 * {@code 3.6.3plugin1}, of which only the first letter and the number count. Else four numbers, {@code 2.0.0.20}, of
 * which the third is one digit and does not count. Numbers may have any length.
 */
public final class MozillaVersion implements Comparable<MozillaVersion> {

    /** Greater than every letter: a version without a tag follows its own alphas and betas. */
    private static final char NO_TAG = Character.MAX_VALUE;

    private static final char LOWEST_TAG = 'A';
    private static final int TAG_NUMBER = 3;
    private static final int NUMBERS_OF_A_RELEASE = 3;

    /** Major, minor, patch and the number of the tag; a glob has the one or two that it names. */
    private final long[] numbers;

    private final BigInteger @Nullable [] overlong;
    private final char tag;
    private final @Nullable String globStem;
    private final boolean stemIsCanonical;

    private MozillaVersion(long[] numbers, BigInteger @Nullable [] overlong, char tag, @Nullable String globStem) {
        this.numbers = numbers;
        this.overlong = overlong;
        this.tag = tag;
        this.globStem = globStem;
        this.stemIsCanonical = globStem != null && globStem.equals(withDots());
    }

    /**
     * @throws BadQueryException if the text is in none of the grammars, with Balrog's message
     * @throws UnanswerableException for an empty text, which Balrog accepts and then cannot compare
     */
    public static MozillaVersion parse(String text) {
        MozillaVersion version = tryParse(text);
        if (version != null) {
            return version;
        }
        if (text.isEmpty()) {
            throw new UnanswerableException("An empty version cannot be compared.");
        }
        throw new BadQueryException(refusal(text));
    }

    /** Reads a version; returns null where {@link #parse} throws. */
    public static @Nullable MozillaVersion tryParse(String text) {
        return new MozillaVersionReader(text).read();
    }

    static String refusal(String text) {
        return "Version number " + text + " is invalid.";
    }

    /** @param tag 0 for none */
    static MozillaVersion release(long[] numbers, BigInteger @Nullable [] overlong, char tag) {
        return new MozillaVersion(numbers, overlong, tag == 0 ? NO_TAG : tag, null);
    }

    /** @param stem the text up to its star, {@code 78.} or {@code 78.8.} */
    static MozillaVersion glob(long[] numbers, BigInteger @Nullable [] overlong, String stem) {
        return new MozillaVersion(numbers, overlong, NO_TAG, stem);
    }

    /** Returns what all versions that begin with these one or two numbers have in common. */
    static MozillaVersion prefix(List<BigInteger> named) {
        long[] numbers = named.stream().mapToLong(MozillaVersion::toLong).toArray();
        return new MozillaVersion(numbers, named.toArray(BigInteger[]::new), NO_TAG, null);
    }

    private static long toLong(BigInteger number) {
        return number.bitLength() < Long.SIZE - 1 ? number.longValue() : TextCursor.OVERLONG;
    }

    /** Whether this stands for all versions that begin alike; clients may send that too. */
    public boolean isGlob() {
        return globStem != null;
    }

    /**
     * Numbers first, a missing patch being 0, then tagged before untagged, then the tag's letter and number. A glob is
     * level with every untagged version that it covers, so a list that holds globs cannot be sorted.
     */
    @Override
    public int compareTo(MozillaVersion other) {
        int shared = Math.min(precision(), other.precision());
        int byNumbers = compareNumbers(other, 0, shared);
        if (byNumbers != 0) {
            return byNumbers;
        }
        if (isGlob() && other.precision() < precision()) {
            return 1;
        }
        int byTag = Character.compare(tag, other.tag);
        return byTag != 0 || tag == NO_TAG ? byTag : compareNumbers(other, TAG_NUMBER, TAG_NUMBER + 1);
    }

    /**
     * Balrog's {@code ==}. It has a direction where globs are concerned: {@code 80.0.0} equals {@code 80.0.*}, which
     * does not equal {@code 80.0.0}, because a glob compares its text and {@code 80.0.0} is written {@code 80.0}.
     */
    public boolean isSameAs(MozillaVersion other) {
        if (globStem == null) {
            return compareTo(other) == 0;
        }
        if (other.globStem != null) {
            return other.toString().startsWith(globStem);
        }
        boolean patchIsWritten = precision() == 1 || other.numbers[2] != 0;
        return stemIsCanonical && patchIsWritten && compareNumbers(other, 0, precision()) == 0;
    }

    /** How the numbers that a pin or glob names order against the same numbers of this version. */
    int compareNumbersTo(MozillaVersion prefix) {
        return compareNumbers(prefix, 0, prefix.precision());
    }

    /** A version at or below every version that this glob covers; null if none can be named. */
    @Nullable
    MozillaVersion lowestCovered() {
        return overlong == null ? release(Arrays.copyOf(numbers, TAG_NUMBER + 1), null, LOWEST_TAG) : null;
    }

    /** A version above every version that this glob covers; null if none can be named. */
    @Nullable
    MozillaVersion firstBeyond() {
        if (overlong != null) {
            return null;
        }
        long[] next = Arrays.copyOf(numbers, TAG_NUMBER + 1);
        next[precision() - 1]++;
        return release(next, null, LOWEST_TAG);
    }

    private int precision() {
        return Math.min(numbers.length, NUMBERS_OF_A_RELEASE);
    }

    private int compareNumbers(MozillaVersion other, int from, int to) {
        for (int i = from; i < to; i++) {
            int order = Long.compare(numbers[i], other.numbers[i]);
            if (order == 0 && numbers[i] == TextCursor.OVERLONG) {
                order = exact(i).compareTo(other.exact(i));
            }
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private BigInteger exact(int index) {
        return overlong == null ? BigInteger.valueOf(numbers[index]) : overlong[index];
    }

    /** The numbers that a glob names, without leading zeros, each followed by a dot. */
    String withDots() {
        StringBuilder stem = new StringBuilder();
        for (int i = 0; i < precision(); i++) {
            stem.append(exact(i)).append('.');
        }
        return stem.toString();
    }

    /**
     * Returns the text as Balrog writes it: {@code 136.0} for {@code 136.0.0}, {@code 3.6.3p1} for {@code
     * 3.6.3plugin1}.
     */
    @Override
    public String toString() {
        if (globStem != null) {
            return globStem + '*';
        }
        StringBuilder text = new StringBuilder().append(exact(0)).append('.').append(exact(1));
        if (numbers[2] != 0) {
            text.append('.').append(exact(2));
        }
        if (tag != NO_TAG) {
            text.append(tag).append(exact(TAG_NUMBER));
        }
        return text.toString();
    }

    /**
     * Whether the other is an equal version or an equal glob; unlike {@link #isSameAs}, a glob equals none of the versions
     * it covers.
     */
    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof MozillaVersion other
                && Objects.equals(globStem, other.globStem)
                && compareTo(other) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(numbers), tag, globStem);
    }
}
