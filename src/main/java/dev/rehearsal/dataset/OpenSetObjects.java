package dev.rehearsal.dataset;

import dev.rehearsal.access.Assurance;
import dev.rehearsal.access.Credential;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.approval.Discussion;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RecordedChange;
import dev.rehearsal.change.Subject;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.FieldEdit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The change sets that are still to be enacted, each written with all that decides what becomes of it. */
record OpenSetObjects(
        StoredContents contents,
        Map<ChangeSetId, List<Signoff>> signoffs,
        Map<ChangeSetId, Discussion> discussions,
        Map<Long, Set<PersonId>> waiting,
        LongPredicate ofSecondApi,
        RowNumbers numbers) {

    ObjectNode json(ChangeSet set) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", set.id().value())
                .put("title", set.title())
                .put("author", set.author().name())
                .put("created_at", set.createdAt().toEpochMilli())
                .put("due", set.due().toEpochMilli())
                .put("content_at", set.contentAt().toEpochMilli())
                .put("data_version", set.dataVersion());
        writeState(set, json);
        if (set.armedBy() != null) {
            json.put("armed_by", set.armedBy().name());
        }
        var changes = json.putArray("changes");
        List<RecordedChange> recorded = RecordedChange.allOf(set);
        for (int place = 0; place < recorded.size(); place++) {
            changes.add(change(recorded.get(place), set.changes().get(place)));
        }
        writeContents(set, json);
        List<Signoff> given = signoffs.getOrDefault(set.id(), List.of());
        if (!given.isEmpty()) {
            var signed = json.putArray("signoffs");
            given.forEach(signoff -> signed.add(signoff(signoff)));
        }
        Discussion said = discussions.getOrDefault(set.id(), Discussion.NONE);
        if (!said.comments().isEmpty()) {
            json.set("comments", CommentObjects.json(said, set.changes(), waiting));
        }
        return json;
    }

    private static void writeState(ChangeSet set, ObjectNode json) {
        switch (set.state()) {
            case ChangeSet.Draft() -> json.put("state", "draft");
            case ChangeSet.Pending() -> json.put("state", "pending");
            case ChangeSet.Held() -> json.put("state", "held");
            case ChangeSet.Disarmed(String reason, var at) ->
                json.put("state", "disarmed").put("disarmed_reason", reason).put("disarmed_at", at.toEpochMilli());
            case ChangeSet.Enacted _, ChangeSet.Withdrawn _ ->
                throw new IllegalArgumentException("Change set " + set.id() + " has ended");
        }
    }

    private ObjectNode change(RecordedChange recorded, Change change) {
        ObjectNode content = (ObjectNode) JsonMapper.shared().readTree(recorded.content());
        numbers.translate(recorded.object(), content);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("object", recorded.object())
                .put("change_type", recorded.changeType())
                .put(
                        "target",
                        Subject.of(recorded.saying(content.toString()).toChange())
                                .target());
        Long made = change.identity().made();
        if (made != null && ofSecondApi.test(made)) {
            json.put(ReleaseObjects.SECOND_API, true);
        }
        var writers = json.putArray("writers");
        recorded.writers().stream().map(Actor::name).forEach(writers::add);
        return json.set("content", content);
    }

    /** The parts of releases that the set would make live. */
    private void writeContents(ChangeSet set, ObjectNode json) {
        Set<ContentHash> named = new TreeSet<>();
        set.changes().forEach(change -> named.addAll(partsOf(change)));
        if (!named.isEmpty()) {
            ObjectNode parts = json.putObject("contents");
            new TreeMap<>(contents.parts(named)).forEach((hash, part) -> parts.set(hash.value(), part));
        }
    }

    static Collection<ContentHash> partsOf(Change change) {
        return switch (change) {
            case Change.ReleaseAddition addition -> addition.manifest().parts().values();
            case Change.ReleaseEdit edit ->
                edit.fields().values().stream()
                        .map(FieldEdit::value)
                        .filter(ContentHash.class::isInstance)
                        .map(ContentHash.class::cast)
                        .toList();
            case Change.RuleAddition _,
                    Change.RuleEdit _,
                    Change.RuleRemoval _,
                    Change.ReleaseRemoval _,
                    Change.PinEdit _,
                    Change.Unstaged _ -> List.of();
        };
    }

    private ObjectNode signoff(Signoff signoff) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("person", signoff.by().name())
                .put("role", signoff.role().name())
                .put("at", signoff.at().toEpochMilli())
                .put("grant", numbers.grants().applyAsLong(signoff.grant()));
        if (signoff.digest() != null) {
            json.put("digest", signoff.digest());
            ObjectNode items = json.putObject("items");
            new TreeMap<>(signoff.items()).forEach(items::put);
        }
        Credential credential = signoff.credential();
        if (credential != null) {
            ObjectNode shown = json.putObject("credential")
                    .put("kind", credential.kind().name())
                    .put("given_by", credential.givenBy().name())
                    .put("given_at", credential.givenAt().toEpochMilli());
            if (credential.confirmedBy() != null) {
                shown.put("confirmed_by", credential.confirmedBy().name());
            }
            Assurance assurance = credential.assurance();
            if (assurance != null && assurance.acr() != null) {
                shown.put("acr", assurance.acr());
            }
            if (assurance != null && assurance.authTime() != null) {
                shown.put("auth_time", assurance.authTime().toEpochMilli());
            }
        }
        return json;
    }
}
