package dev.rehearsal.serve;

import dev.rehearsal.serve.Utf8.Malformed;
import java.nio.charset.StandardCharsets;

/** Percent-decoding as Balrog's servers do it; a path and a query string differ. */
final class UrlText {

    private UrlText() {}

    /**
     * A path. {@code %} takes the next two bytes whatever they are: no hex digits give a NUL, too few vanish, and
     * {@code %%} is one {@code %} (facts of the web server in front of Balrog).
     */
    static String decodePath(String raw) {
        int first = raw.indexOf('%');
        if (first < 0 && isAscii(raw)) {
            return raw;
        }
        byte[] bytes = new byte[raw.length()];
        int length = 0;
        boolean ascii = true;
        int at = 0;
        while (at < raw.length()) {
            int character = raw.charAt(at++);
            if (character == '%') {
                if (at < raw.length() && raw.charAt(at) == '%') {
                    at++;
                } else if (at + 2 > raw.length()) {
                    break;
                } else {
                    character = Math.max(0, hexByte(raw, at));
                    at += 2;
                }
            }
            ascii &= character < 0x80;
            bytes[length++] = (byte) character;
        }
        return text(bytes, length, ascii, Malformed.REPLACED);
    }

    /** A name or value of a query string: {@code +} is a space, a broken escape stays as it is. */
    static String decodeParameter(String raw) {
        if (raw.indexOf('%') < 0 && raw.indexOf('+') < 0) {
            return raw;
        }
        byte[] bytes = new byte[raw.length()];
        int length = 0;
        boolean ascii = true;
        int at = 0;
        while (at < raw.length()) {
            int character = raw.charAt(at++);
            if (character == '+') {
                character = ' ';
            } else if (character == '%' && at + 2 <= raw.length()) {
                int escaped = hexByte(raw, at);
                if (escaped >= 0) {
                    character = escaped;
                    at += 2;
                }
            }
            ascii &= character < 0x80;
            bytes[length++] = (byte) character;
        }
        return text(bytes, length, ascii, Malformed.ESCAPED);
    }

    /** Returns the text with one {@code ?} for each character that is not ASCII. */
    static String ascii(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            replaced.append(codePoint < 0x80 ? (char) codePoint : '?');
            at += Character.charCount(codePoint);
        }
        return replaced.toString();
    }

    /** A decoded path, escaped again for a {@code Location}. */
    static String encodePath(String path) {
        StringBuilder encoded = new StringBuilder(path.length() + 16);
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            appendEncoded(encoded, octet, "-._~!$&'()*+,/:;=@");
        }
        return encoded.toString();
    }

    /** A raw query string with nothing in it that a header could not hold. */
    static String encodeQuery(String query) {
        StringBuilder encoded = new StringBuilder(query.length() + 16);
        for (byte octet : query.getBytes(StandardCharsets.ISO_8859_1)) {
            appendEncoded(encoded, octet, "-._~!$&'()*+,/:;=?@%");
        }
        return encoded.toString();
    }

    private static void appendEncoded(StringBuilder encoded, byte octet, String kept) {
        char character = (char) (octet & 0xFF);
        if (character < 0x80 && (Character.isLetterOrDigit(character) || kept.indexOf(character) >= 0)) {
            encoded.append(character);
        } else {
            encoded.append('%')
                    .append(Character.toUpperCase(Character.forDigit(character >> 4, 16)))
                    .append(Character.toUpperCase(Character.forDigit(character & 0xF, 16)));
        }
    }

    private static boolean isAscii(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int length, boolean ascii, Malformed malformed) {
        return ascii
                ? new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
                : Utf8.decode(bytes, length, malformed);
    }

    /** The byte that two hex digits give; negative where they are none. */
    private static int hexByte(String text, int at) {
        int high = hexDigit(text.charAt(at));
        int low = hexDigit(text.charAt(at + 1));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int hexDigit(char character) {
        return character < 0x80 ? Character.digit(character, 16) : -1;
    }
}
