package dev.rehearsal.enactment;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Says who wrote what is live. Nobody is known to have written what an import brought, or what is older than the record of
 * writers: the set of writers is empty there.
 */
public interface Provenance {

    /** Returns who wrote this part of a live release as it is, by its path. */
    Set<Actor> ofPart(ReleaseName release, String path, ContentHash content);

    /**
     * Returns who wrote a live rule since the latest version for which the predicate held; since it was added where it
     * never did.
     */
    Set<Actor> ofRule(RuleId rule, Predicate<Rule> knownSince);

    /** Returns who set the pin that is there now. */
    Set<Actor> ofPin(Pins.Key pin);
}
