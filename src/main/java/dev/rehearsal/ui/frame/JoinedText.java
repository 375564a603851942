package dev.rehearsal.ui.frame;

import java.util.List;

/** Several things in one sentence. */
public final class JoinedText {

    private static final Messages MESSAGES = Messages.beside(JoinedText.class);

    private JoinedText() {}

    /** Returns text such as {@code one, two and three}; empty for none. */
    public static String and(List<String> things) {
        return things.size() < 2
                ? String.join("", things)
                : MESSAGES.get("list.and", allButLast(things), things.getLast());
    }

    /** Returns text such as {@code one, two or three}; empty for none. */
    public static String or(List<String> things) {
        return things.size() < 2
                ? String.join("", things)
                : MESSAGES.get("list.or", allButLast(things), things.getLast());
    }

    private static String allButLast(List<String> things) {
        return String.join(", ", things.subList(0, things.size() - 1));
    }
}
