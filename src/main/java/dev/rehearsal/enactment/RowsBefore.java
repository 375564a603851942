package dev.rehearsal.enactment;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Rows;
import dev.rehearsal.staging.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows as a step found them: those that it changed, and the others as they still are. */
record RowsBefore(List<Transition> step, Rows after) implements Rows {

    @Override
    public @Nullable Rule rule(RuleId id) {
        for (Transition transition : step) {
            if (transition instanceof Transition.OfRule(RuleId changed, Rule before, Rule _) && changed.equals(id)) {
                return before;
            }
        }
        return after.rule(id);
    }

    @Override
    public @Nullable Release release(ReleaseName name) {
        for (Transition transition : step) {
            if (transition instanceof Transition.OfRelease(ReleaseName changed, Release before, Release _)
                    && changed.equals(name)) {
                return before;
            }
        }
        return after.release(name);
    }

    @Override
    public @Nullable ReleaseName pin(Pins.Key pin) {
        for (Transition transition : step) {
            if (transition instanceof Transition.OfPin(Pins.Key changed, ReleaseName before, ReleaseName _, long _)
                    && changed.equals(pin)) {
                return before;
            }
        }
        return after.pin(pin);
    }
}
