package dev.rehearsal.staging;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.References;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.ReleaseName;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one live channel has of a state; it can follow the state from set to set without a look at all rules again. */
final class ChannelState {

    private final String live;
    private final NamedReleases named;
    private final Map<ReleaseName, Release> releases;
    private final Map<Pins.Key, ReleaseName> pins;
    private final ReleaseContents contents;

    ChannelState(Tables tables, String live, ReleaseContents contents) {
        this.live = live;
        this.named = new NamedReleases(tables.ruleSet().inOrder(), live);
        this.releases = new HashMap<>(tables.releases());
        this.pins = new HashMap<>();
        tables.pins().releases().forEach((pin, name) -> {
            if (pin.channel().equals(live)) {
                pins.put(pin, name);
            }
        });
        this.contents = contents;
    }

    /** @return whether more or less may be within reach now */
    boolean follow(Stage.Step step) {
        boolean changed = false;
        for (Transition transition : step.transitions()) {
            changed |= switch (transition) {
                case Transition.OfRule ofRule -> named.follow(ofRule);
                case Transition.OfRelease ofRelease -> follow(ofRelease);
                case Transition.OfPin ofPin -> follow(ofPin);
            };
        }
        return changed;
    }

    private boolean follow(Transition.OfRelease transition) {
        if (transition.after() == null) {
            releases.remove(transition.name());
        } else {
            releases.put(transition.name(), transition.after());
        }
        return !Objects.equals(referencesOf(transition.before()), referencesOf(transition.after()));
    }

    private boolean follow(Transition.OfPin transition) {
        if (!transition.pin().channel().equals(live)) {
            return false;
        }
        if (transition.after() == null) {
            pins.remove(transition.pin());
        } else {
            pins.put(transition.pin(), transition.after());
        }
        return true;
    }

    private @Nullable References referencesOf(@Nullable Release release) {
        return release == null ? null : contents.references(release.content());
    }

    /** @param product null for every product */
    Reach reach(@Nullable String product) {
        return product == null ? new Walk().from(productsOfTheirOwn(), true) : new Walk().from(Set.of(product), false);
    }

    /** What can have a part in answers for a product that neither rules nor pins name. */
    Reach reachOfUnnamedProduct() {
        return new Walk().from(Set.of(), false);
    }

    /** The products that rules or pins for this channel name: all others are answered alike. */
    SortedSet<String> productsOfTheirOwn() {
        SortedSet<String> products = new TreeSet<>();
        named.products().stream().filter(Objects::nonNull).forEach(products::add);
        pins.keySet().forEach(pin -> products.add(pin.product()));
        return products;
    }

    /** From the rules and pins of products to releases, from superblobs among these to more of both. */
    private final class Walk {

        private final Set<String> products = new HashSet<>();
        private final Set<ReleaseName> answering = new HashSet<>();
        private final Set<ReleaseName> partialSources = new HashSet<>();
        private final ArrayDeque<ReleaseName> toVisit = new ArrayDeque<>();

        Reach from(Collection<String> asked, boolean everyProduct) {
            named.byRulesFor(null).forEach(this::reach);
            asked.forEach(this::draw);
            while (!toVisit.isEmpty()) {
                Release release = releases.get(toVisit.remove());
                if (release != null) {
                    References references = contents.references(release.content());
                    partialSources.addAll(references.partialSources());
                    references.children().forEach(this::reach);
                    references.childProducts().forEach(this::draw);
                }
            }
            return new Reach(live, everyProduct, products, answering, partialSources);
        }

        private void reach(ReleaseName name) {
            if (answering.add(name)) {
                toVisit.add(name);
            }
        }

        private void draw(String product) {
            if (products.add(product)) {
                named.byRulesFor(product).forEach(this::reach);
                pins.forEach((pin, name) -> {
                    if (pin.product().equals(product)) {
                        reach(name);
                    }
                });
            }
        }
    }
}
