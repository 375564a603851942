package dev.rehearsal.history;

import org.jspecify.annotations.Nullable;

/** What one field was and what it became; null where there was nothing, or nothing is left. */
public record FieldChange(@Nullable Object old, @Nullable Object becomes) {}
