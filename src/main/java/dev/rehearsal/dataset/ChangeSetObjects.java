package dev.rehearsal.dataset;

import dev.rehearsal.access.Role;
import dev.rehearsal.change.NewChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The change sets of a dataset, each to be scheduled once everything else is there. */
final class ChangeSetObjects {

    private static final Set<String> FIELDS = Set.of("id", "title", "author", "due", "changes", "signoffs");

    private static final Set<String> SIGNOFF_FIELDS = Set.of("person", "role", "digest");

    private final ProblemList problems;
    private final List<DatasetChangeSet> sets = new ArrayList<>();
    private final Map<ChangeSetId, String> placesById = new HashMap<>();

    ChangeSetObjects(ProblemList problems) {
        this.problems = problems;
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
            Map<Actor, GivenSignoff> signoffs) {

        NewChangeSet at(Instant importedAt) {
            return new NewChangeSet(author, title, due.at(importedAt), proposals);
        }
    }

    /**
     * What somebody has signed.
     *
     * @param digest null where the file does not say: it does not count then
     */
    record GivenSignoff(Role role, @Nullable String digest) {}

    void add(DatasetObject object) {
        object.allowOnly(FIELDS);
        ChangeSetId id = object.has("id") ? new ChangeSetId(object.number("id")) : null;
        String title = object.text("title", 200);
        Actor author = new Actor(object.text("author", 100));
        DueTime due = DueTime.read(object, "due");
        List<Proposal> proposals = proposals(object);
        Map<Actor, GivenSignoff> signoffs = signoffs(object);
        if (id != null) {
            String first = placesById.putIfAbsent(id, object.place());
            if (first != null) {
                object.wrong("id", "The change set at " + first + " has the id " + id + " already.");
            }
        }
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

    /** The ids of rules that sets add, where the dataset gives them. */
    List<RuleId> addedRules() {
        return proposals()
                .map(proposal -> proposal instanceof Proposal.AddRule add ? add.id() : null)
                .filter(Objects::nonNull)
                .toList();
    }

    private Stream<Proposal> proposals() {
        return sets.stream().flatMap(set -> set.proposals().stream());
    }

    private Map<Actor, GivenSignoff> signoffs(DatasetObject object) {
        JsonNode sent = object.json().path("signoffs");
        Map<Actor, GivenSignoff> signoffs = new LinkedHashMap<>();
        if (!sent.isMissingNode() && !sent.isNull() && !sent.isArray()) {
            object.wrong("signoffs", "Must be a list of people and their roles.");
        }
        for (int index = 0; index < sent.size(); index++) {
            String place = "signoffs[" + index + "]";
            if (!(sent.get(index) instanceof ObjectNode json)) {
                object.wrong(place, "Must be an object.");
                continue;
            }
            DatasetObject signoff = new DatasetObject(object.place() + "." + place, json, problems);
            signoff.allowOnly(SIGNOFF_FIELDS);
            Actor person = new Actor(signoff.text("person", 100));
            Role role = new Role(signoff.text("role", 50));
            String digest = signoff.has("digest") ? signoff.text("digest", 64) : null;
            if (signoff.isRight() && signoffs.putIfAbsent(person, new GivenSignoff(role, digest)) != null) {
                signoff.wrong("person", "Has signed already: each signs a set once.");
            }
            if (!signoff.isRight()) {
                object.spoiled();
            }
        }
        return signoffs;
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
