package dev.rehearsal.access;

/** Holds a password as it is stored; {@link Accounts#hash} makes it. */
public record PasswordHash(String text) {

    /** Never shows it. */
    @Override
    public String toString() {
        return "a hash of a password";
    }
}
