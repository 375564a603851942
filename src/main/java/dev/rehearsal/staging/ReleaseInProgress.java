package dev.rehearsal.staging;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.ReleaseName;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A release while one set is laid over it: a thousand edits of parts are put together once, at the end. */
final class ReleaseInProgress {

    private String product;
    private boolean readOnly;
    private final long incarnation;
    private final SortedMap<String, ContentHash> parts;

    ReleaseInProgress(String product, boolean readOnly, long incarnation, Manifest manifest) {
        this.incarnation = incarnation;
        this.product = product;
        this.readOnly = readOnly;
        this.parts = new TreeMap<>(manifest.parts());
    }

    static ReleaseInProgress of(Release row, Manifest manifest) {
        return new ReleaseInProgress(row.product(), row.readOnly(), row.incarnation(), manifest);
    }

    @Nullable
    Object read(ReleaseField field) {
        return switch (field) {
            case ReleaseField.Product() -> product;
            case ReleaseField.ReadOnly() -> readOnly;
            case ReleaseField.Part(String path) -> parts.get(path);
        };
    }

    /** @throws NullPointerException for null where only a part can be null */
    void write(ReleaseField field, @Nullable Object value) {
        switch (field) {
            case ReleaseField.Product() -> product = (String) Objects.requireNonNull(value);
            case ReleaseField.ReadOnly() -> readOnly = (Boolean) Objects.requireNonNull(value);
            case ReleaseField.Part(String path) -> {
                if (value == null) {
                    parts.remove(path);
                } else {
                    parts.put(path, (ContentHash) value);
                }
            }
        }
    }

    long incarnation() {
        return incarnation;
    }

    ContentHash content() {
        return new Manifest(parts).content();
    }

    /** @param before null for a release that the set adds */
    Release asRowAfter(@Nullable Release before, ReleaseName name, ReleaseContents contents) {
        int dataVersion = before == null ? 1 : before.dataVersion() + 1;
        return new Release(name, product, readOnly, dataVersion, contents.register(new Manifest(parts)), incarnation);
    }
}
