package dev.rehearsal.serve;

import org.jspecify.annotations.Nullable;

/**
 * Reads a whole number as Python's {@code int()} does: spaces around it, a sign, single underscores between digits, and
 * the decimal digits of every script.
 */
final class PythonInteger {

    /** Python refuses longer ones. */
    private static final int MOST_DIGITS = 4300;

    private PythonInteger() {}

    /** Null where the text is no whole number; what an int cannot hold becomes the int nearest to it. */
    static @Nullable Integer parse(String text) {
        int end = text.length();
        int at = 0;
        while (at < end && isSpace(text.charAt(at))) {
            at++;
        }
        while (end > at && isSpace(text.charAt(end - 1))) {
            end--;
        }
        boolean negative = false;
        if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            negative = text.charAt(at) == '-';
            at++;
        }
        long value = 0;
        int digits = 0;
        boolean digitBefore = false;
        while (at < end) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (codePoint == '_' && digitBefore) {
                digitBefore = false;
                continue;
            }
            int digit = Character.digit(codePoint, 10);
            if (digit < 0) {
                return null;
            }
            value = Math.min(value * 10 + digit, Integer.MAX_VALUE);
            digits++;
            digitBefore = true;
        }
        if (!digitBefore || digits > MOST_DIGITS) {
            return null;
        }
        return (int) (negative ? -value : value);
    }

    private static boolean isSpace(char character) {
        return switch (character) {
            case ' ', '\t', '\n', 0x0B, '\f', '\r' -> true;
            case 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> character >= 0x2000 && character <= 0x200A;
        };
    }
}
