package dev.rehearsal.insight.preview;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;

/** A use of a release tells who needs it, and whether the queue changes that. */
public record ReleaseUse(By by, When when) {

    /** The row that needs the release. */
    public sealed interface By {

        /** @param fallback whether it is what those get who lose the dice */
        record OfRule(RuleId rule, boolean fallback) implements By {}

        record OfPin(Pins.Key pin) implements By {}

        /** A superblob merges it in by name. */
        record OfParent(ReleaseName parent) implements By {}

        /** Another release offers a partial update from it. */
        record OfPartial(ReleaseName release) implements By {}
    }

    /** Live tables against what the queue leaves. */
    public enum When {
        /** Live, and so after the queue. */
        LIVE,
        /** Only once the queue is enacted. */
        TO_COME,
        /** Live, but no more once the queue is enacted. */
        GOING
    }
}
