package dev.rehearsal.ui.frame;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value as tables tell it: as it is, or what it was and what it becomes.
 *
 * @param was null where there was nothing, and where nothing changes
 * @param now null where nothing is left
 */
public record OldAndNew(@Nullable String was, @Nullable String now, boolean changed) {

    public static OldAndNew of(@Nullable String was, @Nullable String now) {
        boolean changed = !Objects.equals(was, now);
        return new OldAndNew(changed ? was : null, now, changed);
    }

    /** For a grid's template: the expression names a property that holds one. */
    public static String template(String expression) {
        return "${%1$s.changed ? html`${%1$s.was ? html`<del>${%1$s.was}</del> ` : ''}".formatted(expression)
                + "${%1$s.now ? html`<ins>${%1$s.now}</ins>` : ''}` : %1$s.now}".formatted(expression);
    }

    public boolean contains(String lowerCase) {
        return contains(was, lowerCase) || contains(now, lowerCase);
    }

    private static boolean contains(@Nullable String text, String lowerCase) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(lowerCase);
    }
}
