package dev.rehearsal.insight.preview;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.warning.Finding;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.snapshot.CurrentState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Every live channel that is rehearsed, with its test channels; computed once for each state. */
@Service
public class ChannelOverview {

    private final StagedTables tables;
    private final ChannelFindings findings;
    private final AtomicReference<@Nullable Computed> latest = new AtomicReference<>();

    ChannelOverview(StagedTables tables, ChannelFindings findings) {
        this.tables = tables;
        this.findings = findings;
    }

    /**
     * A live channel of one product.
     *
     * @param product null for every product
     * @param queue the pending sets that concern it, in queue order; one in conflict is none of them
     * @param conflicts of the sets about it that are left out
     * @param isStopped by an emergency shutoff
     */
    public record LiveChannel(
            @Nullable String product,
            String channel,
            Fingerprint fingerprint,
            List<ChangeSet> queue,
            List<Conflict> conflicts,
            boolean isStopped,
            List<TestChannel> testChannels) {}

    /** @param findings about what it shows, errors first */
    public record TestChannel(StagedTable table, Differences differences, List<Finding> findings, boolean isStopped) {

        public String channel() {
            return table.mapping().testChannel();
        }
    }

    private record Computed(CurrentState state, List<LiveChannel> channels) {}

    private record Group(@Nullable String product, String channel) {}

    /** In the order in which they were mapped. */
    public List<LiveChannel> liveChannels() {
        return liveChannels(tables.state());
    }

    /** The same of a state; of one that is not current any more, such as one of the past, computed each time. */
    public List<LiveChannel> liveChannels(CurrentState state) {
        Computed known = latest.get();
        if (known != null && known.state() == state) {
            return known.channels();
        }
        List<LiveChannel> channels = channelsOf(state);
        if (state == tables.state()) {
            latest.set(new Computed(state, channels));
        }
        return channels;
    }

    private List<LiveChannel> channelsOf(CurrentState state) {
        Map<Group, List<ChannelMapping>> groups = new LinkedHashMap<>();
        for (ChannelMapping mapping : state.mappings()) {
            groups.computeIfAbsent(new Group(mapping.product(), mapping.liveChannel()), group -> new ArrayList<>())
                    .add(mapping);
        }
        List<LiveChannel> channels = new ArrayList<>();
        groups.forEach((group, mappings) -> channels.add(liveChannel(state, group, mappings)));
        return List.copyOf(channels);
    }

    private LiveChannel liveChannel(CurrentState state, Group group, List<ChannelMapping> mappings) {
        StagedTable whole = tables.of(state, mappings.getFirst(), group.product(), new Scope.WholeQueue());
        return new LiveChannel(
                group.product(),
                group.channel(),
                whole.liveFingerprint(),
                state.queue().stream()
                        .filter(set -> whole.concerning().contains(set.id()))
                        .toList(),
                whole.conflicts(),
                Previews.stops(state, group.product(), group.channel()),
                mappings.stream().map(mapping -> testChannel(state, mapping)).toList());
    }

    private TestChannel testChannel(CurrentState state, ChannelMapping mapping) {
        StagedTable table = tables.of(state, mapping, mapping.product(), mapping.scope());
        return new TestChannel(
                table,
                Differences.of(table),
                findings.of(state, table),
                Previews.stops(state, mapping.product(), mapping.testChannel()));
    }

    /** What a test channel would show that is not mapped so yet. */
    public TestChannel asIf(MappingProposal proposal) {
        return testChannel(
                tables.state(),
                new ChannelMapping(
                        0, proposal.product(), proposal.liveChannel(), proposal.testChannel(), proposal.scope(), 1));
    }

    /** A mapping that would make sense here: for the live channel that most rules name. */
    public MappingProposal exampleOfMapping() {
        Map<Group, Integer> named = new LinkedHashMap<>();
        for (Rule rule : tables.state().live().ruleSet().inOrder()) {
            String channel = rule.channel();
            if (rule.product() != null
                    && channel != null
                    && !channel.contains("-")
                    && !ChannelPattern.of(channel).isGlob()) {
                named.merge(new Group(rule.product(), channel), 1, Integer::sum);
            }
        }
        Group most = named.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(new Group("Firefox", "release"));
        return new MappingProposal(most.product(), most.channel(), most.channel() + "-cdntest", new Scope.WholeQueue());
    }
}
