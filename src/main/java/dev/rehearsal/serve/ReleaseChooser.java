package dev.rehearsal.serve;

import dev.rehearsal.blob.Blob;
import dev.rehearsal.blob.Offer;
import dev.rehearsal.matching.PinCeiling;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.Choice.NotServed;
import dev.rehearsal.serve.Choice.Served;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Chooses the release that answers a query: shutoff, rule, dice, release, pin, in this order (a Balrog fact). */
final class ReleaseChooser {

    private static final NotServed STOPPED = new NotServed(null, () -> "Updates are stopped by an emergency shutoff.");
    private static final NotServed NO_RULE = new NotServed(null, () -> "No rule matches the query.");

    private ReleaseChooser() {}

    static Choice choose(ChannelView view, UpdateQuery asked, Dice dice) {
        if (view.stops(asked)) {
            return STOPPED;
        }
        UpdateQuery matched = view.matched(asked);
        return follow(view.state(), view.state().rules().firstMatch(matched), matched, dice);
    }

    /**
     * Returns what a rule comes to.
     *
     * @param rule null where none matched
     * @param matched the query as the rule saw it
     */
    static Choice follow(ServedState state, @Nullable Rule rule, UpdateQuery matched, Dice dice) {
        if (rule == null) {
            return NO_RULE;
        }
        if (rule.mapping() == null) {
            return new NotServed(rule, () -> "The rule has no mapping.");
        }
        ReleaseName name = switch (dice.side(rule, matched.force())) {
            case MAIN -> rule.mapping();
            case FALLBACK -> rule.fallbackMapping();
        };
        if (name == null) {
            return new NotServed(
                    rule, () -> "The dice fell on the fallback side, and the rule has no fallback mapping.");
        }
        return offer(state, rule, name, matched);
    }

    private static Choice offer(ServedState state, Rule rule, ReleaseName name, UpdateQuery matched) {
        Blob blob = state.blob(name);
        if (blob == null) {
            return missing(rule, name);
        }
        return switch (blob.offerTo(matched)) {
            case Offer.Update update -> new Served(rule, name, blob, update::reason);
            case Offer.Nothing nothing -> new NotServed(rule, nothing::reason);
            case Offer.BeyondPin beyond -> pinned(state, rule, name, blob, matched, beyond);
        };
    }

    /** A pin that nothing is kept for does not hold a client back: it is better served than forgotten. */
    private static Choice pinned(
            ServedState state, Rule rule, ReleaseName name, Blob blob, UpdateQuery matched, Offer.BeyondPin beyond) {
        String pin = PinCeiling.parse(Objects.requireNonNull(matched.pin())).toString();
        ReleaseName held = state.pins().find(matched.product(), matched.fallbackChannel(), pin);
        if (held == null) {
            return new Served(
                    rule, name, blob, () -> beyond.reason() + " No release is kept for that pin, so it is ignored.");
        }
        Blob heldBlob = state.blob(held);
        if (heldBlob == null) {
            return missing(rule, held);
        }
        Offer offer = heldBlob.offerTo(matched);
        if (offer instanceof Offer.Nothing) {
            return new NotServed(
                    rule, () -> beyond.reason() + " Of " + held + ", which is kept for it: " + offer.reason());
        }
        return new Served(rule, held, heldBlob, () -> beyond.reason() + " " + held + " is kept for it.");
    }

    private static NotServed missing(Rule rule, ReleaseName name) {
        return new NotServed(rule, () -> "The release " + name + " does not exist.");
    }
}
