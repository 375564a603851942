package dev.rehearsal.access;

/** A permission of somebody. */
public record HeldPermission(String person, Permission permission) {}
