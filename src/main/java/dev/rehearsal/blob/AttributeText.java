package dev.rehearsal.blob;

import dev.rehearsal.matching.UnanswerableException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Tells the texts that may stand in an attribute of an answer from those that would end it or spoil the document.
 *
 * <p>Answers escape ampersands only, as Balrog's do, so a text with a quote could go on with a file of its own, on a host
 * that no allow-list has seen. Such a text is refused where it is written; what was stored before is not served.
 */
final class AttributeText {

    private static final char LAST_BEFORE_CONTROLS = '\u007e';
    private static final char LAST_CONTROL = '\u009f';

    private AttributeText() {}

    /**
     * Returns the text as it is.
     *
     * @throws UnanswerableException if it may not stand in an attribute
     */
    static String safe(String text) {
        if (isSafe(text)) {
            return text;
        }
        throw new UnanswerableException(
                "'" + shown(text) + "' would end the attribute of the answer that it stands in, so nothing is served.");
    }

    static boolean isSafe(String text) {
        return firstRefused(text) < 0;
    }

    /** Returns why a text may not stand in an attribute; null if it may. */
    static @Nullable String refusal(String text) {
        int refused = firstRefused(text);
        return refused < 0
                ? null
                : "Must not hold %s (character %d): in an answer to clients it would end the attribute that the text stands in."
                        .formatted(named(text.charAt(refused)), refused + 1);
    }

    /** Returns a text for people and logs, with what cannot be seen as an escape. */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isInvisible(c)) {
                shown.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    private static int firstRefused(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c > LAST_BEFORE_CONTROLS) {
                if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else if (isInvisible(c)) {
                    return i;
                }
            } else if (c < ' ' || c == '"' || c == '<' || c == '>') {
                return i;
            }
        }
        return -1;
    }

    /** Returns whether this is a control character, or none that a document may hold, such as half of a pair. */
    private static boolean isInvisible(char c) {
        return c < ' ' || (c > LAST_BEFORE_CONTROLS && c <= LAST_CONTROL) || Character.isSurrogate(c) || c >= '\ufffe';
    }

    private static String named(char c) {
        return isInvisible(c) ? "the control character U+%04X".formatted((int) c) : "the character " + c;
    }
}
