package dev.rehearsal.mirror;

import dev.rehearsal.enactment.MirroredKind;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Holds what a source lists: each row with its data version, and for each release that version instead of its content.
 * Two that are equal, one read after the other, show what the source was in between: no data version goes back.
 *
 * @param rows by kind, then by what tells them apart; a kind that the source does not show is not there
 * @param hidden kinds of scheduled changes that the source does not let this installation read
 */
record Listing(Map<MirroredKind, SortedMap<String, JsonNode>> rows, Set<String> hidden) {

    Listing {
        Map<MirroredKind, SortedMap<String, JsonNode>> copy = new EnumMap<>(MirroredKind.class);
        copy.putAll(rows);
        rows = Collections.unmodifiableMap(copy);
        hidden = Set.copyOf(hidden);
    }

    /** Whether the source hides what something that is scheduled is called by. */
    boolean hides(String scheduled) {
        return hidden.stream().anyMatch(kind -> scheduled.startsWith(kind + "/"));
    }

    Set<MirroredKind> kinds() {
        return rows.keySet();
    }

    SortedMap<String, JsonNode> of(MirroredKind kind) {
        return rows.getOrDefault(kind, Collections.emptySortedMap());
    }

    Collection<JsonNode> all(MirroredKind kind) {
        return of(kind).values();
    }

    /** Returns the listing with other rows of one kind. */
    Listing with(MirroredKind kind, SortedMap<String, JsonNode> other) {
        Map<MirroredKind, SortedMap<String, JsonNode>> next = new EnumMap<>(MirroredKind.class);
        next.putAll(rows);
        next.put(kind, new TreeMap<>(other));
        return new Listing(next, hidden);
    }
}
