package dev.rehearsal.staging;

import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import org.jspecify.annotations.Nullable;

/** The fields of a release that can be edited on their own. */
public sealed interface ReleaseField {

    /** How people and the API name it. */
    String label();

    @Nullable
    Object of(Release release, Manifest manifest);

    /** The product that the release belongs to; its value is a {@link String}. */
    record Product() implements ReleaseField {
        @Override
        public String label() {
            return "product";
        }

        @Override
        public Object of(Release release, Manifest manifest) {
            return release.product();
        }
    }

    /** The field that locks edits; its value is a {@link Boolean}. */
    record ReadOnly() implements ReleaseField {
        @Override
        public String label() {
            return "read_only";
        }

        @Override
        public Object of(Release release, Manifest manifest) {
            return release.readOnly();
        }
    }

    /** One part of the blob; its value is a {@link ContentHash}, or null where the part is absent. */
    record Part(String path) implements ReleaseField {
        @Override
        public String label() {
            return path.equals(BlobParts.BASE_PATH) ? "blob" : "blob" + path;
        }

        @Override
        public @Nullable ContentHash of(Release release, Manifest manifest) {
            return manifest.parts().get(path);
        }
    }
}
