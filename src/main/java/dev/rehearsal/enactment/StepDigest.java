package dev.rehearsal.enactment;

import dev.rehearsal.blob.Digest;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The digest of a step is what a signoff says: everything that a set does and brings in, in its turn, item by item.
 *
 * <p>Contents and keys decide it, never ids or times of writing: an edit elsewhere leaves it as it is.
 *
 * @param items what is signed, each by a name that people can read, such as {@code rule 7: mapping}
 */
public record StepDigest(SortedMap<String, String> items) {

    private static final int SHORT = 16;

    public StepDigest {
        items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
    }

    /** Returns 64 lower-case hex digits. */
    public String value() {
        Digest digest = new Digest();
        items.forEach((name, content) -> digest.add(name).add(content));
        return digest.hash().value();
    }

    /** Returns the items with what they hold in short: 16 hex digits each, enough to tell which is another one. */
    public SortedMap<String, String> hashed() {
        SortedMap<String, String> hashed = new TreeMap<>();
        items.forEach((name, content) ->
                hashed.put(name, new Digest().add(content).hash().value().substring(0, SHORT)));
        return hashed;
    }
}
