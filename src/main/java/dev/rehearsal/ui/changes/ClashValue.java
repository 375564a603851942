package dev.rehearsal.ui.changes;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.ui.frame.Messages;
import org.jspecify.annotations.Nullable;

/** Writes the value that one side of a clash has. */
final class ClashValue {

    private static final Messages MESSAGES = Messages.beside(ClashValue.class);

    private static final int TOLD_DIGITS = 8;

    private ClashValue() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> MESSAGES.get("conflict.nothing");
            case ContentHash content ->
                MESSAGES.get("conflict.content", content.value().substring(0, TOLD_DIGITS));
            default -> value.toString();
        };
    }
}
