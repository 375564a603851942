package dev.rehearsal.staging;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.release.Digest;
import dev.rehearsal.release.Release;
import dev.rehearsal.release.ReleaseContents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Goes over what decides the answers of one live channel in one state, in an order that no id has a part in. */
final class Fingerprinting {

    /** Order or normal form stands for the other columns, or they decide nothing. */
    private static final Set<RuleField> DECIDING = EnumSet.complementOf(
            EnumSet.of(RuleField.ALIAS, RuleField.COMMENT, RuleField.PRIORITY, RuleField.PRODUCT, RuleField.CHANNEL));

    private final Tables tables;
    private final ReleaseContents contents;
    private final String live;
    private final ChannelState state;
    private final List<ReachingRule> rules = new ArrayList<>();

    Fingerprinting(Tables tables, ReleaseContents contents, String live) {
        this.tables = tables;
        this.contents = contents;
        this.live = live;
        this.state = new ChannelState(tables, live, contents);
        for (Rule rule : tables.ruleSet().inOrder()) {
            String reach = ChannelReach.of(rule.channel(), live);
            if (reach != null) {
                rules.add(new ReachingRule(rule, reach));
            }
        }
    }

    /** A rule that can match the channel, and how much of the channel. */
    private record ReachingRule(Rule rule, String reach) {

        boolean isFor(@Nullable String product) {
            return rule.product() == null || rule.product().equals(product);
        }
    }

    Fingerprint of(String product) {
        return fingerprint(product, state.reach(product));
    }

    Fingerprint ofEvery() {
        Digest digest = new Digest();
        digest.add(fingerprint(null, state.reachOfUnnamedProduct()).value());
        for (String product : state.productsOfTheirOwn()) {
            digest.add(product).add(of(product).value());
        }
        return new Fingerprint(digest.hash().value());
    }

    private Fingerprint fingerprint(@Nullable String asked, Reach reach) {
        Digest digest = new Digest();
        addProduct(digest.add("asked"), asked);
        for (String product : new TreeSet<>(reach.products())) {
            if (!product.equals(asked)) {
                addProduct(digest.add("drawn in"), product);
            }
        }
        new TreeSet<>(reach.answering()).forEach(name -> addAnswering(digest, name));
        new TreeSet<>(reach.partialSources()).forEach(name -> addPartialSource(digest, name));
        return new Fingerprint(digest.hash().value());
    }

    private void addProduct(Digest digest, @Nullable String product) {
        digest.add(product);
        List<RuleId> ids = new ArrayList<>();
        boolean unreliable = false;
        for (ReachingRule reaching : rules) {
            if (reaching.isFor(product)) {
                addRule(digest, reaching);
                ids.add(reaching.rule().id());
                unreliable |= tables.ruleSet().canFail(reaching.rule());
            }
        }
        if (unreliable) {
            addOrderOfIds(digest, ids);
        }
        if (product != null) {
            addPins(digest, product);
        }
    }

    private static void addRule(Digest digest, ReachingRule reaching) {
        digest.add("rule").add(reaching.reach());
        for (RuleField column : DECIDING) {
            Object value = column.read(reaching.rule());
            digest.add(value == null ? null : value.toString());
        }
    }

    /** Of several rules that cannot be judged, the one with the lowest id decides what a client is told. */
    private static void addOrderOfIds(Digest digest, List<RuleId> inEvaluationOrder) {
        TreeMap<RuleId, Integer> positions = new TreeMap<>();
        for (RuleId id : inEvaluationOrder) {
            positions.put(id, positions.size());
        }
        digest.add("by id");
        positions.values().forEach(position -> digest.add(position.toString()));
    }

    private void addPins(Digest digest, String product) {
        tables.pins().releases().entrySet().stream()
                .filter(pin -> pin.getKey().product().equals(product)
                        && pin.getKey().channel().equals(live))
                .sorted(Comparator.comparing(pin -> pin.getKey().version()))
                .forEach(pin -> digest.add("pin")
                        .add(pin.getKey().version())
                        .add(pin.getValue().value()));
    }

    private void addAnswering(Digest digest, ReleaseName name) {
        Release release = tables.releases().get(name);
        digest.add("release").add(name.value());
        digest.add(release == null ? null : release.product());
        digest.add(release == null ? null : release.content().value());
    }

    private void addPartialSource(Digest digest, ReleaseName name) {
        Release release = tables.releases().get(name);
        digest.add("from").add(name.value());
        digest.add(
                release == null ? null : contents.references(release.content()).buildIds());
    }
}
