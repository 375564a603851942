package dev.rehearsal.enactment;

import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.Stake;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.ReleaseField;
import dev.rehearsal.staging.Tables;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of product and live channel whose answers may not change without somebody's consent: those that a requirement,
 * a gate or a guard rail names, but for test channels that are mapped, whose own requirements and gates rest meanwhile.
 *
 * @param policy the requirements that do not rest
 * @param gates the gates that do not rest for every product
 */
record Guards(Set<ProductChannel> pairs, SignoffPolicy policy, List<Gate> gates) {

    /** @param products all that are named by rows before or after; "every product" means these, and any other one */
    static Guards of(ApprovalContext now, Set<String> products) {
        List<ChannelMapping> mappings = now.mappings();
        SignoffPolicy policy =
                now.policy().without(required -> rests(mappings, required.product(), required.channel()));
        Set<ProductChannel> pairs = new HashSet<>();
        for (RequiredSignoff required : policy.forChannels()) {
            pairs.add(new ProductChannel(required.product(), required.channel()));
        }
        for (Gate gate : now.gates()) {
            productsOf(gate.product(), products)
                    .filter(product -> !rests(mappings, product, gate.liveChannel()))
                    .forEach(product -> pairs.add(new ProductChannel(product, gate.liveChannel())));
        }
        for (GuardRail rail : now.rails()) {
            productsOf(rail.product(), products)
                    .filter(product -> !rests(mappings, product, rail.liveChannel()))
                    .forEach(product -> pairs.add(new ProductChannel(product, rail.liveChannel())));
        }
        return new Guards(Set.copyOf(pairs), policy, now.gates());
    }

    private static Stream<@Nullable String> productsOf(@Nullable String product, Set<String> products) {
        if (product != null) {
            return Stream.of(product);
        }
        return Stream.concat(products.stream(), Stream.of((String) null));
    }

    /** Returns the guarded pairs whose own requirements and gates rest for as long as this mapping stands. */
    static Set<ProductChannel> restingUnder(ChannelMapping mapping, ApprovalContext now, Set<String> products) {
        List<ChannelMapping> others = now.mappings().stream()
                .filter(other -> other.id() != mapping.id())
                .toList();
        Set<ProductChannel> guarded =
                new HashSet<>(of(now.withMappings(others), products).pairs());
        guarded.removeAll(of(now, products).pairs());
        return guarded;
    }

    /** Whether a channel shows another one's staged state for this product, so that its own rules are not served. */
    static boolean rests(Collection<ChannelMapping> mappings, @Nullable String product, String channel) {
        return mappings.stream()
                .anyMatch(mapping -> mapping.testChannel().equals(channel)
                        && (mapping.product() == null || mapping.product().equals(product)));
    }

    /** Whether a gate is about this pair. */
    static boolean isAbout(Gate gate, ProductChannel pair) {
        return gate.liveChannel().equals(pair.channel())
                && (gate.product() == null || gate.product().equals(pair.product()));
    }

    /** Returns the products that rules, releases or pins name, or that configuration does. */
    static Set<String> productsNamed(Tables live, ApprovalContext now) {
        Set<String> products = new TreeSet<>();
        live.rules().values().stream()
                .map(Rule::product)
                .filter(Objects::nonNull)
                .forEach(products::add);
        live.releases().values().stream().map(Release::product).forEach(products::add);
        live.pins().releases().keySet().stream().map(Pins.Key::product).forEach(products::add);
        now.policy().forChannels().stream().map(RequiredSignoff::product).forEach(products::add);
        now.gates().stream().map(Gate::product).filter(Objects::nonNull).forEach(products::add);
        now.rails().stream().map(GuardRail::product).filter(Objects::nonNull).forEach(products::add);
        now.mappings().stream()
                .map(ChannelMapping::product)
                .filter(Objects::nonNull)
                .forEach(products::add);
        return products;
    }

    /** Returns the product that a change names, if it names one. */
    static Stream<String> productNamed(Change change) {
        return switch (change) {
            case Change.RuleAddition addition ->
                Stream.ofNullable(addition.rule().product());
            case Change.RuleEdit edit -> textOf(edit.fields().get(RuleField.PRODUCT));
            case Change.ReleaseAddition addition -> Stream.of(addition.product());
            case Change.ReleaseEdit edit -> textOf(edit.fields().get(new ReleaseField.Product()));
            case Change.PinEdit edit -> Stream.of(edit.pin().product());
            case Change.RuleRemoval _, Change.ReleaseRemoval _ -> Stream.empty();
            case Change.Unstaged unstaged -> productNamed((RowChange<?>) unstaged);
        };
    }

    private static <R> Stream<String> productNamed(RowChange<R> change) {
        R after = change.after();
        return after == null
                ? Stream.empty()
                : change.stakes().flatMap(stake -> switch (stake) {
                    case Stake.OfChannels(String product, var _) -> Stream.ofNullable(product);
                    case Stake.OfMapping(String product, var _, var _) -> Stream.ofNullable(product);
                    case Stake.OfClients _, Stake.OfPermissions _, Stake.OfPerson _ -> Stream.empty();
                });
    }

    private static Stream<String> textOf(@Nullable FieldEdit edit) {
        return edit != null && edit.value() instanceof String text ? Stream.of(text) : Stream.empty();
    }
}
