package dev.rehearsal.matching;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;

/**
 * Reads a text from left to right as Python's regular expressions would: {@code \d} is a decimal digit of any script,
 * {@code $} is the end or a single newline before it.
 */
final class TextCursor {

    static final long NO_NUMBER = -1;
    /** Stands for every number that a long cannot hold; {@link #exactNumber()} has its value. */
    static final long OVERLONG = Long.MAX_VALUE;

    private static final int DIGITS_OF_A_LONG = 18;

    private final String text;
    private int position;
    private int numberStart;

    TextCursor(String text) {
        this.text = text;
    }

    /** Reads {@code \d+}; {@link #NO_NUMBER} if there is none here. */
    long number() {
        numberStart = position;
        long value = 0;
        int digits = 0;
        for (int digit = digitHere(); digit >= 0; digit = digitHere()) {
            if (++digits <= DIGITS_OF_A_LONG) {
                value = value * 10 + digit;
            }
            position += Character.charCount(text.codePointAt(position));
        }
        if (digits == 0 || digits > PythonInteger.MOST_DIGITS) {
            return NO_NUMBER;
        }
        if (digits <= DIGITS_OF_A_LONG) {
            return value;
        }
        BigInteger exact = exactNumber();
        return exact.bitLength() < Long.SIZE - 1 ? exact.longValue() : OVERLONG;
    }

    /** The number read last, however long. */
    BigInteger exactNumber() {
        return requireNonNull(PythonInteger.parse(text.substring(numberStart, position)));
    }

    boolean digit() {
        if (digitHere() < 0) {
            return false;
        }
        position += Character.charCount(text.codePointAt(position));
        return true;
    }

    boolean skip(char expected) {
        if (position < text.length() && text.charAt(position) == expected) {
            position++;
            return true;
        }
        return false;
    }

    /** Reads {@code [a-zA-Z]+} and returns its first letter; 0 if there is none here. */
    char letters() {
        int start = position;
        while (position < text.length() && isAsciiLetter(text.charAt(position))) {
            position++;
        }
        return position == start ? 0 : text.charAt(start);
    }

    /** Returns how many characters have been read. */
    int position() {
        return position;
    }

    boolean atEnd() {
        int left = text.length() - position;
        return left == 0 || left == 1 && text.charAt(position) == '\n';
    }

    private int digitHere() {
        if (position >= text.length()) {
            return -1;
        }
        char here = text.charAt(position);
        if (here < 128) {
            return here >= '0' && here <= '9' ? here - '0' : -1;
        }
        int codePoint = text.codePointAt(position);
        return Character.isDigit(codePoint) ? Character.digit(codePoint, 10) : -1;
    }

    private static boolean isAsciiLetter(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }
}
