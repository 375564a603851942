package dev.rehearsal.matching;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole numbers as Python's {@code int()} does, since Balrog reads what clients and admins write with it: space
 * around, a sign, digits of any script and single underscores between digits are allowed.
 */
public final class PythonInteger {

    /** Python refuses longer numbers. */
    static final int MOST_DIGITS = 4300;

    /** Every number of so many fits. */
    private static final int DIGITS_OF_AN_INT = 9;

    private PythonInteger() {}

    /** The number, or null where Python refuses the text. */
    public static @Nullable BigInteger parse(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        boolean negative = start < end && text.charAt(start) == '-';
        if (negative || start < end && text.charAt(start) == '+') {
            start++;
        }
        String digits = digits(text.substring(start, end));
        if (digits == null) {
            return null;
        }
        BigInteger value = new BigInteger(digits);
        return negative ? value.negate() : value;
    }

    /**
     * The int that is nearest to the number; null where Python refuses the text. A few plain digits, which is what clients
     * send, make no objects.
     */
    public static @Nullable Integer nearestInt(String text) {
        if (isShortAndPlain(text)) {
            return Integer.valueOf(text);
        }
        BigInteger number = parse(text);
        if (number == null) {
            return null;
        }
        return number.bitLength() < Integer.SIZE
                ? (Integer) number.intValue()
                : (Integer) (number.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE);
    }

    private static boolean isShortAndPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= DIGITS_OF_AN_INT;
    }

    private static @Nullable String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        boolean afterDigit = false;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (Character.isDigit(codePoint)) {
                digits.append((char) ('0' + Character.digit(codePoint, 10)));
                afterDigit = true;
            } else if (codePoint == '_' && afterDigit) {
                afterDigit = false;
            } else {
                return null;
            }
            i += Character.charCount(codePoint);
        }
        return afterDigit && digits.length() <= MOST_DIGITS ? digits.toString() : null;
    }

    private static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character) || character == '\u0085';
    }
}
