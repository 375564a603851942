package dev.rehearsal.staging;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.References;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.UpdateQuery;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One live channel's part of a state: the rules that can match it, the pins that hold its clients, and what these reach. It
 * follows the state from step to step without a look at all rules again.
 */
final class ChannelState {

    private static final Comparator<Deciding.DecidingRule> EVALUATION_ORDER =
            Comparator.comparing(Deciding.DecidingRule::rule, RuleSet.EVALUATION_ORDER);

    private final String live;
    /** Pins are looked up by the channel that a partner's channel falls back to (a Balrog fact). */
    private final String pinned;

    private final NamedReleases named;
    /** In evaluation order. */
    private final List<Deciding.DecidingRule> rules;

    private final Set<RuleId> broken;
    private final Map<ReleaseName, Release> before;
    /** The rows that steps have changed; null for one that is gone. */
    private final Map<ReleaseName, @Nullable Release> changed;

    private final Map<Pins.Key, ReleaseName> pins;
    private final ReleaseContents contents;

    ChannelState(Tables tables, String live, ReleaseContents contents) {
        this(tables, live, contents, pattern -> ChannelReach.of(pattern, live));
    }

    /** Reads a state whose rules share their patterns: each is looked at once. */
    static ChannelState ofManyPatterns(Tables tables, String live, ReleaseContents contents) {
        Map<@Nullable String, Optional<String>> byPattern = new HashMap<>();
        return new ChannelState(
                tables,
                live,
                contents,
                pattern -> byPattern
                        .computeIfAbsent(pattern, asked -> Optional.ofNullable(ChannelReach.of(asked, live)))
                        .orElse(null));
    }

    /** @param reach {@link ChannelReach#of} for this channel, maybe remembered per pattern */
    private ChannelState(
            Tables tables, String live, ReleaseContents contents, Function<@Nullable String, @Nullable String> reach) {
        this.live = live;
        this.pinned = UpdateQuery.fallbackOf(live);
        this.named = new NamedReleases(live);
        this.rules = new ArrayList<>();
        this.broken = new HashSet<>();
        this.before = tables.releases();
        this.changed = new HashMap<>();
        this.pins = new HashMap<>();
        this.contents = contents;
        for (Rule rule : tables.ruleSet().inOrder()) {
            String reached = reach.apply(rule.channel());
            if (reached != null) {
                rules.add(new Deciding.DecidingRule(rule, reached));
                named.add(rule);
                if (tables.ruleSet().canFail(rule)) {
                    broken.add(rule.id());
                }
            }
        }
        tables.pins().releases().forEach((pin, name) -> {
            if (pin.channel().equals(pinned)) {
                pins.put(pin, name);
            }
        });
    }

    private ChannelState(
            ChannelState other, Map<ReleaseName, Release> before, Map<ReleaseName, @Nullable Release> changed) {
        this.live = other.live;
        this.pinned = other.pinned;
        this.named = other.named.copy();
        this.rules = new ArrayList<>(other.rules);
        this.broken = new HashSet<>(other.broken);
        this.before = before;
        this.changed = changed;
        this.pins = new HashMap<>(other.pins);
        this.contents = other.contents;
    }

    /** Returns a state of its own that can follow other steps; cost grows with the channel's rules. */
    ChannelState copy() {
        return new ChannelState(this, before, new HashMap<>(changed));
    }

    /** Returns the channel's part of a later state, to which these transitions lead. */
    ChannelState next(Tables later, Collection<Transition> transitions) {
        ChannelState next = new ChannelState(this, later.releases(), new HashMap<>());
        next.follow(transitions);
        next.changed.clear();
        return next;
    }

    /** @return whether more or less may be within reach now */
    boolean follow(Collection<Transition> transitions) {
        boolean reachMoved = false;
        for (Transition transition : transitions) {
            reachMoved |= switch (transition) {
                case Transition.OfRule ofRule -> follow(ofRule);
                case Transition.OfRelease ofRelease -> follow(ofRelease);
                case Transition.OfPin ofPin -> follow(ofPin);
            };
        }
        return reachMoved;
    }

    private boolean follow(Transition.OfRule transition) {
        boolean reachMoved = false;
        if (transition.before() != null) {
            reachMoved = leave(transition.before());
        }
        if (transition.after() != null) {
            reachMoved |= enter(transition.after());
        }
        return reachMoved;
    }

    private boolean leave(Rule rule) {
        String reach = ChannelReach.of(rule.channel(), live);
        if (reach == null) {
            return false;
        }
        int place = Collections.binarySearch(rules, new Deciding.DecidingRule(rule, reach), EVALUATION_ORDER);
        if (place >= 0) {
            rules.remove(place);
            broken.remove(rule.id());
        }
        return named.remove(rule);
    }

    private boolean enter(Rule rule) {
        String reach = ChannelReach.of(rule.channel(), live);
        if (reach == null) {
            return false;
        }
        Deciding.DecidingRule deciding = new Deciding.DecidingRule(rule, reach);
        int place = Collections.binarySearch(rules, deciding, EVALUATION_ORDER);
        rules.add(place < 0 ? -place - 1 : place, deciding);
        if (RuleSet.isBroken(rule)) {
            broken.add(rule.id());
        }
        return named.add(rule);
    }

    private boolean follow(Transition.OfRelease transition) {
        changed.put(transition.name(), transition.after());
        return !Objects.equals(referencesOf(transition.before()), referencesOf(transition.after()));
    }

