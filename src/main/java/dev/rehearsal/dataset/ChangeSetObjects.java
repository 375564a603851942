package dev.rehearsal.dataset;

import dev.rehearsal.change.NewChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.ReleaseWriter;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The change sets of a dataset, each to be scheduled once everything else is there. */
final class ChangeSetObjects {

    private static final Set<String> FIELDS = Set.of("id", "title", "author", "due", "changes", "signoffs");

    private final ProblemList problems;
    private final RecordedSetObjects recorded;
    private final List<DatasetChangeSet> sets = new ArrayList<>();
    private final Map<ChangeSetId, String> placesById = new HashMap<>();

    ChangeSetObjects(ProblemList problems, ReleaseWriter releases) {
        this.problems = problems;
        this.recorded = new RecordedSetObjects(problems, releases);
    }

    /** Returns those that are told just as they were elsewhere. */
    RecordedSetObjects recorded() {
        return recorded;
    }

    int size() {
        return sets.size() + recorded.sets().size();
    }

    /**
     * @param id by which scopes in the dataset refer to it; null where none does
     * @param signoffs what each person has signed
     */
    record DatasetChangeSet(
            DatasetObject object,
            @Nullable ChangeSetId id,
            String title,
            Actor author,
            DueTime due,
            List<Proposal> proposals,
            List<SignoffObjects.Given> signoffs) {

        NewChangeSet at(Instant importedAt) {
            return new NewChangeSet(author, title, due.at(importedAt), proposals);
        }
    }

    void add(DatasetObject object) {
        if (object.has("state")) {
            recorded.add(object);
            refuseSecond(object, new ChangeSetId(object.identifier("id")));
        } else {
            addAsked(object);
        }
    }

    private void refuseSecond(DatasetObject object, @Nullable ChangeSetId id) {
        String first = id == null ? null : placesById.putIfAbsent(id, object.place());
        if (first != null) {
            object.wrong("id", "The change set at " + first + " has the id " + id + " already.");
        }
    }

    private void addAsked(DatasetObject object) {
        object.allowOnly(FIELDS);
        ChangeSetId id = object.has("id") ? new ChangeSetId(object.number("id")) : null;
        String title = object.text("title", 200);
        Actor author = new Actor(object.text("author", 100));
        DueTime due = DueTime.read(object, "due");
        List<Proposal> proposals = proposals(object);
        List<SignoffObjects.Given> signoffs = SignoffObjects.of(object, problems);
        refuseSecond(object, id);
        if (object.isRight()) {
            sets.add(new DatasetChangeSet(object, id, title, author, due, proposals, signoffs));
        }
    }

    List<DatasetChangeSet> inOrder() {
        return sets;
    }

    /** Releases that some set adds: rules of others may wait for them. */
    Set<ReleaseName> addedReleases() {
        return proposals()
                .filter(Proposal.AddRelease.class::isInstance)
                .map(proposal -> ((Proposal.AddRelease) proposal).name())
                .collect(Collectors.toSet());
    }

    /** The ids of rules that no other may get: those that sets add or mean, where the dataset gives them. */
    List<RuleId> rulesOfSets() {
        return Stream.concat(
                        proposals()
                                .map(proposal -> proposal instanceof Proposal.AddRule add ? add.id() : null)
                                .flatMap(Stream::ofNullable),
                        recorded.rules())
                .toList();
    }

    private Stream<Proposal> proposals() {
        return sets.stream().flatMap(set -> set.proposals().stream());
    }

    private List<Proposal> proposals(DatasetObject object) {
        JsonNode changes = object.json().path("changes");
        List<Proposal> proposals = new ArrayList<>();
        if (!changes.isArray() || changes.isEmpty()) {
            object.wrong("changes", "Must be a list of at least one change.");
            return proposals;
        }
        for (int index = 0; index < changes.size(); index++) {
            String place = "changes[" + index + "]";
            if (changes.get(index) instanceof ObjectNode json) {
                DatasetObject change = new DatasetObject(object.place() + "." + place, json, problems);
                Proposal proposal = ChangeObject.proposal(change);
                if (change.isRight() && proposal != null) {
                    proposals.add(proposal);
                } else {
                    object.spoiled();
                }
            } else {
                object.wrong(place, "Must be an object.");
            }
        }
        return proposals;
    }
}
