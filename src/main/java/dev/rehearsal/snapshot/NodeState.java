package dev.rehearsal.snapshot;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.ApprovalContext;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.serve.Shutoffs;
import dev.rehearsal.snapshot.file.ServableState;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.ScopedStages;
import dev.rehearsal.staging.Tables;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a node is all that screens, endpoints and the update path look at, as of one version; consistent in
 * itself.
 *
 * @param queue the pending sets in queue order
 */
public record NodeState(
        SnapshotVersion version,
        Tables live,
        List<ChangeSet> queue,
        List<ChannelMapping> mappings,
        ScopedStages stages,
        Shutoffs shutoffs,
        ApprovalContext circumstances) {

    /** The mapping that decides what a test channel shows for a product: its own wins over the one for every product. */
    public Optional<ChannelMapping> mapping(@Nullable String product, String testChannel) {
        return ChannelMapping.inForce(mappings, product, testChannel);
    }

    /** Returns what clients are answered from in this state. */
    ServableState servable() {
        return new ServableState(
                version,
                live,
                mappings.stream()
                        .map(mapping -> new ServableState.TestChannel(
                                mapping.product(),
                                mapping.liveChannel(),
                                mapping.testChannel(),
                                stages.of(mapping).stage().staged()))
                        .toList(),
                shutoffs);
    }

    public Optional<ChangeSet> pending(ChangeSetId id) {
        return queue.stream().filter(set -> set.id().equals(id)).findFirst();
    }
}