    private boolean follow(Transition.OfPin transition) {
        if (!transition.pin().channel().equals(pinned)) {
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

    private @Nullable Release release(ReleaseName name) {
        return changed.containsKey(name) ? changed.get(name) : before.get(name);
    }

    /** @param product null for every product */
    Reach reach(@Nullable String product) {
        return product == null
                ? new Walk(Lens.EVERYTHING).from(productsOfTheirOwn(), true)
                : reach(product, Lens.EVERYTHING);
    }

    /** @param product null for one that neither rules nor pins name */
    private Reach reach(@Nullable String product, Lens lens) {
        return new Walk(lens).from(product == null ? Set.of() : Set.of(product), false);
    }

    /**
     * Returns what can have a part in answers for one product.
     *
     * @param product null for one that neither rules nor pins name
     */
    Reach reachOf(@Nullable String product) {
        return reach(product, Lens.EVERYTHING);
    }

    /** The products that rules or pins for this channel name: all others are answered alike. */
    SortedSet<String> productsOfTheirOwn() {
        SortedSet<String> products = new TreeSet<>();
        named.products().stream().filter(Objects::nonNull).forEach(products::add);
        pins.keySet().forEach(pin -> products.add(pin.product()));
        return products;
    }

    /**
     * Returns what decides the answers for one product; cost grows with the channel's rules.
     *
     * @param product null for one that neither rules nor pins name
     */
    Deciding deciding(@Nullable String product, Lens lens) {
        Reach reach = reach(product, lens);
        List<Deciding.OfProduct> products = new ArrayList<>();
        products.add(ofProduct(product, lens));
        for (String drawnIn : new TreeSet<>(reach.products())) {
            if (!drawnIn.equals(product)) {
                products.add(ofProduct(drawnIn, lens));
            }
        }
        Map<ReleaseName, @Nullable Release> answering =
                HashMap.newHashMap(reach.answering().size());
        reach.answering().forEach(name -> answering.put(name, release(name)));
        Map<ReleaseName, @Nullable String> buildIds = new HashMap<>();
        if (lens.partialSources()) {
            reach.partialSources().forEach(name -> {
                Release release = release(name);
                buildIds.put(
                        name,
                        release == null
                                ? null
                                : contents.references(release.content()).buildIds());
            });
        }
        return new Deciding(products, reach, answering, buildIds);
    }

    private Deciding.OfProduct ofProduct(@Nullable String product, Lens lens) {
        List<Deciding.DecidingRule> reaching = new ArrayList<>();
        boolean unreliable = false;
        for (Deciding.DecidingRule rule : rules) {
            if (rule.rule().product() == null || rule.rule().product().equals(product)) {
                reaching.add(rule);
                unreliable |= !broken.isEmpty() && broken.contains(rule.rule().id());
            }
        }
        return new Deciding.OfProduct(
                product,
                Collections.unmodifiableList(reaching),
                unreliable ? orderOfIds(reaching) : List.of(),
                lens.pins() ? pinsOf(product) : Collections.emptySortedMap());
    }

    /** Orders rules by id: of several that cannot be judged, the one with the lowest id decides what a client is told. */
    private static List<Integer> orderOfIds(List<Deciding.DecidingRule> inEvaluationOrder) {
        SortedMap<RuleId, Integer> positions = new TreeMap<>();
        for (Deciding.DecidingRule rule : inEvaluationOrder) {
            positions.put(rule.rule().id(), positions.size());
        }
        return List.copyOf(positions.values());
    }

    private SortedMap<String, ReleaseName> pinsOf(@Nullable String product) {
        SortedMap<String, ReleaseName> byVersion = new TreeMap<>();
        pins.forEach((pin, name) -> {
            if (pin.product().equals(product)) {
                byVersion.put(pin.version(), name);
            }
        });
        return byVersion;
    }

    /** A walk from the rules and pins of products to releases, from superblobs among these to more of both. */
    private final class Walk {

        private final Lens lens;
        private final Set<String> products = new HashSet<>();
        private final Set<ReleaseName> answering = new HashSet<>();
        private final Set<ReleaseName> partialSources = new HashSet<>();
        private final ArrayDeque<ReleaseName> toVisit = new ArrayDeque<>();

        Walk(Lens lens) {
            this.lens = lens;
        }

        Reach from(Collection<String> asked, boolean everyProduct) {
            named.byRulesFor(null).forEach(this::reach);
            asked.forEach(this::draw);
            while (!toVisit.isEmpty()) {
                Release release = release(toVisit.remove());
                if (release != null) {
                    References references = contents.references(release.content());
                    partialSources.addAll(references.partialSources());
                    if (lens.superblobParts()) {
                        references.children().forEach(this::reach);
                    }
                    references.childProducts().forEach(this::draw);
                }
            }
            return new Reach(live, pinned, everyProduct, products, answering, partialSources);
        }

        private void reach(ReleaseName name) {
            if (answering.add(name)) {
                toVisit.add(name);
            }
        }

        private void draw(String product) {
            if (products.add(product)) {
                named.byRulesFor(product).forEach(this::reach);
                if (lens.pins()) {
                    pins.forEach((pin, name) -> {
                        if (pin.product().equals(product)) {
                            reach(name);
                        }
                    });
                }
            }
        }
    }
}
