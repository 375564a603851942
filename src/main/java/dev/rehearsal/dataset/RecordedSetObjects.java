package dev.rehearsal.dataset;

import dev.rehearsal.blob.CanonicalJson;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.ReleaseWriter;
import dev.rehearsal.matching.RuleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The change sets of a dataset that are told just as they were elsewhere: nothing about them is decided again. */
final class RecordedSetObjects {

    private static final Set<String> FIELDS = Set.of(
            "id",
            "title",
            "author",
            "created_at",
            "due",
            "content_at",
            "data_version",
            "state",
            "disarmed_reason",
            "disarmed_at",
            "armed_by",
            "changes",
            "contents",
            "signoffs",
            "comments");

    private final ProblemList problems;
    private final ReleaseWriter releases;
    private final List<RecordedSet> sets = new ArrayList<>();

    RecordedSetObjects(ProblemList problems, ReleaseWriter releases) {
        this.problems = problems;
        this.releases = releases;
    }

    /** @param id by which scopes in the dataset refer to it */
    record RecordedSet(
            DatasetObject object,
            long id,
            String title,
            Actor author,
            Instant createdAt,
            Instant due,
            Instant contentAt,
            int dataVersion,
            ChangeSet.State state,
            @Nullable Actor armedBy,
            List<RecordedChangeObject> changes,
            List<SignoffObjects.Given> signoffs,
            List<CommentObjects.Said> comments) {}

    void add(DatasetObject object) {
        object.allowOnly(FIELDS);
        String armedBy = object.optionalText("armed_by", 100);
        List<RecordedChangeObject> changes = changes(object);
        RecordedSet set = new RecordedSet(
                object,
                object.identifier("id"),
                object.text("title", 200),
                new Actor(object.text("author", 100)),
                object.time("created_at"),
                object.time("due"),
                object.time("content_at"),
                object.dataVersion(),
                state(object),
                armedBy == null ? null : new Actor(armedBy),
                changes,
                SignoffObjects.of(object, problems),
                CommentObjects.of(object, changes.size(), problems));
        Map<ContentHash, byte[]> contents = contents(object);
        if (object.isRight()) {
            sets.add(set);
            if (problems.isEmpty()) {
                releases.storeParts(contents);
            }
        }
    }

    List<RecordedSet> sets() {
        return sets;
    }

    /** The rules that any of them adds or means. */
    Stream<RuleId> rules() {
        return sets.stream().flatMap(set -> set.changes().stream()).flatMap(change -> change.rule().stream());
    }

    private static ChangeSet.State state(DatasetObject object) {
        return switch (object.text("state", 20)) {
            case "draft" -> new ChangeSet.Draft();
            case "pending" -> new ChangeSet.Pending();
            case "held" -> new ChangeSet.Held();
            case "disarmed" ->
                new ChangeSet.Disarmed(object.text("disarmed_reason", 4_000), object.time("disarmed_at"));
            default -> object.wrong("state", "Must be draft, pending, held or disarmed.", new ChangeSet.Draft());
        };
    }

    private List<RecordedChangeObject> changes(DatasetObject object) {
        JsonNode sent = object.json().path("changes");
        List<RecordedChangeObject> changes = new ArrayList<>();
        if (!sent.isArray() || sent.isEmpty()) {
            object.wrong("changes", "Must be a list of at least one change.");
        }
        for (int place = 0; place < sent.size(); place++) {
            if (sent.get(place) instanceof ObjectNode json) {
                DatasetObject change = new DatasetObject(object.place() + ".changes[" + place + "]", json, problems);
                changes.add(RecordedChangeObject.read(change));
                if (!change.isRight()) {
                    object.spoiled();
                }
            } else {
                object.wrong("changes[" + place + "]", "Must be an object.");
            }
        }
        return changes;
    }

    /** Parts of releases, each under the hash that it must have. */
    private static Map<ContentHash, byte[]> contents(DatasetObject object) {
        Map<ContentHash, byte[]> contents = new HashMap<>();
        if (object.has("contents")) {
            object.object("contents").properties().forEach(part -> {
                ContentHash hash = CanonicalJson.hash(part.getValue());
                if (!hash.value().equals(part.getKey())) {
                    object.wrong("contents." + part.getKey(), "Is another content: its hash is " + hash + ".");
                }
                contents.put(hash, CanonicalJson.bytes(part.getValue()));
            });
        }
        return contents;
    }
}
