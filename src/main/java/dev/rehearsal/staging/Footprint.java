package dev.rehearsal.staging;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.References;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The footprint of one step names what it leaves its traces on, and what decides what it does: two steps that share
 * nothing do the same in either order, and bring the same in. It may name too much, never too little.
 *
 * @param reads keys of rows and of what is worked out from them: see {@link Trace}
 * @param writes such keys, of what is something else after the step
 */
public record Footprint(Set<Object> reads, Set<Object> writes) {

    public static final Footprint NONE = new Footprint(Set.of(), Set.of());

    public Footprint {
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
    }

    /** A trace is something that many rows have a part in. */
    sealed interface Trace {

        record OfAlias(String alias) implements Trace {}

        /** The rules and pins of a product. */
        record OfProduct(String product) implements Trace {}

        /** The trace of whether a superblob draws the rules of this product in. */
        record OfDrawing(String product) implements Trace {}

        /** The trace of whether answers for a product are decided as those for any other one. */
        record OfPair(ProductChannel pair) implements Trace {}

        /** The trace of the order in which rules are evaluated. */
        record OfOrder() implements Trace {}
    }

    /** Whether any of these may make another step of this one. */
    public boolean dependsOnAny(Set<Object> written) {
        return !written.isEmpty() && reads.stream().anyMatch(written::contains);
    }

    /**
     * @param changes what was asked for, also where nothing came of it
     * @param effects on the pairs that are looked at
     */
    public static Footprint of(
            Collection<Change> changes,
            List<Transition> transitions,
            List<Effect> effects,
            Rows before,
            Rows after,
            ReleaseContents contents) {
        Walk walk = new Walk(before, after, contents);
        changes.forEach(walk::asked);
        transitions.forEach(walk::moved);
        for (Effect effect : effects) {
            effect.entering().forEach(walk::drawn);
            effect.inverse().entering().forEach(walk::drawn);
        }
        walk.follow();
        for (Effect effect : effects) {
            Set<Object> moved = effect.moved();
            walk.reads.addAll(moved);
            walk.writes.addAll(moved);
            walk.writes.add(new Trace.OfPair(effect.pair()));
            if (effect.isBesideAnyOther(effects)) {
                walk.reads.add(new Trace.OfPair(effect.pair()));
                walk.reads.add(
                        new Trace.OfPair(new ProductChannel(null, effect.pair().channel())));
            }
        }
        return new Footprint(walk.reads, walk.writes);
    }

    private static final class Walk {

        private final Rows before;
        private final Rows after;
        private final ReleaseContents contents;
        private final Set<Object> reads = new HashSet<>();
        private final Set<Object> writes = new HashSet<>();
        private final Set<ReleaseName> visited = new HashSet<>();
        private final Deque<ReleaseName> toVisit = new ArrayDeque<>();

        Walk(Rows before, Rows after, ReleaseContents contents) {
            this.before = before;
            this.after = after;
            this.contents = contents;
        }

        private void asked(Change change) {
            change.identity().named().keySet().forEach(this::reach);
            switch (change) {
                case Change.RuleAddition addition -> {
                    reads.add(addition.rule().id());
                    row(addition.rule());
                }
                case Change.RuleEdit edit -> {
                    reads.add(edit.rule());
                    edit.fields().forEach((field, value) -> asked(field, value.value()));
                    row(before.rule(edit.rule()));
                }
                case Change.RuleRemoval removal -> {
                    reads.add(removal.rule());
                    row(before.rule(removal.rule()));
                }
                case Change.ReleaseAddition addition -> reach(addition.name());
                case Change.ReleaseEdit edit -> reach(edit.name());
                case Change.ReleaseRemoval removal -> reach(removal.name());
                case Change.PinEdit edit -> {
                    reads.add(edit.pin());
                    reads.add(new Trace.OfDrawing(edit.pin().product()));
                    if (edit.mapping().value() instanceof ReleaseName name) {
                        reach(name);
                    }
                }
                case Change.Unstaged _ -> {}
            }
        }

