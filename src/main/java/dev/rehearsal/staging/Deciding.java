package dev.rehearsal.staging;

import dev.rehearsal.blob.Digest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything of one state that decides the answers for one product on one live channel: what a fingerprint is taken of,
 * and what can make two of them differ.
 *
 * @param products the one that was asked for first, then those whose rules superblobs draw in
 * @param reach what the rules and pins lead to
 * @param answering the releases that can be chosen, or merged into one that is; null where there is none of that name
 * @param buildIds what decides which partial is offered, of each partial source; null where there is no such release
 */
record Deciding(
        List<OfProduct> products,
        Reach reach,
        Map<ReleaseName, @Nullable Release> answering,
        Map<ReleaseName, @Nullable String> buildIds) {

    /** Order or normal form stands for the other columns, or they decide nothing. */
    static final Set<RuleField> COLUMNS = Collections.unmodifiableSet(EnumSet.complementOf(
            EnumSet.of(RuleField.ALIAS, RuleField.COMMENT, RuleField.PRIORITY, RuleField.PRODUCT, RuleField.CHANNEL)));

    Deciding {
        products = List.copyOf(products);
        answering = Collections.unmodifiableMap(answering);
        buildIds = Collections.unmodifiableMap(buildIds);
    }

    /**
     * @param product null for one that neither rules nor pins name
     * @param rules in evaluation order
     * @param orderOfIds the places of the rules, by id, where some rule cannot be judged; empty where ids decide nothing
     * @param pins by version
     */
    record OfProduct(
            @Nullable String product,
            List<DecidingRule> rules,
            List<Integer> orderOfIds,
            SortedMap<String, ReleaseName> pins) {

        OfProduct renamed(@Nullable String other) {
            return new OfProduct(other, rules, orderOfIds, pins);
        }

        boolean decidesAs(OfProduct other) {
            return Objects.equals(product, other.product)
                    && rules.size() == other.rules.size()
                    && orderOfIds.equals(other.orderOfIds)
                    && pins.equals(other.pins)
                    && decideAs(other.rules);
        }

        /** Goes through them one by one: they are many, and most are the same. */
        private boolean decideAs(List<DecidingRule> others) {
            for (int place = 0; place < rules.size(); place++) {
                if (!rules.get(place).decidesAs(others.get(place))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Whether equal fingerprints would be taken of both; cheaper than taking them, where most rows are the same. */
    boolean decidesAs(Deciding other) {
        return this == other || decidesAlike(other);
    }

    private boolean decidesAlike(Deciding other) {
        return products.size() == other.products.size()
                && sameContents(other)
                && buildIds.equals(other.buildIds)
                && IntStream.range(0, products.size())
                        .allMatch(place -> products.get(place).decidesAs(other.products.get(place)));
    }

    /** Whether it decides as what is there for a product that nothing names. */
    boolean decidesAsForAnyOther(Deciding other) {
        return products.size() == other.products.size()
                && sameContents(other)
                && buildIds.equals(other.buildIds)
                && products.getFirst().renamed(null).decidesAs(other.products.getFirst())
                && IntStream.range(1, products.size())
                        .allMatch(place -> products.get(place).decidesAs(other.products.get(place)));
    }

    private boolean sameContents(Deciding other) {
        if (answering.size() != other.answering.size()) {
            return false;
        }
        for (Map.Entry<ReleaseName, @Nullable Release> entry : answering.entrySet()) {
            Release there = other.answering.get(entry.getKey());
            boolean same = there == entry.getValue() && there != null
                    || other.answering.containsKey(entry.getKey()) && sameContent(entry.getValue(), there);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** Whether a release is locked, and how often it was written, decides nothing. */
    static boolean sameContent(@Nullable Release one, @Nullable Release other) {
        if (one == null || other == null) {
            return one == other;
        }
        return one.product().equals(other.product()) && one.content().equals(other.content());
    }

    /** A rule that can match the channel, and how much of the channel. */
    record DecidingRule(Rule rule, String reach) {

        /** Whether it makes no difference which of the two stands in one place. */
        boolean decidesAs(DecidingRule other) {
            return rule == other.rule && reach.equals(other.reach)
                    || reach.equals(other.reach)
                            && COLUMNS.stream().allMatch(column -> Objects.equals(text(column), other.text(column)));
        }

        /** In which it decides otherwise than another one; {@link RuleField#CHANNEL} stands for the reach. */
        List<RuleField> columnsUnlike(DecidingRule other) {
            List<RuleField> unlike = new ArrayList<>();
            for (RuleField column : RuleField.values()) {
                boolean same = column == RuleField.CHANNEL
                        ? reach.equals(other.reach)
                        : !COLUMNS.contains(column) || Objects.equals(text(column), other.text(column));
                if (!same) {
                    unlike.add(column);
                }
            }
            return List.copyOf(unlike);
        }

        /** All that it decides: equal where {@link #decidesAs} says so. */
        List<@Nullable String> decisive() {
            List<@Nullable String> decisive = new ArrayList<>();
            decisive.add(reach);
            COLUMNS.forEach(column -> decisive.add(text(column)));
            return decisive;
        }

        @Nullable
        String text(RuleField column) {
            Object value = column.read(rule);
            return value == null ? null : value.toString();
        }
    }

    Fingerprint fingerprint() {
        Digest digest = new Digest();
        String role = "asked";
        for (OfProduct product : products) {
            addProduct(digest.add(role), product);
            role = "drawn in";
        }
        new TreeMap<>(answering)
                .forEach((name, release) -> digest.add("release")
                        .add(name.value())
                        .add(release == null ? null : release.product())
                        .add(release == null ? null : release.content().value()));
        new TreeMap<>(buildIds)
                .forEach((name, ids) -> digest.add("from").add(name.value()).add(ids));
        return new Fingerprint(digest.hash().value());
    }

    private static void addProduct(Digest digest, OfProduct product) {
        digest.add(product.product());
        for (DecidingRule rule : product.rules()) {
            digest.add("rule").add(rule.reach());
            COLUMNS.forEach(column -> digest.add(rule.text(column)));
        }
        if (!product.orderOfIds().isEmpty()) {
            digest.add("by id");
            product.orderOfIds().forEach(place -> digest.add(place.toString()));
        }
        product.pins().forEach((version, name) -> digest.add("pin").add(version).add(name.value()));
    }
}
