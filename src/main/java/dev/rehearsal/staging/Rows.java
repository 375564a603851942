package dev.rehearsal.staging;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import org.jspecify.annotations.Nullable;

/** The rows of one state, each by its key; null where there is none. */
public interface Rows {

    @Nullable
    Rule rule(RuleId id);

    @Nullable
    Release release(ReleaseName name);

    @Nullable
    ReleaseName pin(Pins.Key pin);
}
