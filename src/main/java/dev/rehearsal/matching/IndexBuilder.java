package dev.rehearsal.matching;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds an index from above: splits rules by the criterion that most of them have, then each part again. */
final class IndexBuilder {

    /** So few rules are looked at faster than told apart. */
    private static final int LEAF_SIZE = 8;
    /** A rule that names many values stands in many places; beyond this mean number of places nothing is split. */
    private static final int PLACES_PER_RULE = 32;

    private final RuleMatcher[] rules;
    private final List<Dimension> dimensions;
    /** Per rule a bit for each dimension that concerns it. */
    private final int[] concerns;

    private long placesLeft;

    IndexBuilder(RuleMatcher[] rules, List<Dimension> dimensions) {
        this.rules = rules;
        this.dimensions = dimensions;
        this.concerns = new int[rules.length];
        this.placesLeft = (long) rules.length * PLACES_PER_RULE;
        for (int i = 0; i < rules.length; i++) {
            for (int d = 0; d < dimensions.size(); d++) {
                concerns[i] |= dimensions.get(d).concerns(rules[i]) ? 1 << d : 0;
            }
        }
    }

    @Nullable
    IndexNode build() {
        return new Branch((1 << dimensions.size()) - 1).build(Positions.upTo(rules.length));
    }

    /** What is left to tell rules apart by, once those above are settled. */
    final class Branch {

        private final int open;

        private Branch(int open) {
            this.open = open;
        }

        RuleMatcher rule(int place) {
            return rules[place];
        }

        @Nullable
        IndexNode build(Positions places) {
            placesLeft -= places.size();
            if (places.size() == 0) {
                return null;
            }
            if (places.size() <= LEAF_SIZE) {
                return new IndexLeaf(places.toArray());
            }
            int widest = widest(places);
            if (widest < 0 || placesLeft < 0) {
                return new IndexLeaf(withoutRepetitions(places));
            }
            return dimensions.get(widest).split(places, new Branch(open & ~(1 << widest)));
        }

        Map<String, IndexNode> buildAll(Map<String, Positions> byKey) {
            Map<String, IndexNode> nodes = HashMap.newHashMap(byKey.size());
            byKey.forEach((key, places) -> nodes.put(key, requireNonNull(build(places))));
            return nodes;
        }

        @Nullable
        IndexNode[] buildAll(List<Positions> tree) {
            @Nullable IndexNode[] nodes = new IndexNode[tree.size()];
            for (int i = 0; i < nodes.length; i++) {
                nodes[i] = build(tree.get(i));
            }
            return nodes;
        }

        /** The open dimension that concerns most rules; negative if none concerns any. */
        private int widest(Positions places) {
            int[] counts = new int[Integer.SIZE];
            for (int i = 0; i < places.size(); i++) {
                for (int left = concerns[places.get(i)] & open; left != 0; left &= left - 1) {
                    counts[Integer.numberOfTrailingZeros(left)]++;
                }
            }
            int widest = -1;
            for (int d = 0; d < counts.length; d++) {
                if (counts[d] > (widest < 0 ? 0 : counts[widest])) {
                    widest = d;
                }
            }
            return widest;
        }

        /** Of rules that ask for the same only the first is ever found. */
        private int[] withoutRepetitions(Positions places) {
            Set<List<@Nullable String>> seen = new HashSet<>();
            Positions kept = new Positions();
            for (int i = 0; i < places.size(); i++) {
                if (seen.add(rules[places.get(i)].criteria())) {
                    kept.add(places.get(i));
                }
            }
            return kept.toArray();
        }
    }
}
