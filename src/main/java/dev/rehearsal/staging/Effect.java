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
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one step changes for one product on one live channel.
 *
 * @param signed whether what the step changes asks for signoffs: it does but for what an installation exempts
 */
public final class Effect {

    private final ProductChannel pair;
    private final Deciding before;
    private final Deciding after;
    private final boolean signed;

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
        Deciding nothing = new Deciding(List.of(), own.reach(), new TreeMap<>(), new TreeMap<>());
        return new Effect(pair, nothing, own, true);
    }

    public ProductChannel pair() {
        return pair;
    }

    /** Whether the step needs the signoffs of this pair; false where all that it changes is of exempt kinds. */
    public boolean needsSignoffs() {
        return signed;
    }

    /** Returns the fingerprint of the state that the step leaves. */
    public Fingerprint fingerprintAfter() {
        return after.fingerprint();
    }

    /** Returns the members that the step brings in, in no particular order. */
    public List<Entering> entering() {
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

    /** Whether the step does here what it does for the products that nothing names, so that this one is no matter of its own. */
    public boolean isThatOfAnyOther(List<Effect> effects) {
        return pair.product() != null
                && effects.stream()
                        .anyMatch(other -> other.pair.product() == null
                                && other.pair.channel().equals(pair.channel())
                                && before.decidesAsForAnyOther(other.before)
                                && after.decidesAsForAnyOther(other.after));
    }

    /** Returns the effect of taking the step back. */
    Effect inverse() {
        return new Effect(pair, after, before, signed);
    }

    /** Returns the keys of all that decides here after the step or before it, but not both. */
    Set<Object> moved() {
        Set<Object> moved = membersOf(before);
        Set<Object> now = membersOf(after);
        Set<Object> stay = new HashSet<>(moved);
        stay.retainAll(now);
        moved.addAll(now);
        moved.removeAll(stay);
        return moved;
    }

    private static Set<Object> membersOf(Deciding deciding) {
        Set<Object> members = new HashSet<>(deciding.answering().keySet());
        members.addAll(deciding.buildIds().keySet());
        deciding.reach().products().forEach(product -> members.add(new Footprint.Trace.OfDrawing(product)));
        for (Deciding.OfProduct product : deciding.products()) {
            product.rules().forEach(rule -> members.add(rule.rule().id()));
            if (product.product() != null) {
                String named = product.product();
                product.pins()
                        .keySet()
                        .forEach(version ->
                                members.add(new Pins.Key(named, deciding.reach().pinned(), version)));
            }
        }
        return members;
    }

    private SortedMap<String, ReleaseName> pinsBefore(@Nullable String product) {
        return before.products().stream()
                .filter(known -> Objects.equals(known.product(), product))
                .map(Deciding.OfProduct::pins)
                .findFirst()
                .orElseGet(Collections::emptySortedMap);
    }
}
