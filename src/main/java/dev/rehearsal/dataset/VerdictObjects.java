package dev.rehearsal.dataset;

import dev.rehearsal.access.PersonId;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.Fingerprint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The verdicts of a dataset, in the order in which they were given: each counts for the state that it names, wherever. */
final class VerdictObjects {

    private static final Set<String> FIELDS = Set.of(
            "test_channel",
            "live_channel",
            "product",
            "fingerprint",
            "outcome",
            "note",
            "person",
            "person_id",
            "at",
            "grants");

    private final List<Verdict> verdicts = new ArrayList<>();

    void add(DatasetObject object) {
        object.allowOnly(FIELDS);
        String fingerprint = object.text("fingerprint", 64);
        Outcome outcome = outcome(object);
        Verdict verdict = new Verdict(
                0,
                new TestedState(
                        object.text("product", 15), object.text("live_channel", 75), new Fingerprint(fingerprint)),
                object.text("test_channel", 75),
                outcome,
                object.optionalText("note", 2_000),
                new Actor(object.text("person", 100)),
                new PersonId(object.identifier("person_id")),
                object.time("at"),
                grants(object));
        if (object.isRight() && !fingerprint.matches("[0-9a-f]{64}")) {
            object.wrong("fingerprint", "Must be 64 hex digits.");
        }
        if (object.isRight()) {
            verdicts.add(verdict);
        }
    }

    /** @param grants the number here of each giving of a role */
    List<Verdict> verdicts(LongUnaryOperator grants) {
        return verdicts.stream().map(verdict -> with(verdict, grants)).toList();
    }

    int size() {
        return verdicts.size();
    }

    static ObjectNode json(Verdict verdict, LongUnaryOperator grants) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("test_channel", verdict.testChannel())
                .put("live_channel", verdict.state().liveChannel())
                .put("product", verdict.state().product())
                .put("fingerprint", verdict.state().fingerprint().value())
                .put("outcome", verdict.outcome().wireName())
                .put("note", verdict.note())
                .put("person", verdict.by().name())
                .put("at", verdict.at().toEpochMilli());
        if (!verdict.person().equals(PersonId.NONE)) {
            json.put("person_id", verdict.person().value());
        }
        Map<Role, Long> held = with(verdict, grants).grants();
        if (held != null) {
            ObjectNode roles = json.putObject("grants");
            new TreeMap<>(held).forEach((role, grant) -> roles.put(role.name(), grant));
        }
        return json;
    }

    private static Verdict with(Verdict verdict, LongUnaryOperator grants) {
        Map<Role, Long> held = verdict.grants();
        if (held == null) {
            return verdict;
        }
        Map<Role, Long> numbered = new HashMap<>();
        new TreeMap<>(held).forEach((role, grant) -> numbered.put(role, grants.applyAsLong(grant)));
        return new Verdict(
                verdict.id(),
                verdict.state(),
                verdict.testChannel(),
                verdict.outcome(),
                verdict.note(),
                verdict.by(),
                verdict.person(),
                verdict.at(),
                numbered);
    }

    private static Outcome outcome(DatasetObject object) {
        String text = object.text("outcome", 10);
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.wireName().equals(text))
                .findFirst()
                .orElseGet(() -> text.isEmpty()
                        ? Outcome.FAIL
                        : object.wrong("outcome", "Must be pass, fail or lift.", Outcome.FAIL));
    }

    /** Returns who held what; null where that is not on record. */
    private static @Nullable Map<Role, Long> grants(DatasetObject object) {
        JsonNode given = object.json().path("grants");
        if (given.isMissingNode() || given.isNull()) {
            return null;
        }
        Map<Role, Long> grants = new HashMap<>();
        for (Map.Entry<String, JsonNode> grant : given.properties()) {
            if (!grant.getValue().isIntegralNumber() || !grant.getValue().canConvertToLong()) {
                object.wrong("grants", "Must be a whole number for each role.");
            }
            grants.put(new Role(grant.getKey()), grant.getValue().asLong(0));
        }
        if (!given.isObject()) {
            object.wrong("grants", "Must be an object of roles and the numbers by which they were held.");
        }
        return grants;
    }
}
