package dev.rehearsal.staging;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.release.Release;
import org.jspecify.annotations.Nullable;

/** What one change did to one row; null before for an addition, null after for a removal. */
public sealed interface Transition {

    ChangeId change();

    record OfRule(
            ChangeId change,
            RuleId id,
            @Nullable Rule before,
            @Nullable Rule after) implements Transition {}

    record OfRelease(
            ChangeId change,
            ReleaseName name,
            @Nullable Release before,
            @Nullable Release after) implements Transition {}
}
