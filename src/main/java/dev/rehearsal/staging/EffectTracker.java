package dev.rehearsal.staging;

import dev.rehearsal.blob.ReleaseContents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows one state from step to step and says for which pairs of product and live channel a step changes what decides
 * answers, and what it brings in there.
 *
 * <p>The first look at a state costs as much as going through its rules once for each channel; a step costs as much as the
 * rules of the channels that it touches. A {@link Start} is shared by all that begin at one state.
 */
public final class EffectTracker {

    private final Start start;
    private final Map<String, ChannelState> channels = new HashMap<>();
    private final Map<ProductChannel, Known> known = new HashMap<>();
    /** What each accepted step replaced, so that the last one can be taken back. */
    private Map<ProductChannel, Known> replaced = Map.of();

    private List<Transition> last = List.of();

    private EffectTracker(Start start) {
        this.start = start;
    }

    /** @param exempted what decides with the exempt kinds left out; null where nothing is exempt */
    private record Known(Deciding all, @Nullable Deciding exempted) {}

    /** The state before any step, as far as effects need it: made once, and never changed. Safe for several threads. */
    public static final class Start {

        private final Set<ProductChannel> pairs;
        private final Lens exempt;
        private final Map<String, ChannelState> channels = new HashMap<>();
        private final Map<ProductChannel, Known> known = new HashMap<>();

        /**
         * @param pairs that are looked at
         * @param signed what asks for signoffs
         */
        public Start(Tables tables, ReleaseContents contents, Collection<ProductChannel> pairs, Lens signed) {
            this.pairs = Set.copyOf(pairs);
            this.exempt = signed;
            for (ProductChannel pair : this.pairs) {
                ChannelState channel = channels.computeIfAbsent(
                        pair.channel(), live -> ChannelState.ofManyPatterns(tables, live, contents));
                known.put(pair, known(channel, pair, exempt));
            }
        }

        private Start(
                Set<ProductChannel> pairs,
                Lens exempt,
                Map<String, ChannelState> channels,
                Map<ProductChannel, Known> known) {
            this.pairs = pairs;
            this.exempt = exempt;
            this.channels.putAll(channels);
            this.known.putAll(known);
        }

        /**
         * Returns what is known of a later state: cost grows with the rules of the pairs that the way there touches.
         *
         * @param transitions all that differs
         */
        public Start next(Tables later, List<Transition> transitions) {
            Start next = new Start(pairs, exempt, channels, known);
            next.channels.replaceAll((name, channel) ->
                    transitions.stream().anyMatch(transition -> Reachability.mayConcern(transition, name))
                            ? channel.next(later, transitions)
                            : channel);
            next.known.replaceAll((pair, decides) -> decides.all().reach().isTouchedBy(transitions)
                    ? known(Objects.requireNonNull(next.channels.get(pair.channel())), pair, exempt)
                    : decides);
            return next;
        }

        /** Returns what decides on each pair. */
        Map<ProductChannel, ?> deciding() {
            return Collections.unmodifiableMap(known);
        }

        public EffectTracker track() {
            return new EffectTracker(this);
        }
    }

    private static Known known(ChannelState channel, ProductChannel pair, Lens signed) {
        return new Known(
                channel.deciding(pair.product(), Lens.EVERYTHING),
                signed.equals(Lens.EVERYTHING) ? null : channel.deciding(pair.product(), signed));
    }

    /** Follows a step; the effects are on those pairs alone of which something that decides answers is different. */
    public List<Effect> follow(List<Transition> transitions) {
        Set<ProductChannel> touched = new LinkedHashSet<>();
        for (ProductChannel pair : start.pairs) {
            if (current(pair).all().reach().isTouchedBy(transitions)) {
                touched.add(pair);
            }
        }
        followChannels(transitions, touched);
        Map<ProductChannel, Known> before = new HashMap<>();
        List<Effect> effects = new ArrayList<>();
        for (ProductChannel pair : touched) {
            Known was = current(pair);
            Known becomes = known(channel(pair.channel()), pair, start.exempt);
            before.put(pair, was);
            known.put(pair, becomes);
            if (!was.all().decidesAs(becomes.all())) {
                effects.add(new Effect(pair, was.all(), becomes.all(), isSigned(was, becomes)));
            }
        }
        replaced = before;
        last = List.copyOf(transitions);
        return effects;
    }

    private static boolean isSigned(Known was, Known becomes) {
        return was.exempted() == null
                || becomes.exempted() == null
                || !was.exempted().decidesAs(becomes.exempted());
    }

    /** Forgets the last step, as if it had never been followed. */
    public void takeBack() {
        List<Transition> inverse =
                last.reversed().stream().map(Transition::inverse).toList();
        followChannels(inverse, replaced.keySet());
        known.putAll(replaced);
        replaced = Map.of();
        last = List.of();
    }

    /** Returns the effects of all steps together. */
    public List<Effect> total() {
        List<Effect> effects = new ArrayList<>();
        known.forEach((pair, becomes) -> {
            Known was = start.known.get(pair);
            if (was != null && !was.all().decidesAs(becomes.all())) {
                effects.add(new Effect(pair, was.all(), becomes.all(), isSigned(was, becomes)));
            }
        });
        return effects;
    }

    /** A channel that a step does not touch may still hold its releases: all that were changed so far follow it. */
    private void followChannels(List<Transition> transitions, Collection<ProductChannel> touched) {
        Set<String> names = new HashSet<>();
        start.channels.keySet().forEach(name -> {
            if (transitions.stream().anyMatch(transition -> Reachability.mayConcern(transition, name))) {
                names.add(name);
            }
        });
        touched.forEach(pair -> names.add(pair.channel()));
        names.forEach(name -> channel(name).follow(transitions));
    }

    private Known current(ProductChannel pair) {
        Known changed = known.get(pair);
        return changed == null ? Objects.requireNonNull(start.known.get(pair)) : changed;
    }

    private ChannelState channel(String name) {
        return channels.computeIfAbsent(
                name,
                ignored -> Objects.requireNonNull(start.channels.get(name)).copy());
    }
}
