package dev.rehearsal.dataset;

import dev.rehearsal.change.RecordedChange;
import dev.rehearsal.change.Subject;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One change of a set as its table keeps it.
 *
 * @param content with the numbers of the file
 * @param secondApi whether the release that it adds is one of Balrog's second API
 */
record RecordedChangeObject(
        DatasetObject object,
        String kind,
        String changeType,
        String target,
        List<Actor> writers,
        ObjectNode content,
        boolean secondApi) {

    private static final Set<String> FIELDS =
            Set.of("object", "change_type", "target", "writers", "content", ReleaseObjects.SECOND_API);
    private static final ChangeSetId NO_SET = new ChangeSetId(0);

    static RecordedChangeObject read(DatasetObject object) {
        object.allowOnly(FIELDS);
        RecordedChangeObject read = new RecordedChangeObject(
                object,
                object.text("object", 20),
                object.text("change_type", 10),
                object.text("target", 100),
                writers(object),
                object.object("content"),
                object.flag(ReleaseObjects.SECOND_API));
        if (object.isRight()) {
            read.check();
        }
        return read;
    }

    /** Returns the change with the numbers of the database that it comes to. */
    Change as(ChangeId id, RowNumbers numbers) {
        ObjectNode translated = content.deepCopy();
        numbers.translate(kind, translated);
        return recorded(id, translated).toChange();
    }

    /** Returns the rule that it adds or means. */
    Optional<RuleId> rule() {
        return kind.equals("rule") ? Optional.of(new RuleId(Long.parseLong(target))) : Optional.empty();
    }

    private RecordedChange recorded(ChangeId id, ObjectNode json) {
        return new RecordedChange(id, NO_SET, 0, kind, changeType, target, json.toString(), writers);
    }

    /** What a table cannot give back may be anything: whatever reading it comes to, it is not what an export writes. */
    private void check() {
        try {
            Change change = as(new ChangeId(1), RowNumbers.toBeWritten());
            if (!Subject.of(change).equals(new Subject(kind, changeType, target))) {
                object.wrong("content", "Is about " + Subject.of(change) + ", not what stands beside it.");
            } else if (change instanceof Change.RuleAddition) {
                RuleFields.ofImport(RuleObjects.sentFields((ObjectNode) content.path("rule")))
                        .problems()
                        .forEach(problem ->
                                object.wrong("content.rule." + problem.field().wireName(), problem.sentence()));
            }
        } catch (RuntimeException e) {
            object.wrong("content", "Is not what an export writes: leave it as it was.");
        }
    }

    private static List<Actor> writers(DatasetObject object) {
        JsonNode sent = object.json().path("writers");
        List<Actor> writers = new ArrayList<>();
        for (JsonNode writer : sent) {
            if (writer.isString()
                    && !writer.asString().isEmpty()
                    && writer.asString().indexOf('\n') < 0) {
                writers.add(new Actor(writer.asString()));
            } else {
                object.wrong("writers", "Must be a list of names.");
            }
        }
        return writers;
    }
}
