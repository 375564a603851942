package dev.rehearsal.access;

/** A label that people hold and sign off with; it grants no permission (a Balrog fact). */
public record Role(String name) implements Comparable<Role> {

    @Override
    public int compareTo(Role other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
