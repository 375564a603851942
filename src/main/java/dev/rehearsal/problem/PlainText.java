package dev.rehearsal.problem;

import org.jspecify.annotations.Nullable;

/** Tells texts that every database keeps as they are from those that some refuse, or keep as something else. */
public final class PlainText {

    private PlainText() {}

    /** Returns why a text cannot be kept; null if it can. */
    public static @Nullable String refusal(String text) {
        if (text.indexOf('\0') >= 0) {
            return "must not hold a NUL character";
        }
        return holdsHalf(text) ? "holds half of a character, which cannot be stored: write the whole one" : null;
    }

    /** Returns whether a surrogate stands without the other one. */
    public static boolean holdsHalf(String text) {
        return text.codePoints().anyMatch(PlainText::isHalfOfPair);
    }

    private static boolean isHalfOfPair(int symbol) {
        return symbol >= Character.MIN_SURROGATE && symbol <= Character.MAX_SURROGATE;
    }
}
