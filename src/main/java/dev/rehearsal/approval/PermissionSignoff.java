package dev.rehearsal.approval;

import dev.rehearsal.access.Role;

/** Says that changes of permissions which cover a product need signoffs. */
public record PermissionSignoff(String product, Role role, int count, int dataVersion) {}
