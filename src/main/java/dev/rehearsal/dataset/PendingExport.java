package dev.rehearsal.dataset;

import dev.rehearsal.approval.Signoff;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Pending change sets in the form in which a dataset schedules them again. */
final class PendingExport {

    private final StoredContents contents;
    private final Map<ChangeSetId, List<Signoff>> signoffs;
    private final Map<ChangeSetId, List<WrittenChange>> changes = new HashMap<>();

    private PendingExport(StoredContents contents, Map<ChangeSetId, List<Signoff>> signoffs) {
        this.contents = contents;
        this.signoffs = signoffs;
    }

    /**
     * @param sets in queue order
     * @throws RefusedException if any of them would not be the same once it is scheduled again
     */
    static PendingExport of(
            List<ChangeSet> sets, Tables live, StoredContents contents, Map<ChangeSetId, List<Signoff>> signoffs) {
        List<Problem> problems = new ArrayList<>(conflicts(sets, live, contents));
        PendingExport export = new PendingExport(contents, signoffs);
        if (problems.isEmpty()) {
            Map<ReleaseName, ReleaseOutcome> queued = new HashMap<>();
            for (ChangeSet set : sets) {
                WrittenChanges written = new WrittenChanges(live, contents, queued);
                set.changes().forEach(written::add);
                written.problems().forEach(sentence -> problems.add(problem(set, sentence)));
                export.changes.put(set.id(), written.inOrder());
            }
        }
        if (!problems.isEmpty()) {
            throw RefusedException.conflict(problems);
        }
        return export;
    }

    ObjectNode json(ChangeSet set) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", set.id().value())
                .put("title", set.title())
                .put("author", set.author().name())
                .put("due", set.due().toEpochMilli());
        ArrayNode array = json.putArray("changes");
        Objects.requireNonNull(changes.get(set.id())).forEach(change -> array.add(change.json(contents)));
        List<Signoff> given = signoffs.getOrDefault(set.id(), List.of());
        if (!given.isEmpty()) {
            ArrayNode signed = json.putArray("signoffs");
            given.forEach(signoff -> {
                ObjectNode one = signed.addObject()
                        .put("person", signoff.by().name())
                        .put("role", signoff.role().name());
                if (signoff.digest() != null) {
                    one.put("digest", signoff.digest());
                }
            });
        }
        return json;
    }

    /** A rule may wait for a release that another set adds; every other conflict would be forgotten or refused. */
    private static List<Problem> conflicts(List<ChangeSet> sets, Tables live, StoredContents contents) {
        Set<ReleaseName> awaited = sets.stream()
                .flatMap(set -> set.changes().stream())
                .filter(Change.ReleaseAddition.class::isInstance)
                .map(change -> ((Change.ReleaseAddition) change).name())
                .collect(Collectors.toSet());
        Stage stage = Stage.of(live, sets.stream().map(ChangeSet::queued).toList(), contents);
        List<Problem> problems = new ArrayList<>();
        for (ChangeSet set : sets) {
            stage.conflictOf(set.id()).stream()
                    .flatMap(conflict -> conflict.reasons().stream())
                    .filter(reason ->
                            !(reason instanceof Conflict.ReleaseMissing missing && awaited.contains(missing.release())))
                    .forEach(reason -> problems.add(problem(set, reason.sentence())));
        }
        return problems;
    }

    private static Problem problem(ChangeSet set, String sentence) {
        return new Problem(
                "change set " + set.id() + " '" + set.title() + "'",
                sentence + "; resolve or withdraw it, or export with change_sets=false");
    }
}
