package dev.rehearsal.release;

/** A release's payload, compiled: one type per family of blob schemas. */
public interface Blob {

    /** The {@code schema_version} it was written in. */
    int schemaVersion();

    default int weight() {
        return 1;
    }

    default References references() {
        throw new IllegalStateException();
    }
}
