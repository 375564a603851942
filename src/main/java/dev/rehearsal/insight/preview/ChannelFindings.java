package dev.rehearsal.insight.preview;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.warning.ChangeSetFindings;
import dev.rehearsal.insight.warning.ChangeSetSurroundings;
import dev.rehearsal.insight.warning.Finding;
import dev.rehearsal.insight.warning.ShownChannelFindings;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.Reachability;
import dev.rehearsal.staging.Stage;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds what is the matter with channels and the sets that concern them, as they are now. */
@Service
public class ChannelFindings {

    private final TestChannelPreviews previews;
    private final ReleaseContents contents;
    private final ChangeSetSurroundings surroundings;

    ChannelFindings(TestChannelPreviews previews, ReleaseContents contents, ChangeSetSurroundings surroundings) {
        this.previews = previews;
        this.contents = contents;
        this.surroundings = surroundings;
    }

    /** Returns what a test channel shows, the sets that bring it about, and the gates of its live channel; errors first. */
    public List<Finding> of(NodeState state, TestChannelPreview preview) {
        Set<Finding> findings = new LinkedHashSet<>(ShownChannelFindings.of(preview.shown(), contents));
        Set<ChangeSetId> sets = new HashSet<>(preview.concerning());
        preview.conflicts().stream().map(Conflict::set).forEach(sets::add);
        for (ChangeSet set : state.queue()) {
            if (sets.contains(set.id())) {
                findings.addAll(surroundings.of(state, set));
            }
        }
        findings.addAll(ofGates(state, preview.product(), preview.mapping().liveChannel()));
        return errorsFirst(findings);
    }

    /**
     * Collects the findings of all channels, or of one, live or test.
     *
     * @param product null for every product
     * @param channel null for every channel, and then also of sets that concern no mapped one
     */
    public List<Finding> of(ChangeSetFindings ofSets, @Nullable String product, @Nullable String channel) {
        NodeState state = previews.state();
        Set<Finding> findings = new LinkedHashSet<>();
        for (ChannelMapping mapping : state.mappings()) {
            boolean isAsked =
                    channel == null || channel.equals(mapping.testChannel()) || channel.equals(mapping.liveChannel());
            boolean isOfProduct = product == null || mapping.product() == null || product.equals(mapping.product());
            if (isAsked && isOfProduct) {
                String shown = product == null ? mapping.product() : product;
                findings.addAll(of(state, previews.of(state, mapping, shown, mapping.scope())));
            }
        }
        Stage whole = state.stages().wholeQueue();
        Set<ChangeSetId> asked = channel == null ? Set.of() : concerning(whole, product, channel);
        for (ChangeSet set : state.queue()) {
            if (channel == null && product == null || asked.contains(set.id())) {
                findings.addAll(ofSets.of(state, set));
            }
        }
        if (channel == null) {
            state.circumstances().gates().stream()
                    .map(gate -> gate.liveChannel())
                    .distinct()
                    .forEach(live -> findings.addAll(ofGates(state, product, live)));
        } else {
            findings.addAll(ofGates(state, product, channel));
        }
        return errorsFirst(findings);
    }

    private Set<ChangeSetId> concerning(Stage whole, @Nullable String product, String channel) {
        Set<ChangeSetId> concerning = new HashSet<>();
        Reachability.concerning(whole, contents, product, channel)
                .forEach(step -> concerning.add(step.set().id()));
        Reachability.conflictsConcerning(whole, contents, product, channel)
                .forEach(conflict -> concerning.add(conflict.set()));
        return concerning;
    }

    private static List<Finding> ofGates(NodeState state, @Nullable String product, String liveChannel) {
        return ShownChannelFindings.ofGates(
                state.circumstances().gates(),
                product,
                liveChannel,
                state.circumstances().people().values(),
                state.mappings());
    }

    private static List<Finding> errorsFirst(Set<Finding> findings) {
        return findings.stream()
                .sorted((one, other) -> Boolean.compare(other.blocks(), one.blocks()))
                .toList();
    }
}
