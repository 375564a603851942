package dev.rehearsal.staging;

import dev.rehearsal.blob.Digest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Goes over what decides the answers of one live channel in one state, in an order that no id has a part in. */
final class Fingerprinting {

    private final Tables tables;
    private final ReleaseContents contents;
    private final String live;
    private final ChannelState state;
    private final List<Deciding.DecidingRule> rules = new ArrayList<>();

    Fingerprinting(Tables tables, ReleaseContents contents, String live) {
        this.tables = tables;
        this.contents = contents;
        this.live = live;
        this.state = new ChannelState(tables, live, contents);
        for (Rule rule : tables.ruleSet().inOrder()) {
            String reach = ChannelReach.of(rule.channel(), live);
            if (reach != null) {
                rules.add(new Deciding.DecidingRule(rule, reach));
            }
        }
    }

    Fingerprint of(String product) {
        return deciding(product).fingerprint();
    }

    Fingerprint ofEvery() {
        Digest digest = new Digest();
        digest.add(deciding(null, state.reachOfUnnamedProduct()).fingerprint().value());
        for (String product : state.productsOfTheirOwn()) {
            digest.add(product).add(of(product).value());
        }
        return new Fingerprint(digest.hash().value());
    }

    /** What decides the answers for one product. */
    Deciding deciding(String product) {
        return deciding(product, state.reach(product));
    }

    private Deciding deciding(@Nullable String asked, Reach reach) {
        List<Deciding.OfProduct> products = new ArrayList<>();
        products.add(ofProduct(asked));
        for (String product : new TreeSet<>(reach.products())) {
            if (!product.equals(asked)) {
                products.add(ofProduct(product));
            }
        }
        SortedMap<ReleaseName, @Nullable Release> answering = new TreeMap<>();
        reach.answering().forEach(name -> answering.put(name, tables.releases().get(name)));
        SortedMap<ReleaseName, @Nullable String> buildIds = new TreeMap<>();
        reach.partialSources().forEach(name -> buildIds.put(name, buildIds(name)));
        return new Deciding(products, answering, buildIds);
    }

    private Deciding.OfProduct ofProduct(@Nullable String product) {
        List<Deciding.DecidingRule> reaching =
                rules.stream().filter(rule -> isFor(rule, product)).toList();
        boolean unreliable = reaching.stream().anyMatch(rule -> tables.ruleSet().canFail(rule.rule()));
        return new Deciding.OfProduct(product, reaching, unreliable ? orderOfIds(reaching) : List.of(), pins(product));
    }

    private static boolean isFor(Deciding.DecidingRule rule, @Nullable String product) {
        return rule.rule().product() == null || rule.rule().product().equals(product);
    }

    /** Of several rules that cannot be judged, the one with the lowest id decides what a client is told. */
    private static List<Integer> orderOfIds(List<Deciding.DecidingRule> inEvaluationOrder) {
        SortedMap<RuleId, Integer> positions = new TreeMap<>();
        for (Deciding.DecidingRule rule : inEvaluationOrder) {
            positions.put(rule.rule().id(), positions.size());
        }
        return List.copyOf(positions.values());
    }

    private SortedMap<String, ReleaseName> pins(@Nullable String product) {
        SortedMap<String, ReleaseName> byVersion = new TreeMap<>();
        tables.pins().releases().forEach((pin, name) -> {
            if (pin.product().equals(product) && pin.channel().equals(live)) {
                byVersion.put(pin.version(), name);
            }
        });
        return byVersion;
    }

    private @Nullable String buildIds(ReleaseName name) {
        Release release = tables.releases().get(name);
        return release == null ? null : contents.references(release.content()).buildIds();
    }
}
