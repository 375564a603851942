package dev.rehearsal.matching;

/** The name of a release, as a rule's mapping refers to it: at most 100 characters, unique over all products. */
public record ReleaseName(String value) implements Comparable<ReleaseName> {

    @Override
    public int compareTo(ReleaseName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
