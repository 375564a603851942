package dev.rehearsal.probe;

import java.util.List;

/**
 * The blast radius is what a staged state changes for clients of the live channel, as far as it was asked.
 *
 * @param asked how many queries were asked of both states
 * @param differing how many of these get something else
 * @param changes those that differ, put together by what they get, most queries first
 */
public record Radius(int asked, int differing, List<Change> changes) {

    public static final Radius NONE = new Radius(0, 0, List.of());

    /**
     * @param before what they get now: the name of a release, or that there is no update
     * @param after what they would get
     * @param examples URLs of the live channel, some of the queries
     */
    public record Change(String before, String after, int queries, List<String> examples) {

        /** Returns text such as {@code 12 queries now get Firefox-131 instead of Firefox-130}. */
        public String sentence() {
            return "%d %s get %s instead of %s"
                    .formatted(queries, queries == 1 ? "query would" : "queries would", after, before);
        }
    }
}
