package dev.rehearsal.blob;

/**
 * SHA-256 over the canonical form of a release's blob, as 64 lower-case hex digits: equal hashes render equal answers.
 */
public record ContentHash(String value) implements Comparable<ContentHash> {

    @Override
    public int compareTo(ContentHash other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
