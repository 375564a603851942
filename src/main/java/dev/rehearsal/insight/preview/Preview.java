package dev.rehearsal.insight.preview;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.warning.Finding;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.StagedRules;
import java.util.List;
import java.util.Optional;

/**
 * A preview holds everything that one look at a test channel shows.
 *
 * @param queue every pending set that concerns the live channel, shown or not, in queue order
 * @param findings about what is looked at, errors first
 * @param testIsStopped whether an emergency shutoff stops the test channel
 * @param liveIsStopped whether one stops the live channel, which the test channel does not follow
 */
public record Preview(
        NodeState state,
        TestChannelPreview table,
        StageSelection howFar,
        List<QueueStep> queue,
        Differences differences,
        List<Finding> findings,
        boolean testIsStopped,
        boolean liveIsStopped) {

    /** The set with this id, as long as it is pending. */
    public Optional<ChangeSet> set(ChangeSetId id) {
        return state.pending(id);
    }

    /** Returns how many of the sets in the queue are part of what is looked at. */
    public int setsShown() {
        return (int) queue.stream().filter(QueueStep::shown).count();
    }

    /** Returns how many live rules can match the product and the live channel. */
    public int liveRules() {
        return (int) table.stage().live().ruleSet().inOrder().stream()
                .filter(rule -> StagedRules.canMatch(
                        rule, table.product(), table.mapping().liveChannel()))
                .count();
    }
}
