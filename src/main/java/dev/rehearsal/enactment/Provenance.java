package dev.rehearsal.enactment;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says who wrote what is live. Nobody is known to have written what an import brought, or what is older than the record of
 * writers: the set of writers is empty there.
 */
public interface Provenance {

    /**
     * Returns who wrote something that each part of a live release holds, by path: also where somebody else wrote beside it
     * since, or the same again. A path that is missing was written by nobody known.
     */
    Map<String, Set<Actor>> ofParts(Release live);

    /** A content of a part of a release, and the one that took its place. */
    record Replacement(ContentHash before, ContentHash after) {}

    /** Returns those replacements that leave something of what was there before: its writers wrote some of both. */
    default Set<Replacement> leaving(Set<Replacement> replacements) {
        return Set.of();
    }

    /** Returns the versions of a live rule, the latest first. */
    List<RuleVersion> ofRule(Rule live);

    /** Returns who set the pin that is there now. */
    Set<Actor> ofPin(Pins.Key pin);

    /**
     * A version of a rule: for whom it was at one time.
     *
     * @param writers who made it so
     */
    record RuleVersion(@Nullable String product, @Nullable String channel, Set<Actor> writers) {}
}
