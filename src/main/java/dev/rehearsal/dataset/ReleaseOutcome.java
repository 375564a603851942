package dev.rehearsal.dataset;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import java.util.Map;
import java.util.TreeMap;

/** What edits make of a release. */
record ReleaseOutcome(String product, boolean readOnly, Manifest manifest) {

    ReleaseOutcome with(Map<ReleaseField, FieldEdit> edits) {
        String newProduct = product;
        boolean newReadOnly = readOnly;
        TreeMap<String, ContentHash> parts = new TreeMap<>(manifest.parts());
        for (Map.Entry<ReleaseField, FieldEdit> edit : edits.entrySet()) {
            Object value = edit.getValue().value();
            switch (edit.getKey()) {
                case ReleaseField.Product() -> newProduct = String.valueOf(value);
                case ReleaseField.ReadOnly() -> newReadOnly = Boolean.TRUE.equals(value);
                case ReleaseField.Part(String path) when value instanceof ContentHash hash -> parts.put(path, hash);
                case ReleaseField.Part(String path) -> parts.remove(path);
            }
        }
        return new ReleaseOutcome(newProduct, newReadOnly, new Manifest(parts));
    }
}
