package dev.rehearsal.ui.search;

/**
 * An action that can be begun from the search. Features register theirs as beans, so that the search knows no feature.
 *
 * @param order lower ones stand higher
 * @param title what is done, as a command
 * @param words by which it is found besides its title
 * @param path where it is done, relative to the root of the application, with its query
 */
public record SearchAction(int order, String title, String words, String path) {}
