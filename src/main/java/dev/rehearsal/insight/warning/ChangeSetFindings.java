package dev.rehearsal.insight.warning;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.StagedRules;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.staging.Transition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds what is the matter with one open set where it stands, or would stand, in the queue. */
@Service
public class ChangeSetFindings {

    private final ReleaseContents contents;
    private final ChangeSetSurroundings surroundings;
    private final AtomicReference<@Nullable UnreachedRules> latest = new AtomicReference<>();

    ChangeSetFindings(ReleaseContents contents, ChangeSetSurroundings surroundings) {
        this.contents = contents;
        this.surroundings = surroundings;
    }

    /** Returns the findings of a set; one that has ended has none. Cost grows with its rules times all rules. */
    public List<Finding> of(NodeState state, ChangeSet set) {
        if (!set.isOpen()) {
            return List.of();
        }
        boolean isQueued = state.pending(set.id()).filter(set::equals).isPresent();
        Stage stage = isQueued ? state.stages().wholeQueue() : Stage.of(state.live(), queueWith(state, set), contents);
        List<Finding> findings = new ArrayList<>(inStage(stage, set.id(), state.mappings()));
        findings.addAll(surroundings.of(state, set));
        set.changes().stream()
                .flatMap(change -> ChangeSetFindings.idle(change).stream())
                .forEach(row -> findings.add(new ChangeSetFinding.ChangesNothing(set.id(), row)));
        return findings.stream().distinct().toList();
    }

    /** Returns which row a change leaves as it is. */
    private static Optional<String> idle(Change change) {
        return switch (change) {
            case Change.RuleEdit edit when edit.fields().isEmpty() -> Optional.of("rule " + edit.rule());
            case Change.ReleaseEdit edit when edit.fields().isEmpty() -> Optional.of("release '" + edit.name() + "'");
            default -> Optional.empty();
        };
    }

    private static List<QueuedSet> queueWith(NodeState state, ChangeSet set) {
        return Stream.concat(
                        state.queue().stream()
                                .filter(other -> !other.id().equals(set.id()))
                                .map(ChangeSet::queued),
                        Stream.of(set.queued()))
                .sorted(QueuedSet.QUEUE_ORDER)
                .toList();
    }

    /** Returns what a stage tells of one of its sets. */
    public List<Finding> inStage(Stage stage, ChangeSetId id, List<ChannelMapping> mappings) {
        List<Finding> findings = new ArrayList<>();
        stage.conflictOf(id).ifPresent(conflict -> findings.addAll(ShownChannelFindings.of(conflict)));
        stage.steps().stream()
                .filter(step -> step.set().id().equals(id))
                .flatMap(step -> step.transitions().stream())
                .forEach(transition -> add(transition, id, stage, mappings, findings));
        return findings.stream().distinct().toList();
    }

    private void add(
            Transition transition, ChangeSetId id, Stage stage, List<ChannelMapping> mappings, List<Finding> findings) {
        Tables staged = stage.staged();
        switch (transition) {
            case Transition.OfRule(var _, Rule before, Rule after) -> {
                if (after != null) {
                    findings.addAll(RuleFindings.of(after, id, staged.releases()));
                    Tie.of(after, staged.ruleSet().inOrder())
                            .forEach(tie -> findings.add(new RuleFinding.Tied(id, tie)));
                    unreached(stage.live().ruleSet(), staged.ruleSet())
                            .becauseOf(before, after)
                            .forEach((row, never) -> findings.add(new RuleFinding.Unreached(id, row, never)));
                    namedNewly(before, after)
                            .forEach(release -> addUnserved(release, after, staged, mappings, findings));
                }
            }
            case Transition.OfRelease(ReleaseName name, var _, var after) -> {
                if (after != null) {
                    staged.ruleSet().inOrder().stream()
                            .filter(rule -> name.equals(rule.mapping()) || name.equals(rule.fallbackMapping()))
                            .forEach(rule -> addUnserved(name, rule, staged, mappings, findings));
                }
            }
            case Transition.OfPin _ -> {}
        }
    }

    /** For many sets of one queue it is the same. */
    private UnreachedRules unreached(RuleSet live, RuleSet staged) {
        UnreachedRules known = latest.get();
        if (known == null || !known.isOf(live, staged)) {
            known = UnreachedRules.of(live, staged);
            latest.set(known);
        }
        return known;
    }

    private static Stream<ReleaseName> namedNewly(@Nullable Rule before, Rule after) {
        return Stream.of(after.mapping(), after.fallbackMapping())
                .filter(Objects::nonNull)
                .distinct()
                .filter(name ->
                        before == null || !name.equals(before.mapping()) && !name.equals(before.fallbackMapping()));
    }

    /** On the live channels that the rule can match, and on their test channels. */
    private void addUnserved(
            ReleaseName release, Rule rule, Tables staged, List<ChannelMapping> mappings, List<Finding> findings) {
        Set<String> channels = new LinkedHashSet<>();
        for (ChannelMapping mapping : mappings) {
            if (StagedRules.canMatch(rule, mapping.product(), mapping.liveChannel())) {
                channels.add(mapping.liveChannel());
                channels.add(mapping.testChannel());
            }
        }
        UnservedFiles.of(staged.releases().get(release), channels, contents)
                .forEach(unserved -> findings.add(new ChannelFinding.NoUrl(unserved)));
    }
}
