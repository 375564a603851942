package dev.rehearsal.change.ui;

import dev.rehearsal.release.ContentHash;
import org.jspecify.annotations.Nullable;

/** How one side of a clash is told. */
final class ClashValue {

    private static final int TOLD_DIGITS = 8;

    private ClashValue() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case ContentHash content -> "content " + content.value().substring(0, TOLD_DIGITS);
            default -> value.toString();
        };
    }
}
