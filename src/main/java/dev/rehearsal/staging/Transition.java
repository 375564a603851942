package dev.rehearsal.staging;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import org.jspecify.annotations.Nullable;

/**
 * A transition is what one set did to one row, all its changes together; null before for an addition, null after for a
 * removal.
 */
public sealed interface Transition {

    /** Returns what takes this back. */
    default Transition inverse() {
        return switch (this) {
            case OfRule(RuleId id, Rule before, Rule after) -> new OfRule(id, after, before);
            case OfRelease(ReleaseName name, Release before, Release after) -> new OfRelease(name, after, before);
            case OfPin(Pins.Key pin, ReleaseName before, ReleaseName after, long incarnation) ->
                new OfPin(pin, after, before, incarnation);
        };
    }

    record OfRule(
            RuleId id, @Nullable Rule before, @Nullable Rule after) implements Transition {}

    record OfRelease(
            ReleaseName name,
            @Nullable Release before,
            @Nullable Release after) implements Transition {}

    /** @param incarnation of the row that was changed, made or removed; 0 where nobody knows */
    record OfPin(
            Pins.Key pin,
            @Nullable ReleaseName before,
            @Nullable ReleaseName after,
            long incarnation) implements Transition {}
}
