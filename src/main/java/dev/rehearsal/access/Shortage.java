package dev.rehearsal.access;

import java.util.Set;

/**
 * A shortage of people: something needs more than could sign or pass it.
 *
 * @param what tells it from others, whoever holds which role
 * @param roles that it asks for
 * @param sentence why it cannot be met
 */
public record Shortage(String what, Set<Role> roles, String sentence) {

    public Shortage {
        roles = Set.copyOf(roles);
    }
}
