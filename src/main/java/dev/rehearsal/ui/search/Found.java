package dev.rehearsal.ui.search;

/**
 * An object that was found by a search.
 *
 * @param title what it is called
 * @param detail what tells it from others; may be empty
 * @param path where it is shown, relative to the root of the application, with its query
 */
public record Found(String title, String detail, String path) {}
