package dev.rehearsal.insight.preview;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.staging.Conflict;
import org.jspecify.annotations.Nullable;

/**
 * A pending set that concerns a live channel, seen from one of its test channels.
 *
 * @param shown whether it is part of the stage that is looked at
 * @param conflict why it is left out wherever it would be shown; null if nothing stands against it
 */
public record QueueStep(
        ChangeSet set, boolean shown, @Nullable Conflict conflict) {}
