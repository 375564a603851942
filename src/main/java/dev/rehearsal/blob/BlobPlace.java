package dev.rehearsal.blob;

import org.jspecify.annotations.Nullable;

/**
 * A place in a blob. Its text is made only where a problem is told: of a long key with many values below it, the texts
 * of all of them would be many times as long as the blob.
 *
 * @param above what it stands in; null for the blob itself
 * @param key of an object; an index in brackets for a value of a list
 */
record BlobPlace(@Nullable BlobPlace above, String key) {

    /** How much of a key is told. */
    private static final int LONGEST = 100;

    static BlobPlace of(String key) {
        return new BlobPlace(null, key);
    }

    BlobPlace below(String name) {
        return new BlobPlace(this, name);
    }

    BlobPlace item(int index) {
        return new BlobPlace(this, "[" + index + "]");
    }

    @Override
    public String toString() {
        String shown = AttributeText.shown(key.length() <= LONGEST ? key : key.substring(0, LONGEST) + "…");
        return above == null ? shown : above + (key.startsWith("[") ? "" : ".") + shown;
    }
}
