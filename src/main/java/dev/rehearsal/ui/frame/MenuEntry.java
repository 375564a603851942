package dev.rehearsal.ui.frame;

import org.jspecify.annotations.Nullable;

/**
 * A place in the menu. Each feature registers its own as beans, so that the frame knows no feature.
 *
 * @param group the part of the menu that it stands in
 * @param order lower ones stand higher in their group
 * @param icon beside the title
 * @param path of the view, without a slash at its start
 * @param matchesNested whether the entry is also marked on views below its path
 * @param count shown beside the title unless it is 0; null for none
 */
public record MenuEntry(
        MenuGroup group,
        int order,
        MenuIcon icon,
        String title,
        String path,
        boolean matchesNested,
        @Nullable MenuCount count) {

    public MenuEntry(MenuGroup group, int order, MenuIcon icon, String title, String path, boolean matchesNested) {
        this(group, order, icon, title, path, matchesNested, null);
    }
}
