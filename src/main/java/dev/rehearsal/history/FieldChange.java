package dev.rehearsal.history;

import org.jspecify.annotations.Nullable;

/** A field with its old and its new value; null where there was nothing, or nothing is left. */
public record FieldChange(@Nullable Object old, @Nullable Object becomes) {}
