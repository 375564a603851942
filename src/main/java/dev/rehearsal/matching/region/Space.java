package dev.rehearsal.matching.region;

import dev.rehearsal.matching.Criterion;
import dev.rehearsal.matching.OsVersionPattern;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.VersionGrammar;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The space of all clients of products whose versions are read alike, as far as some rules tell them apart. */
final class Space {

    /** The sides of boxes; operating systems are apart, since they have no kinds. */
    static final List<Criterion> CRITERIA = List.copyOf(EnumSet.complementOf(EnumSet.of(Criterion.OS_VERSION)));

    /** What is judged before anything that can fail. */
    private static final Set<Criterion> OUTER = EnumSet.of(
            Criterion.PRODUCT,
            Criterion.BUILD_TARGET,
            Criterion.HEADER_ARCHITECTURE,
            Criterion.DIST_VERSION,
            Criterion.CHANNEL);

    private final Map<Criterion, Axis> axes = new EnumMap<>(Criterion.class);
    private final @Nullable String hidden;

    private Space(Kinds kinds, VersionGrammar grammar, SingleCriteria single) {
        String product = grammar == VersionGrammar.LOOSE ? "FirefoxVPN" : "Firefox";
        for (Criterion criterion : CRITERIA) {
            axes.put(criterion, new Axis(criterion, kinds.of(criterion), product, single));
        }
        this.hidden = kinds.hidden();
    }

    static Space of(Collection<Rule> rules, VersionGrammar grammar, SingleCriteria single) {
        return new Space(new Kinds(rules, grammar), grammar, single);
    }

    /** Returns why there may be clients that are of none of the kinds; null where there are none. */
    @Nullable
    String hidden() {
        return hidden;
    }

    Axis axis(Criterion criterion) {
        return Objects.requireNonNull(axes.get(criterion));
    }

    /** Returns the clients that there can be, by what forms of URL can say. */
    List<Box> clients() {
        return Forms.of(this);
    }

    /** Returns whom the rule matches; a box for each alternative of its operating systems. */
    List<Box> of(Rule rule) {
        List<BitSet> sides = sides(rule, EnumSet.allOf(Criterion.class));
        String systems = rule.osVersion();
        if (systems == null) {
            return List.of(new Box(sides, Systems.ALL)).stream()
                    .filter(box -> !box.isEmpty())
                    .toList();
        }
        return OsVersionPattern.of(systems).alternatives().stream()
                .map(terms -> new Box(sides, Systems.having(terms)))
                .filter(box -> !box.isEmpty())
                .toList();
    }

    /** Returns those of whom the rule matches that there can be. */
    List<Box> clientsOf(Rule rule) {
        return clients().stream()
                .flatMap(some -> of(rule).stream().map(some::and))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Returns those whose evaluation fails because this rule cannot be judged by what they say. */
    List<Box> failing(Rule rule) {
        List<Box> failing = new ArrayList<>();
        Set<Criterion> met = EnumSet.copyOf(OUTER);
        for (Criterion criterion : List.of(Criterion.VERSION, Criterion.BUILD_ID, Criterion.MEMORY)) {
            List<BitSet> sides = sides(rule, met);
            sides.set(CRITERIA.indexOf(criterion), axis(criterion).failing(rule));
            failing.add(new Box(sides, Systems.ALL));
            met.add(criterion);
        }
        failing.removeIf(Box::isEmpty);
        return failing;
    }

    private List<BitSet> sides(Rule rule, Set<Criterion> asked) {
        List<BitSet> sides = new ArrayList<>();
        for (Criterion criterion : CRITERIA) {
            Axis axis = axis(criterion);
            sides.add(asked.contains(criterion) ? axis.met(rule) : axis.all());
        }
        return sides;
    }

    /** Returns one client of a box that lies among {@link #clients}; null where none can be written down. */
    @Nullable
    UpdateQuery example(Box box) {
        String osVersion = box.systems().example();
        if (osVersion == null) {
            return null;
        }
        Client client = new Client().saying(Criterion.OS_VERSION, osVersion);
        for (int i = 0; i < CRITERIA.size(); i++) {
            Axis axis = axis(CRITERIA.get(i));
            client.saying(
                    axis.criterion(),
                    axis.kinds().get(box.sides().get(i).nextSetBit(0)).value());
        }
        return client.query();
    }

    Stream<Axis> axes() {
        return CRITERIA.stream().map(this::axis);
    }
}
