package dev.rehearsal.staging;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import org.jspecify.annotations.Nullable;

/** What one set did to one row, all its changes together; null before for an addition, null after for a removal. */
public sealed interface Transition {

    record OfRule(
            RuleId id, @Nullable Rule before, @Nullable Rule after) implements Transition {}

    record OfRelease(
            ReleaseName name,
            @Nullable Release before,
            @Nullable Release after) implements Transition {}

    record OfPin(
            Pins.Key pin,
            @Nullable ReleaseName before,
            @Nullable ReleaseName after) implements Transition {}
}
