package dev.rehearsal.insight.warning;

import dev.rehearsal.access.Person;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.StagedRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what is the matter with a test channel and what it shows; of rules only those that the queue adds or edits. */
public final class ShownChannelFindings {

    private ShownChannelFindings() {}

    /** Cost grows with the rules shown, and with the blobs of releases that the queue brings. */
    public static List<Finding> of(ShownChannel shown, ReleaseContents contents) {
        List<Finding> findings = new ArrayList<>();
        if (shown.scopeIsGone()) {
            findings.add(new ChannelFinding.ScopeGone(shown.mapping()));
        }
        shown.conflicts().forEach(conflict -> findings.addAll(of(conflict)));
        Map<ReleaseName, Release> releases = shown.stage().staged().releases();
        Map<RuleId, ChangeSetId> changedBy = new HashMap<>();
        for (StagedRules.Row row : shown.rules().rows()) {
            ChangeSetId by = by(row);
            if (by != null) {
                changedBy.put(row.rule().id(), by);
                findings.addAll(RuleFindings.of(row.rule(), by, releases));
            }
            findings.addAll(RuleFindings.dangling(row.rule(), releases));
        }
        Tie.among(shown.rules().rows()).forEach(tie -> findings.add(new RuleFinding.Tied(by(tie, changedBy), tie)));
        UnservedFiles.of(shown, contents).forEach(unserved -> findings.add(new ChannelFinding.NoUrl(unserved)));
        if (!shown.shadowed().isEmpty()) {
            findings.add(new ChannelFinding.Shadowed(shown.mapping(), shown.shadowed()));
        }
        return List.copyOf(findings);
    }

    /** Returns why test channels leave a set out. */
    public static List<Finding> of(Conflict conflict) {
        return conflict.reasons().stream()
                .<Finding>map(reason -> new ChangeSetFinding.InConflict(conflict.set(), reason))
                .toList();
    }

    /**
     * The gates of a live channel that nobody can satisfy any more.
     *
     * @param product null for every product
     */
    public static List<Finding> ofGates(
            List<Gate> gates,
            @Nullable String product,
            String liveChannel,
            Collection<Person> people,
            List<ChannelMapping> mappings) {
        return gates.stream()
                .filter(gate -> gate.liveChannel().equals(liveChannel))
                .filter(gate -> product == null || gate.product() == null || product.equals(gate.product()))
                .flatMap(gate -> gate.whyItCannotOpen(people, mappings).stream()
                        .<Finding>map(problem -> new ChannelFinding.GateCannotOpen(gate, problem.sentence())))
                .toList();
    }

    private static @Nullable ChangeSetId by(StagedRules.Row row) {
        return switch (row.origin()) {
            case StagedRules.Live() -> null;
            case StagedRules.Edited(var _, var _, ChangeSetId by) -> by;
            case StagedRules.Added(ChangeSetId by) -> by;
        };
    }

    /** The set that changes one of the two; of both the later one cannot be told. */
    private static @Nullable ChangeSetId by(Tie tie, Map<RuleId, ChangeSetId> changedBy) {
        ChangeSetId loser = changedBy.get(tie.loser().id());
        return loser == null ? changedBy.get(tie.winner().id()) : loser;
    }
}
