package dev.rehearsal.insight.preview;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.warning.Finding;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.live.MappingSuggestion;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Every live channel, with its test channels and what current clients get; computed once for each state. */
@Service
public class ChannelOverview {

    private final TestChannelPreviews previews;
    private final ChannelFindings findings;
    private final ReleaseContents contents;
    private final AtomicReference<@Nullable Computed> latest = new AtomicReference<>();

    ChannelOverview(TestChannelPreviews previews, ChannelFindings findings, ReleaseContents contents) {
        this.previews = previews;
        this.findings = findings;
        this.contents = contents;
    }

    /**
     * A live channel of one product.
     *
     * @param product null for every product
     * @param channel empty for every channel of a product whose rules name none
     * @param fingerprint null where no test channel shows it: nobody compares it then
     * @param queue the pending sets that concern it, in queue order; one in conflict is none of them
     * @param conflicts of the sets about it that are left out
     * @param isStopped by an emergency shutoff
     * @param testChannels none where it is not mapped
     * @param answers what current clients get, by product
     */
    public record LiveChannel(
            @Nullable String product,
            String channel,
            @Nullable Fingerprint fingerprint,
            List<ChangeSet> queue,
            List<Conflict> conflicts,
            boolean isStopped,
            List<TestChannel> testChannels,
            SortedMap<String, LiveAnswer> answers) {

        public boolean isMapped() {
            return !testChannels.isEmpty();
        }
    }

    /**
     * @param findings about what it shows, errors first
     * @param answers what current clients would get, by product
     */
    public record TestChannel(
            TestChannelPreview table,
            Differences differences,
            List<Finding> findings,
            boolean isStopped,
            SortedMap<String, LiveAnswer> answers) {

        public String channel() {
            return table.mapping().testChannel();
        }
    }

    private record Computed(NodeState state, List<LiveChannel> channels) {}

    private record Group(@Nullable String product, String channel) {}

    /** Returns those that are mapped, in the order in which they were. */
    public List<LiveChannel> liveChannels() {
        return liveChannels(previews.state());
    }

    /**
     * Returns the live channels of a state; of one that is not current any more, such as one of the past, computed each
     * time.
     */
    public List<LiveChannel> liveChannels(NodeState state) {
        Computed known = latest.get();
        if (known != null && known.state() == state) {
            return known.channels();
        }
        List<LiveChannel> channels = channelsOf(state);
        if (state == previews.state()) {
            latest.set(new Computed(state, channels));
        }
        return channels;
    }

    private List<LiveChannel> channelsOf(NodeState state) {
        Map<Group, List<ChannelMapping>> groups = new LinkedHashMap<>();
        for (ChannelMapping mapping : state.mappings()) {
            groups.computeIfAbsent(new Group(mapping.product(), mapping.liveChannel()), group -> new ArrayList<>())
                    .add(mapping);
        }
        List<LiveChannel> channels = new ArrayList<>();
        groups.forEach((group, mappings) -> channels.add(liveChannel(state, group, mappings)));
        return List.copyOf(channels);
    }

    private LiveChannel liveChannel(NodeState state, Group group, List<ChannelMapping> mappings) {
        TestChannelPreview whole = previews.of(state, mappings.getFirst(), group.product(), new Scope.WholeQueue());
        return new LiveChannel(
                group.product(),
                group.channel(),
                whole.liveFingerprint(),
                state.queue().stream()
                        .filter(set -> whole.concerning().contains(set.id()))
                        .toList(),
                whole.conflicts(),
                Previews.stops(state, group.product(), group.channel()),
                mappings.stream().map(mapping -> testChannel(state, mapping)).toList(),
                CurrentClients.answers(state.live(), contents, group.product(), group.channel()));
    }

    /** Returns the products on live channels that rules name and no mapping is about: those with most rules first. */
    public List<ProductChannel> unmapped() {
        return CurrentClients.unmapped(previews.state()).stream()
                .filter(place -> !place.channel().isEmpty())
                .toList();
    }

    /**
     * Returns the live channels that no mapping is about: those with most rules first.
     *
     * @param concerns whether a set of the queue concerns a product on a channel
     */
    public List<LiveChannel> unmapped(NodeState state, BiPredicate<ChangeSet, ProductChannel> concerns) {
        Map<ChangeSetId, Conflict> conflicts = new HashMap<>();
        state.stages().wholeQueue().conflicts().forEach(conflict -> conflicts.put(conflict.set(), conflict));
        return CurrentClients.unmapped(state).stream()
                .map(place -> unmapped(
                        state,
                        place,
                        state.queue().stream()
                                .filter(set -> concerns.test(set, place))
                                .toList(),
                        conflicts))
                .toList();
    }

    private LiveChannel unmapped(
            NodeState state, ProductChannel place, List<ChangeSet> sets, Map<ChangeSetId, Conflict> conflicts) {
        return new LiveChannel(
                place.product(),
                place.channel(),
                null,
                sets.stream().filter(set -> !conflicts.containsKey(set.id())).toList(),
                sets.stream()
                        .flatMap(set -> Optional.ofNullable(conflicts.get(set.id())).stream())
                        .toList(),
                Previews.stops(state, place.product(), place.channel()),
                List.of(),
                CurrentClients.answers(state.live(), contents, place.product(), place.channel()));
    }

    private TestChannel testChannel(NodeState state, ChannelMapping mapping) {
        TestChannelPreview table = previews.of(state, mapping, mapping.product(), mapping.scope());
        return new TestChannel(
                table,
                Differences.of(table),
                findings.of(state, table),
                Previews.stops(state, mapping.product(), mapping.testChannel()),
                table.showsLive()
                        ? CurrentClients.answers(state.live(), contents, mapping.product(), mapping.liveChannel())
                        : CurrentClients.answers(
                                table.stage().staged(), contents, mapping.product(), mapping.liveChannel()));
    }

    /** Returns what a test channel would show that is not mapped so yet. */
    public TestChannel asIf(MappingProposal proposal) {
        return testChannel(
                previews.state(),
                new ChannelMapping(
                        0, proposal.product(), proposal.liveChannel(), proposal.testChannel(), proposal.scope(), 1));
    }

    /** Returns the mappings that rules made by hand hint at. */
    public List<MappingProposal> suggestedMappings() {
        NodeState state = previews.state();
        return MappingSuggestion.among(state.live().ruleSet().inOrder(), state.mappings()).stream()
                .map(MappingSuggestion::proposal)
                .toList();
    }
}
