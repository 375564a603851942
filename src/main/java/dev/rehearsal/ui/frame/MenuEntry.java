package dev.rehearsal.ui.frame;

import org.jspecify.annotations.Nullable;

/**
 * A place in the menu. Each feature registers its own as beans, so that the frame knows no feature.
 *
 * @param order lower ones stand higher
 * @param path of the view, without a slash at its start
 * @param matchesNested whether the entry is also marked on views below its path
 * @param count shown beside the title unless it is 0; null for none
 */
public record MenuEntry(
        int order,
        String title,
        String path,
        boolean matchesNested,
        @Nullable MenuCount count) {

    public MenuEntry(int order, String title, String path, boolean matchesNested) {
        this(order, title, path, matchesNested, null);
    }
}