        private void asked(RuleField field, @Nullable Object value) {
            switch (field) {
                case ALIAS -> {
                    if (value != null) {
                        reads.add(new Trace.OfAlias(value.toString()));
                    }
                }
                case MAPPING, FALLBACK_MAPPING -> {
                    if (value != null) {
                        reach(new ReleaseName(value.toString()));
                    }
                }
                case PRODUCT -> {
                    if (value != null) {
                        reads.add(new Trace.OfDrawing(value.toString()));
                    }
                }
                case PRIORITY -> reads.add(new Trace.OfOrder());
                default -> {}
            }
        }

        private void moved(Transition transition) {
            switch (transition) {
                case Transition.OfRule(RuleId id, Rule was, Rule becomes) -> {
                    both(id);
                    written(was);
                    written(becomes);
                    leadsElsewhere(namedBy(was), namedBy(becomes));
                    if (was == null || becomes == null || standsElsewhere(was, becomes)) {
                        writes.add(new Trace.OfOrder());
                    }
                }
                case Transition.OfRelease(ReleaseName name, Release was, Release becomes) -> {
                    both(name);
                    reach(was);
                    reach(becomes);
                    leadsElsewhere(childrenOf(was), childrenOf(becomes));
                }
                case Transition.OfPin(Pins.Key pin, ReleaseName was, ReleaseName becomes, long _) -> {
                    both(pin);
                    reads.add(new Trace.OfDrawing(pin.product()));
                    writes.add(new Trace.OfProduct(pin.product()));
                    reach(was);
                    reach(becomes);
                    leadsElsewhere(Arrays.asList(was), Arrays.asList(becomes));
                }
            }
        }

        /** Whether a release can be removed depends on what leads to it. */
        private void leadsElsewhere(Collection<@Nullable ReleaseName> were, Collection<@Nullable ReleaseName> become) {
            if (!were.equals(become)) {
                Stream.concat(were.stream(), become.stream())
                        .filter(Objects::nonNull)
                        .forEach(writes::add);
            }
        }

        private static Collection<@Nullable ReleaseName> namedBy(@Nullable Rule rule) {
            return rule == null ? List.of() : List.copyOf(NamedReleases.namedBy(rule));
        }

        private Collection<@Nullable ReleaseName> childrenOf(@Nullable Release release) {
            return release == null
                    ? List.of()
                    : List.copyOf(contents.references(release.content()).children());
        }

        /** What comes within reach, or gets out of it, leads to more. */
        private void drawn(Effect.Entering entering) {
            switch (entering) {
                case Effect.EnteringRule(Rule rule) -> row(rule);
                case Effect.EnteringRelease(ReleaseName name, Release _) -> reach(name);
                case Effect.EnteringPin(Pins.Key _, ReleaseName name) -> reach(name);
                case Effect.EnteringSource _ -> {}
            }
        }

        private static boolean standsElsewhere(Rule one, Rule other) {
            return one.priority() != other.priority()
                    || !Objects.equals(one.product(), other.product())
                    || !Objects.equals(one.channel(), other.channel());
        }

        private void both(Object key) {
            reads.add(key);
            writes.add(key);
        }

        private void written(@Nullable Rule rule) {
            row(rule);
            if (rule != null) {
                if (rule.alias() != null) {
                    writes.add(new Trace.OfAlias(rule.alias()));
                }
                if (rule.product() != null) {
                    writes.add(new Trace.OfProduct(rule.product()));
                }
            }
        }

        private void row(@Nullable Rule rule) {
            if (rule != null) {
                NamedReleases.namedBy(rule).forEach(this::reach);
                if (rule.alias() != null) {
                    reads.add(new Trace.OfAlias(rule.alias()));
                }
                if (rule.product() != null) {
                    reads.add(new Trace.OfDrawing(rule.product()));
                }
            }
        }

        private void reach(@Nullable ReleaseName name) {
            if (name != null && visited.add(name)) {
                reads.add(name);
                toVisit.add(name);
            }
        }

        private void reach(@Nullable Release release) {
            if (release != null) {
                References references = contents.references(release.content());
                references.children().forEach(this::reach);
                references.partialSources().forEach(reads::add);
                for (String product : references.childProducts()) {
                    reads.add(new Trace.OfProduct(product));
                    both(new Trace.OfDrawing(product));
                }
            }
        }

        /** What the step leads to may come within reach, or get out of it, by what it does. */
        void follow() {
            while (!toVisit.isEmpty()) {
                ReleaseName name = toVisit.remove();
                reach(before.release(name));
                reach(after.release(name));
            }
        }
    }
}
