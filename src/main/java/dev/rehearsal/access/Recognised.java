package dev.rehearsal.access;

/** Tells who it is that an issuer has sent. */
public sealed interface Recognised {

    /** Stands for a person who is here. */
    record Known(Binding binding) implements Recognised {}

    /**
     * Stands for an account that is nobody here.
     *
     * @param name what the issuer calls them
     */
    record Stranger(Identity identity, String name) implements Recognised {}
}
