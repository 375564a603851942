package dev.rehearsal.staging;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.release.Digest;
import dev.rehearsal.release.References;
import dev.rehearsal.release.Release;
import dev.rehearsal.release.ReleaseContents;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over everything in the stored state that decides answers for one product and live channel.
 *
 * <p>Equal fingerprints mean equal answers. It may change without an answer changing, never the reverse. Ids, aliases,
 * comments, data versions and the spelling of JSON do not matter; of priorities only the order, of a channel only which
 * of the live channel's requests it matches. Shutoffs and the allow-list are not part of it.
 *
 * @param value 64 lower-case hex digits
 */
public record Fingerprint(String value) {

    /** Text, order or normal form stands for the other columns, or they decide nothing. */
    private static final Set<RuleField> DECIDING = EnumSet.complementOf(
            EnumSet.of(RuleField.ALIAS, RuleField.COMMENT, RuleField.PRIORITY, RuleField.PRODUCT, RuleField.CHANNEL));

    /** Of these tables for this product and live channel; cost grows with the number of rules. */
    public static Fingerprint of(Tables tables, ReleaseContents contents, String product, String live) {
        return new Computation(tables, contents, live).of(product);
    }

    /** Of several products at once: changes when that of any of them does. */
    public static Fingerprint ofEvery(
            Tables tables, ReleaseContents contents, SortedSet<String> products, String live) {
        Digest digest = new Digest();
        for (String product : products) {
            digest.add(product).add(of(tables, contents, product, live).value());
        }
        return new Fingerprint(digest.hash().value());
    }

    @Override
    public String toString() {
        return value;
    }

    private static final class Computation {

        private final Tables tables;
        private final ReleaseContents contents;
        private final String live;
        private final Digest digest = new Digest();
        private final ArrayDeque<String> products = new ArrayDeque<>();
        private final Set<String> seenProducts = new HashSet<>();
        private final TreeSet<ReleaseName> answering = new TreeSet<>();
        private final TreeSet<ReleaseName> partialSources = new TreeSet<>();

        Computation(Tables tables, ReleaseContents contents, String live) {
            this.tables = tables;
            this.contents = contents;
            this.live = live;
        }

        Fingerprint of(String product) {
            draw(product);
            while (!products.isEmpty()) {
                addProduct(products.poll());
            }
            for (ReleaseName name : answering) {
                Release release = tables.releases().get(name);
                digest.add("release").add(name.value()).add(release == null ? null : release.product());
                digest.add(release == null ? null : release.content().value());
            }
            for (ReleaseName name : partialSources) {
                Release release = tables.releases().get(name);
                digest.add("from").add(name.value());
                digest.add(
                        release == null
                                ? null
                                : contents.references(release.content()).buildIds());
            }
            return new Fingerprint(digest.hash().value());
        }

        private void draw(String product) {
            if (seenProducts.add(product)) {
                products.add(product);
            }
        }

        private void addProduct(String product) {
            digest.add("product").add(product);
            for (Rule rule : tables.ruleSet().inOrder()) {
                String reach = ChannelReach.of(rule.channel(), live);
                if (reach != null && (rule.product() == null || rule.product().equals(product))) {
                    addRule(rule, reach);
                }
            }
            tables.pins().releases().entrySet().stream()
                    .filter(pin -> pin.getKey().product().equals(product)
                            && pin.getKey().channel().equals(live))
                    .sorted(Comparator.comparing(pin -> pin.getKey().version()))
                    .forEach(pin -> {
                        digest.add("pin")
                                .add(pin.getKey().version())
                                .add(pin.getValue().value());
                        reach(pin.getValue());
                    });
        }

        private void addRule(Rule rule, String reach) {
            digest.add("rule").add(reach);
            for (RuleField column : DECIDING) {
                Object value = column.read(rule);
                digest.add(value == null ? null : value.toString());
            }
            reach(rule.mapping());
            reach(rule.fallbackMapping());
        }

        private void reach(@Nullable ReleaseName name) {
            if (name == null || !answering.add(name)) {
                return;
            }
            Release release = tables.releases().get(name);
            if (release != null) {
                References references = contents.references(release.content());
                references.childProducts().stream().sorted().forEach(this::draw);
                references.children().forEach(this::reach);
                partialSources.addAll(references.partialSources());
            }
        }
    }
}
