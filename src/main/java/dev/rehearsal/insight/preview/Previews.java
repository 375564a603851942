package dev.rehearsal.insight.preview;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.StagedRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks at test channels, as far along the queue as somebody wants. */
@Service
public class Previews {

    private final TestChannelPreviews previews;
    private final ChannelFindings findings;

    Previews(TestChannelPreviews previews, ChannelFindings findings) {
        this.previews = previews;
        this.findings = findings;
    }

    /**
     * @param product null for the product of the mapping, or for every product where it has none
     * @throws RefusedException if the channel is not mapped, or the set is not pending
     */
    public Preview of(String testChannel, @Nullable String product, StageSelection selection) {
        return of(previews.state(), testChannel, product, selection);
    }

    /** Previews a test channel in another state, such as one of the past. */
    public Preview of(NodeState state, String testChannel, @Nullable String product, StageSelection selection) {
        ChannelMapping mapping = ofLiveChannel(state, testChannel, product)
                .orElseGet(() -> TestChannelPreviews.mapping(state, testChannel, product));
        String chosen = product == null ? mapping.product() : product;
        TestChannelPreview preview = previews.of(state, mapping, chosen, selection);
        return new Preview(
                state,
                preview,
                selection,
                queue(state, preview),
                Differences.of(preview),
                findings.of(state, preview),
                stops(state, chosen, testChannel),
                stops(state, chosen, mapping.liveChannel()));
    }

    /**
     * Looks at a live channel itself, with all that is queued for it.
     *
     * @return empty for a test channel, and where no rule can match
     */
    private static Optional<ChannelMapping> ofLiveChannel(NodeState state, String channel, @Nullable String product) {
        boolean mapped = state.mappings().stream()
                .anyMatch(mapping -> mapping.testChannel().equals(channel)
                        && (product == null || mapping.product() == null || product.equals(mapping.product())));
        if (mapped || channel.isEmpty()) {
            return Optional.empty();
        }
        Set<String> products = namedOn(state, channel);
        return product == null
                ? products.stream().findFirst().map(first -> ChannelMapping.ofItself(first, channel))
                : products.contains(product)
                        ? Optional.of(ChannelMapping.ofItself(product, channel))
                        : Optional.empty();
    }

    /** Returns the products that have rules for just this channel, live or staged, or for some that begin with it. */
    private static SortedSet<String> namedOn(NodeState state, String channel) {
        SortedSet<String> products = new TreeSet<>();
        for (Rule rule : state.stages().wholeQueue().staged().ruleSet().inOrder()) {
            if (rule.product() != null
                    && rule.channel() != null
                    && UpdateQuery.fallbackOf(ChannelPattern.of(rule.channel()).stem())
                            .equals(channel)) {
                products.add(rule.product());
            }
        }
        return products;
    }

    /**
     * The products whose view of a test channel can be chosen; null among them, and first, for every product.
     *
     * @return empty if the channel is not mapped
     */
    public List<@Nullable String> productsOf(String testChannel) {
        return productsOf(previews.state(), testChannel);
    }

    /** Lists the products of a test channel in another state, such as one of the past. */
    public List<@Nullable String> productsOf(NodeState state, String testChannel) {
        SortedSet<String> products = new TreeSet<>();
        boolean everyProduct = false;
        for (ChannelMapping mapping : state.mappings()) {
            if (mapping.testChannel().equals(testChannel)) {
                if (mapping.product() == null) {
                    everyProduct = true;
                    products.addAll(productsOn(state, mapping.liveChannel()));
                } else {
                    products.add(mapping.product());
                }
            }
        }
        if (!everyProduct && products.isEmpty()) {
            products.addAll(namedOn(state, testChannel));
        }
        List<@Nullable String> choices = new ArrayList<>();
        if (everyProduct) {
            choices.add(null);
        }
        choices.addAll(products);
        return choices;
    }

    private static Set<String> productsOn(NodeState state, String live) {
        Set<String> products = new HashSet<>();
        for (Rule rule : state.stages().wholeQueue().staged().ruleSet().inOrder()) {
            if (rule.product() != null && StagedRules.canMatch(rule, null, live)) {
                products.add(rule.product());
            }
        }
        return products;
    }

    private List<QueueStep> queue(NodeState state, TestChannelPreview preview) {
        TestChannelPreview whole = previews.of(state, preview.mapping(), preview.product(), new Scope.WholeQueue());
        Set<ChangeSetId> concerning = new HashSet<>(whole.concerning());
        concerning.addAll(preview.concerning());
        Set<ChangeSetId> applied = new HashSet<>();
        for (Stage.Step step : preview.stage().steps()) {
            applied.add(step.set().id());
        }
        List<QueueStep> steps = new ArrayList<>();
        for (ChangeSet set : state.queue()) {
            boolean shown = applied.contains(set.id());
            Conflict conflict = conflictOf(set.id(), preview)
                    .or(() -> shown ? Optional.empty() : conflictOf(set.id(), whole))
                    .orElse(null);
            if (conflict != null || concerning.contains(set.id())) {
                steps.add(new QueueStep(set, shown, conflict));
            }
        }
        return List.copyOf(steps);
    }

    private static Optional<Conflict> conflictOf(ChangeSetId set, TestChannelPreview preview) {
        return preview.conflicts().stream()
                .filter(conflict -> conflict.set().equals(set))
                .findFirst();
    }

    /** @param product null where a stop of any product counts */
    static boolean stops(NodeState state, @Nullable String product, String channel) {
        return state.shutoffs().stopped().stream()
                .anyMatch(key -> key.channel().equals(channel)
                        && (product == null || key.product().equals(product)));
    }
}
