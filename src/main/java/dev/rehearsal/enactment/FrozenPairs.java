package dev.rehearsal.enactment;

import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.approval.Freezes;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.GuardRail;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of product and live channel that are frozen now, guarded or not. "Every channel" means those that rules, pins,
 * configuration or the sets name, and any other one.
 *
 * @param all each with what freezes it
 * @param served those that serve their own rules; a test channel that is mapped serves those of another
 */
record FrozenPairs(Map<ProductChannel, Freezes.Freeze> all, Set<ProductChannel> served) {

    static final FrozenPairs NONE = new FrozenPairs(Map.of(), Set.of());

    /** No channel can be called so, and every rule for all channels is for it. */
    private static final String ANY_OTHER_CHANNEL = "*";

    static FrozenPairs of(ApprovalContext now, Tables live, Set<String> products, Collection<ChangeSet> sets) {
        List<FreezeWindow> freezing = now.freezes().freezing().toList();
        if (freezing.isEmpty()) {
            return NONE;
        }
        Set<String> channels = new TreeSet<>();
        Set<@Nullable String> named = new HashSet<>(products);
        named.add(null);
        now.shutoffs().forEach(shutoff -> named.add(shutoff.product()));
        for (FreezeWindow window : freezing) {
            if (window.liveChannel() == null) {
                channels.addAll(channelsNamed(now, live, sets));
            } else {
                channels.add(window.liveChannel());
            }
            named.add(window.product());
        }
        Map<ProductChannel, Freezes.Freeze> all = new HashMap<>();
        for (String channel : channels) {
            for (String product : named) {
                now.freezes()
                        .of(product, channel)
                        .ifPresent(freeze -> all.put(new ProductChannel(product, channel), freeze));
            }
        }
        return new FrozenPairs(
                Map.copyOf(all),
                all.keySet().stream()
                        .filter(pair -> !Guards.rests(now.mappings(), pair.product(), pair.channel()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    private static Set<String> channelsNamed(ApprovalContext now, Tables live, Collection<ChangeSet> sets) {
        Set<String> channels = new TreeSet<>(Set.of(ANY_OTHER_CHANNEL));
        live.rules().values().forEach(rule -> add(channels, rule));
        live.pins().releases().keySet().stream().map(Pins.Key::channel).forEach(channels::add);
        now.mappings().stream()
                .flatMap((ChannelMapping mapping) -> Stream.of(mapping.liveChannel(), mapping.testChannel()))
                .forEach(channels::add);
        now.gates().stream().map(Gate::liveChannel).forEach(channels::add);
        now.rails().stream().map(GuardRail::liveChannel).forEach(channels::add);
        now.policy().forChannels().stream().map(RequiredSignoff::channel).forEach(channels::add);
        sets.forEach(set -> set.changes().forEach(change -> add(channels, change)));
        return channels;
    }

    private static void add(Set<String> channels, Change change) {
        switch (change) {
            case Change.RuleAddition addition -> add(channels, addition.rule());
            case Change.RuleEdit edit -> {
                if (edit.fields().containsKey(RuleField.CHANNEL)
                        && edit.fields().get(RuleField.CHANNEL).value() instanceof String channel) {
                    channels.add(stem(channel));
                }
            }
            case Change.PinEdit edit -> channels.add(edit.pin().channel());
            case Change.Unstaged _ -> {
                RowKinds.SHUTOFFS
                        .in(change)
                        .forEach(shutoff -> channels.add(stem(shutoff.latest().channel())));
                RowKinds.MAPPINGS
                        .in(change)
                        .forEach(mapping -> channels.add(mapping.latest().testChannel()));
            }
            case Change.RuleRemoval _, Change.ReleaseAddition _, Change.ReleaseEdit _, Change.ReleaseRemoval _ -> {}
        }
    }

    private static void add(Set<String> channels, Rule rule) {
        if (rule.channel() != null) {
            channels.add(stem(rule.channel()));
        }
    }

    private static String stem(String pattern) {
        return pattern.endsWith("*") && pattern.length() > 1 ? pattern.substring(0, pattern.length() - 1) : pattern;
    }
}
