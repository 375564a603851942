package dev.rehearsal.shell;

/**
 * A place in the menu. Each feature registers its own as beans, so that the frame knows no feature.
 *
 * @param order lower ones stand higher
 * @param path of the view, without a slash at its start
 * @param matchesNested whether the entry is also marked on views below its path
 */
public record MenuEntry(int order, String title, String path, boolean matchesNested) {}
