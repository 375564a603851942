package dev.rehearsal.staging;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The reach of some products on a live channel is what of one state can have a part in their answers.
 *
 * @param pinned the channel whose pins hold clients of the live channel: a partner's falls back (a Balrog fact)
 * @param everyProduct whether a rule is covered whatever its product
 * @param products those asked for, and those whose rules superblobs draw in
 * @param answering releases that can be chosen, or merged into one that is; also names of which there is no release
 * @param partialSources releases whose buildIDs decide which partial is offered
 */
record Reach(
        String live,
        String pinned,
        boolean everyProduct,
        Set<String> products,
        Set<ReleaseName> answering,
        Set<ReleaseName> partialSources) {

    /** Whether a step changes anything that can have a part; what it brings within reach besides, it reaches by such a row. */
    boolean isTouchedBy(Collection<Transition> step) {
        return step.stream().anyMatch(this::isTouchedBy);
    }

    private boolean isTouchedBy(Transition transition) {
        return switch (transition) {
            case Transition.OfRule(var _, var before, var after) -> covers(before) || covers(after);
            case Transition.OfRelease ofRelease -> covers(ofRelease.name());
            case Transition.OfPin ofPin -> covers(ofPin.pin());
        };
    }

    boolean covers(@Nullable Rule rule) {
        return rule != null
                && (everyProduct || rule.product() == null || products.contains(rule.product()))
                && ChannelReach.matches(rule.channel(), live);
    }

    boolean covers(Pins.Key pin) {
        return (everyProduct || products.contains(pin.product()))
                && pin.channel().equals(pinned);
    }

    boolean covers(ReleaseName release) {
        return answering.contains(release) || partialSources.contains(release);
    }
}
