package dev.rehearsal.ui.proposal;

import dev.rehearsal.change.ChangeSet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A schedule says when changes shall go live, and with what.
 *
 * @param due null for as soon as possible
 * @param into the set that they are added to, whose title and due time stay; null for a new one
 * @param draft whether a new one stays out of the queue for now
 */
public record Schedule(
        String title, @Nullable Instant due, @Nullable ChangeSet into, boolean draft) {}
