package dev.rehearsal.enactment;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Effect;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Transition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds what a set comes to where it stands, as far as that is costly to find out. It follows from rows, guarded pairs
 * and who wrote what: who has agreed by now, and who may, has no part in it.
 *
 * @param set which one it is
 * @param transitions what it does to rows
 * @param changed the guarded pairs that it changes
 * @param toSign those of them that ask for signoffs because of what it changes
 * @param writers everybody who wrote any of it, or of what it brings in
 */
record Consequences(
        ChangeSetId set,
        List<Transition> transitions,
        Set<ProductChannel> changed,
        Set<ProductChannel> toSign,
        StepDigest digest,
        Set<Actor> writers) {

    Consequences {
        transitions = List.copyOf(transitions);
        writers = Set.copyOf(writers);
    }

    static Consequences of(
            ChangeSetId set,
            List<Transition> transitions,
            List<Effect> effects,
            StepDigest digest,
            Set<Actor> writers) {
        return new Consequences(
                set,
                transitions,
                pairsOf(effects.stream()),
                pairsOf(effects.stream().filter(Effect::needsSignoffs)),
                digest,
                writers);
    }

    static Consequences of(Step step) {
        return of(step.set().id(), step.transitions(), step.effects(), step.digest(), step.writers());
    }

    private static Set<ProductChannel> pairsOf(Stream<Effect> effects) {
        return effects.map(Effect::pair).collect(Collectors.toUnmodifiableSet());
    }
}
