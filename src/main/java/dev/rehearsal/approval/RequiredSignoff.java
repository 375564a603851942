package dev.rehearsal.approval;

import dev.rehearsal.access.Role;

/**
 * Says that changes of one product on one channel need signoffs.
 *
 * @param channel by its exact name: a star in the channel of a <em>rule</em> reaches it, its own would not
 * @param count at least 1, at most the number of holders of the role
 */
public record RequiredSignoff(String product, String channel, Role role, int count, int dataVersion) {}
