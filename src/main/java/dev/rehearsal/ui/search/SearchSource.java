package dev.rehearsal.ui.search;

import java.util.List;

/**
 * One kind of thing that can be found. Features register theirs as beans; each shows only what the signed-in user may
 * see.
 */
public interface SearchSource {

    /** Lower ones stand higher. */
    int order();

    /** Returns what the things are called, as a heading. */
    String title();

    /** The best ones first. Answers while somebody types: within some tens of milliseconds. */
    List<Found> find(SearchText text, int most);
}
