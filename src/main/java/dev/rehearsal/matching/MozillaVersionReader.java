package dev.rehearsal.matching;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads one version in the grammar that its dots and its major number choose. */
final class MozillaVersionReader {

    /** From this major number on, alphas are the only versions with a tag. */
    private static final long FIRST_OF_RAPID_RELEASES = 5;

    private final String text;
    private final TextCursor cursor;
    private final long[] numbers = new long[4];
    private BigInteger @Nullable [] overlong;

    MozillaVersionReader(String text) {
        this.text = text;
        this.cursor = new TextCursor(text);
    }

    @Nullable
    MozillaVersion read() {
        int dots = dots();
        if (!number(0) || !cursor.skip('.')) {
            return null;
        }
        if (dots > 2) {
            return number(1) && cursor.skip('.') && cursor.digit() && cursor.skip('.') && number(2)
                    ? withTag(true)
                    : null;
        }
        boolean rapidRelease = numbers[0] >= FIRST_OF_RAPID_RELEASES;
        if (rapidRelease && text.endsWith(".*")) {
            return glob();
        }
        if (!number(1) || cursor.skip('.') && !number(2)) {
            return null;
        }
        return withTag(!rapidRelease);
    }

    private @Nullable MozillaVersion withTag(boolean anyTag) {
        int start = cursor.position();
        char tag = cursor.letters();
        boolean tagged = tag != 0;
        boolean allowed = anyTag || tag == 'a' && cursor.position() == start + 1;
        if (tagged && !(allowed && number(3)) || !cursor.atEnd()) {
            return null;
        }
        return MozillaVersion.release(numbers, overlong, tag);
    }

    private @Nullable MozillaVersion glob() {
        int named = cursor.skip('*') ? 1 : number(1) && cursor.skip('.') && cursor.skip('*') ? 2 : 0;
        if (named == 0 || cursor.position() != text.length()) {
            return null;
        }
        long[] stem = new long[named];
        System.arraycopy(numbers, 0, stem, 0, named);
        return MozillaVersion.glob(stem, overlong, text.substring(0, text.length() - 1));
    }

    private boolean number(int index) {
        long number = cursor.number();
        if (number == TextCursor.NO_NUMBER) {
            return false;
        }
        numbers[index] = number;
        if (number == TextCursor.OVERLONG) {
            keepExactly(index);
        }
        if (overlong != null) {
            overlong[index] = cursor.exactNumber();
        }
        return true;
    }

    private void keepExactly(int index) {
        if (overlong == null) {
            overlong = new BigInteger[numbers.length];
            for (int i = 0; i < numbers.length; i++) {
                overlong[i] = BigInteger.valueOf(i < index ? numbers[i] : 0);
            }
        }
    }

    private int dots() {
        int dots = 0;
        for (int i = text.indexOf('.'); i >= 0; i = text.indexOf('.', i + 1)) {
            dots++;
        }
        return dots;
    }
}
