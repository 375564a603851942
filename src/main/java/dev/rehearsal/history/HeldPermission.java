package dev.rehearsal.history;

import dev.rehearsal.access.Permission;

/** What somebody was permitted. */
public record HeldPermission(String person, Permission permission) {}
