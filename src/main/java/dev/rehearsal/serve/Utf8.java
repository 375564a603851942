package dev.rehearsal.serve;

/**
 * Decodes UTF-8 as Python does, which decides how many characters stand for bytes that are no UTF-8.
 *
 * <p>Java's own decoder differs on encoded surrogates (one replacement, Python three) and cannot keep bytes escaped.
 */
final class Utf8 {

    /** The ways to treat bytes that are no UTF-8. */
    enum Malformed {
        /** One U+FFFD for each longest run that could have begun a character. */
        REPLACED,
        /** Each byte as {@code %XX}. */
        ESCAPED
    }

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Utf8() {}

    static String decode(byte[] bytes, int length, Malformed malformed) {
        StringBuilder text = new StringBuilder(length);
        int at = 0;
        while (at < length) {
            int first = bytes[at] & 0xFF;
            if (first < 0x80) {
                text.append((char) first);
                at++;
                continue;
            }
            int following = following(first);
            int codePoint = first & (0x3F >> following);
            int lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
            int highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
            int end = at + 1;
            int missing = following;
            while (missing > 0 && end < length && isBetween(bytes[end] & 0xFF, lowest, highest)) {
                codePoint = codePoint << 6 | bytes[end] & 0x3F;
                lowest = 0x80;
                highest = 0xBF;
                missing--;
                end++;
            }
            if (following > 0 && missing == 0) {
                text.appendCodePoint(codePoint);
            } else {
                appendMalformed(text, bytes, at, end, malformed);
            }
            at = end;
        }
        return text.toString();
    }

    /** Returns how many bytes follow this one in a character; 0 where none can begin with it. */
    private static int following(int first) {
        if (isBetween(first, 0xC2, 0xDF)) {
            return 1;
        }
        if (isBetween(first, 0xE0, 0xEF)) {
            return 2;
        }
        return isBetween(first, 0xF0, 0xF4) ? 3 : 0;
    }

    private static boolean isBetween(int value, int lowest, int highest) {
        return value >= lowest && value <= highest;
    }

    private static void appendMalformed(StringBuilder text, byte[] bytes, int from, int to, Malformed malformed) {
        if (malformed == Malformed.REPLACED) {
            text.append('\uFFFD');
            return;
        }
        for (int at = from; at < to; at++) {
            text.append('%').append(HEX[bytes[at] >> 4 & 0xF]).append(HEX[bytes[at] & 0xF]);
        }
    }
}
