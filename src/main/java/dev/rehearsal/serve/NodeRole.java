package dev.rehearsal.serve;

import java.util.Locale;

/** The role of a node is what it is for. Whatever it is, it keeps a snapshot of the tables and tells how it is. */
public enum NodeRole {
    /** Everything. */
    ALL,
    /** Update URLs only: it changes nothing, and beside them there is nothing on it but its health. */
    SERVE,
    /** API, screens and the enactor; no update URLs. */
    ADMIN;

    /** Where a node is told its role, for Spring to fill in. */
    public static final String OPTION = "${rehearsal.nodes.role:all}";

    public boolean answersClients() {
        return this != ADMIN;
    }

    /** Whether people and automation work on it, and it enacts what is due. */
    public boolean isForAdmins() {
        return this != SERVE;
    }

    /** Returns the text as the option spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
