package dev.rehearsal.approval;

import dev.rehearsal.access.Role;

/** A role of which two people together may pass over what a product's changes on a channel must be signed by. */
public record UrgentRole(String product, String channel, Role role, int dataVersion) {

    /** How many people it takes, none of whom wrote what goes live. */
    public static final int PEOPLE = 2;
}
