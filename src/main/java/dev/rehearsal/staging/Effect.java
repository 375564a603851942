package dev.rehearsal.staging;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An effect is what one step changes for one product on one live channel.
 *
 * @param signed whether what the step changes asks for signoffs: it does but for what an installation exempts
 */
public final class Effect {

    private final ProductChannel pair;
    private final Deciding before;
    private final Deciding after;
    private final boolean signed;
    /** Made when it is first asked for, and asked for often. */
    private @Nullable List<Entering> entering;

    private @Nullable Effect inverse;

    Effect(ProductChannel pair, Deciding before, Deciding after, boolean signed) {
        this.pair = pair;
        this.before = before;
        this.after = after;
        this.signed = signed;
    }

    /** A member of a fingerprint after a step that was none before it. */
    public sealed interface Entering {}

    public record EnteringRule(Rule rule) implements Entering {}

    /** @param release null where there is none of that name */
    public record EnteringRelease(
            ReleaseName name, @Nullable Release release) implements Entering {}

    /** @param buildIds digest of the buildIDs by which partial updates recognise clients; null where there is no release */
    public record EnteringSource(ReleaseName name, @Nullable String buildIds) implements Entering {}

    public record EnteringPin(Pins.Key pin, ReleaseName release) implements Entering {}

    /** Returns what comes to be served where a channel shows its own state again: all of it enters. */
    public static Effect ofOwnStateAgain(Tables tables, ReleaseContents contents, ProductChannel pair) {
        Deciding own = new ChannelState(tables, pair.channel(), contents).deciding(pair.product(), Lens.EVERYTHING);
        Deciding nothing = new Deciding(List.of(), own.reach(), Map.of(), Map.of());
        return new Effect(pair, nothing, own, true);
    }

    /** Returns the products whose rules answer for a pair, too: superblobs draw them in. */
    public static Set<String> productsBehind(Tables tables, ReleaseContents contents, ProductChannel pair) {
        return new ChannelState(tables, pair.channel(), contents)
                .deciding(pair.product(), Lens.EVERYTHING)
                .reach()
                .products();
    }

    public ProductChannel pair() {
        return pair;
    }

    /** Whether the step needs the signoffs of this pair; false where all that it changes is of exempt kinds. */
    public boolean needsSignoffs() {
        return signed;
    }

    /** Returns the fingerprint of the state that the step finds. */
    public Fingerprint fingerprintBefore() {
        return before.fingerprint();
    }

    /** Returns the fingerprint of the state that the step leaves. */
    public Fingerprint fingerprintAfter() {
        return after.fingerprint();
    }

    /** Returns the members that the step brings in, in no particular order. */
    public List<Entering> entering() {
        if (entering == null) {
            entering = List.copyOf(findEntering());
        }
        return entering;
    }

    private List<Entering> findEntering() {
        List<Entering> entering = new ArrayList<>();
        Set<RuleId> known = new HashSet<>();
        before.products()
                .forEach(product ->
                        product.rules().forEach(rule -> known.add(rule.rule().id())));
        Set<RuleId> told = new HashSet<>();
        for (Deciding.OfProduct product : after.products()) {
            for (Deciding.DecidingRule rule : product.rules()) {
                if (!known.contains(rule.rule().id()) && told.add(rule.rule().id())) {
                    entering.add(new EnteringRule(rule.rule()));
                }
            }
            SortedMap<String, ReleaseName> pinsBefore = pinsBefore(product.product());
            product.pins().forEach((version, release) -> {
                if (product.product() != null && !pinsBefore.containsKey(version)) {
                    Pins.Key key = new Pins.Key(product.product(), after.reach().pinned(), version);
                    entering.add(new EnteringPin(key, release));
                }
            });
        }
        after.answering().forEach((name, release) -> {
            if (!before.answering().containsKey(name)) {
                entering.add(new EnteringRelease(name, release));
            }
        });
        after.buildIds().forEach((name, buildIds) -> {
            if (!before.buildIds().containsKey(name)) {
                entering.add(new EnteringSource(name, buildIds));
            }
        });
        return entering;
    }

    /** Whether the step does something for the products that nothing names, too, which this one may be no matter beside. */
    boolean isBesideAnyOther(List<Effect> effects) {
        return pair.product() != null && effects.stream().anyMatch(this::isOfAnyOther);
    }

    private boolean isOfAnyOther(Effect other) {
        return other.pair.product() == null && other.pair.channel().equals(pair.channel());
    }

    /** Whether the step does here what it does for the products that nothing names, so that this one is no matter of its own. */
    public boolean isThatOfAnyOther(List<Effect> effects) {
        return pair.product() != null
                && effects.stream()
                        .anyMatch(other -> isOfAnyOther(other)
                                && before.decidesAsForAnyOther(other.before)
                                && after.decidesAsForAnyOther(other.after));
    }

    /** Returns the effect of taking the step back. */
    Effect inverse() {
        if (inverse == null) {
            inverse = new Effect(pair, after, before, signed);
        }
        return inverse;
    }

    /** Returns the keys of all that decides here after the step or before it, but not both. */
    Set<Object> moved() {
        Set<Object> moved = new HashSet<>();
        entering().forEach(entered -> moved.add(keyOf(entered)));
        inverse().entering().forEach(left -> moved.add(keyOf(left)));
        Set<String> drawnIn = after.reach().products();
        Set<String> drawnInBefore = before.reach().products();
        Stream.concat(drawnIn.stream(), drawnInBefore.stream())
                .filter(product -> !drawnIn.contains(product) || !drawnInBefore.contains(product))
                .forEach(product -> moved.add(new Footprint.Trace.OfDrawing(product)));
        return moved;
    }

    private static Object keyOf(Entering entering) {
        return switch (entering) {
            case EnteringRule(Rule rule) -> rule.id();
            case EnteringRelease(ReleaseName name, Release _) -> name;
            case EnteringSource(ReleaseName name, String _) -> name;
            case EnteringPin(Pins.Key pin, ReleaseName _) -> pin;
        };
    }

    private SortedMap<String, ReleaseName> pinsBefore(@Nullable String product) {
        return before.products().stream()
                .filter(known -> Objects.equals(known.product(), product))
                .map(Deciding.OfProduct::pins)
                .findFirst()
                .orElseGet(Collections::emptySortedMap);
    }
}
