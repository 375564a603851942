package dev.rehearsal.insight.preview;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.NewChangeSet;
import dev.rehearsal.enactment.DryRun;
import dev.rehearsal.insight.warning.ChangeSetFindings;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.ScopedStages;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.StagedRules;
import dev.rehearsal.staging.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Looks ahead, before anything is written: what a set would need, where it would show, and what is odd about it. */
@Service
public class ChangePreviews {

    private final TestChannelPreviews previews;
    private final DryRun imagining;
    private final ReleaseContents contents;
    private final ChangeSetFindings findings;

    ChangePreviews(
            TestChannelPreviews previews, DryRun imagining, ReleaseContents contents, ChangeSetFindings findings) {
        this.previews = previews;
        this.imagining = imagining;
        this.contents = contents;
        this.findings = findings;
    }

    /**
     * @param asked of rules or configuration
     * @param into the set that shall hold exactly this; null for a new one
     * @throws RefusedException if a change is wrong in itself or stale
     */
    public ChangePreview of(NewChangeSet asked, @Nullable ChangeSet into) {
        NodeState state = previews.state();
        DryRun.Imagined imagined = imagining.of(asked, into, state.live(), state.queue(), state.circumstances());
        ChangeSet set = imagined.set();
        ScopedStages stages = new ScopedStages(state.live(), queueWith(state, set), contents);
        List<Transition.OfRule> rules = ofRules(stages.wholeQueue(), set.id());
        return new ChangePreview(
                set,
                imagined.standing(),
                channels(state, stages, set.id(), rules),
                findings.inStage(stages.wholeQueue(), set.id(), state.mappings()),
                displaced(state, stages.wholeQueue(), set.id()));
    }

    /** Sets that are no conflict now, and would be one with this set among them. */
    private static List<ChangeSet> displaced(NodeState state, Stage with, ChangeSetId set) {
        Set<ChangeSetId> now = inConflict(state.stages().wholeQueue());
        Set<ChangeSetId> then = inConflict(with);
        return state.queue().stream()
                .filter(other -> !other.id().equals(set))
                .filter(other -> then.contains(other.id()) && !now.contains(other.id()))
                .toList();
    }

    private static Set<ChangeSetId> inConflict(Stage stage) {
        return stage.conflicts().stream().map(Conflict::set).collect(Collectors.toSet());
    }

    private static List<QueuedSet> queueWith(NodeState state, ChangeSet set) {
        List<QueuedSet> queue = new ArrayList<>();
        state.queue().stream()
                .filter(other -> !other.id().equals(set.id()))
                .forEach(other -> queue.add(other.queued()));
        queue.add(set.queued());
        return queue;
    }

    private static List<Transition.OfRule> ofRules(Stage stage, ChangeSetId set) {
        return stage.steps().stream()
                .filter(step -> step.set().id().equals(set))
                .flatMap(step -> step.transitions().stream())
                .filter(Transition.OfRule.class::isInstance)
                .map(Transition.OfRule.class::cast)
                .toList();
    }

    private static List<ChangePreview.OnChannel> channels(
            NodeState state, ScopedStages stages, ChangeSetId set, List<Transition.OfRule> rules) {
        return state.mappings().stream()
                .filter(mapping -> rules.stream().anyMatch(rule -> concerns(rule, mapping)))
                .map(mapping -> new ChangePreview.OnChannel(
                        mapping,
                        stages.of(mapping).stage().steps().stream()
                                .anyMatch(step -> step.set().id().equals(set))))
                .toList();
    }

    private static boolean concerns(Transition.OfRule rule, ChannelMapping mapping) {
        return StagedRules.canMatch(rule.before(), mapping.product(), mapping.liveChannel())
                || StagedRules.canMatch(rule.after(), mapping.product(), mapping.liveChannel());
    }
}
