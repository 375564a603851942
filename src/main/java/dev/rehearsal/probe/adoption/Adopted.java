package dev.rehearsal.probe.adoption;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.staging.ChangeSetId;
import org.jspecify.annotations.Nullable;

/**
 * The sets that adopt a test channel.
 *
 * @param mapping the set that maps it, enacted already where nothing was needed; null where it was mapped before
 * @param retiring the set that removes the copies: a draft as long as the channel is not mapped, since testers are still
 *     served by them; null where there are none left
 * @param rulesLess how many rules the retiring set removes
 */
public record Adopted(
        @Nullable ChangeSetId mapping, @Nullable ChangeSet retiring, int rulesLess) {}
