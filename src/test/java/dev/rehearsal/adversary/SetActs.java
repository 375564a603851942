package dev.rehearsal.adversary;

import static dev.rehearsal.adversary.Scene.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people do with change sets, but for agreeing to them. */
final class SetActs {

    private final Scene scene;
    private final Turn turn;

    SetActs(Scene scene, Turn turn) {
        this.scene = scene;
        this.turn = turn;
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>(List.of(scene.ideas.any()));
        if (scene.random.nextInt(4) == 0) {
            changes.add(scene.ideas.any());
        }
        return changes;
    }

    boolean propose(boolean draft, List<Change> changes) {
        Map<String, Object> body = body(
                "title",
                "t",
                "when",
                scene.due(),
                "draft",
                draft,
                "changes",
                changes.stream().map(Change::json).toList());
        Node.Reply reply = turn.done("POST", "/api/change_sets", body);
        if (reply.isAccepted()) {
            written(scene.learn(reply.json(), changes));
        }
        return reply.isAccepted();
    }

    private void written(KnownSet set) {
        scene.testimony.writes(set.id, set.values(), turn.who.id);
        scene.testimony.isDecided(set.id);
        set.changes.stream()
                .map(change -> change.columns().get("content"))
                .filter(Integer.class::isInstance)
                .forEach(mark -> turn.sent((Integer) mark));
    }

    boolean scheduleAsBalrog() {
        Change change = scene.ideas.ruleEdit();
        JsonNode row = scene.look(turn.node, "/api/rules/" + change.rule());
        if (!row.isObject() || !row.has("rule_id")) {
            return false;
        }
        ObjectNode json = ((ObjectNode) row.deepCopy());
        json.remove("incarnation");
        change.columns().forEach((column, value) -> json.putPOJO(column, Ideas.sent(value)));
        json.put("change_type", "update").put("when", scene.due());
        Node.Reply reply = turn.done("POST", "/api/scheduled_changes/rules", json);
        if (!reply.isAccepted()) {
            return false;
        }
        long id = reply.json().path("sc_id").asLong();
        for (JsonNode set :
                scene.look(turn.node, "/api/change_sets?state=pending").path("change_sets")) {
            if (set.path("changes").path(0).path("sc_id").asLong() == id) {
                written(scene.learn(set, List.of(change)));
            }
        }
        return true;
    }

    boolean step(KnownSet set, String step, Map<String, Object> body) {
        Node.Reply reply = turn.done("POST", "/api/change_sets/" + set.id + "/" + step, body);
        if (reply.isAccepted()) {
            scene.learnState(set, reply.json());
            scene.testimony.isDecided(set.id);
        }
        return reply.isAccepted();
    }

    boolean write(KnownSet set, Map<String, Object> body, List<Change> becomes) {
        Node.Reply reply = turn.done("POST", "/api/change_sets/" + set.id, body);
        if (reply.isAccepted()) {
            written(scene.learn(reply.json(), becomes));
        }
        return reply.isAccepted();
    }

    /** Other columns of the same rule, a change more, or something else altogether. */
    boolean edit(KnownSet set) {
        JsonNode changes = scene.look(turn.node, "/api/change_sets/" + set.id).path("changes");
        int dice = scene.random.nextInt(3);
        List<Change> becomes = new ArrayList<>(set.changes);
        List<Object> json = new ArrayList<>();
        changes.forEach(change -> json.add(Map.of("sc_id", change.path("sc_id").asLong())));
        if (dice == 0
                && set.changes.getFirst().rule() != 0
                && !set.changes.getFirst().removes()) {
            Change change = scene.ideas.ruleEdit(set.changes.getFirst().rule());
            Map<String, Object> rewritten = new LinkedHashMap<>(change.json());
            rewritten.put("sc_id", changes.path(0).path("sc_id").asLong());
            becomes.set(0, change);
            json.set(0, rewritten);
        } else if (dice == 1) {
            Change change = scene.ideas.any();
            becomes.add(change);
            json.add(change.json());
        } else {
            Change change = scene.ideas.any();
            becomes.clear();
            becomes.add(change);
            json.clear();
            json.add(change.json());
        }
        return write(set, body("changes", json), becomes);
    }

    /** Says again what a set in conflict says, on what is there now. */
    boolean resolve(KnownSet set) {
        JsonNode told = scene.look(turn.node, "/api/change_sets/" + set.id);
        if (told.path("conflicts").isEmpty() && !told.path("state").asString("").equals("disarmed")) {
            return false;
        }
        List<Change> becomes = new ArrayList<>();
        List<Object> json = new ArrayList<>();
        int at = 0;
        for (Change change : set.changes) {
            Change again = change.rule() == 0 || change.removes()
                    ? change
                    : scene.ideas.ruleEdit(change.rule(), change.columns());
            Map<String, Object> rewritten = new LinkedHashMap<>(again.json());
            rewritten.put("sc_id", told.path("changes").path(at++).path("sc_id").asLong());
            becomes.add(again);
            json.add(rewritten);
        }
        return write(set, body("changes", json), becomes);
    }

    boolean copy(KnownSet set) {
        Node.Reply reply = turn.done("POST", "/api/change_sets/" + set.id + "/copy", body("when", scene.due()));
        if (reply.isAccepted()) {
            KnownSet copy = scene.learn(reply.json(), set.changes);
            scene.testimony.copies(copy.id, set.id);
            scene.testimony.hasHand(copy.id, turn.who.id);
        }
        return reply.isAccepted();
    }

    boolean withdraw(KnownSet set) {
        Node.Reply reply = turn.done("DELETE", "/api/change_sets/" + set.id, null);
        if (reply.isAccepted()) {
            scene.learnState(set, reply.json());
        }
        return reply.isAccepted();
    }

    boolean goBack() {
        List<Long> written = scene.tables.ruleIds().stream()
                .filter(id -> revisions(id).size() > 1)
                .toList();
        if (written.isEmpty()) {
            return false;
        }
        long rule = scene.ideas.oneOf(written);
        JsonNode revisions = revisions(rule);
        JsonNode revision = revisions.path(1 + scene.random.nextInt(revisions.size() - 1));
        Map<String, Object> columns = new HashMap<>();
        for (String column :
                List.of("mapping", "version", "priority", "channel", "backgroundRate", "fallbackMapping")) {
            JsonNode value = revision.path(column);
            Object was = value.isNull() || value.isMissingNode()
                    ? Change.NOTHING
                    : value.isNumber() ? (Object) value.asInt() : value.asString();
            Object is = scene.tables.rule(rule).getOrDefault(column, Change.NOTHING);
            if (!was.toString().equals(is.toString())) {
                columns.put(column, was);
            }
        }
        Change change = scene.ideas.ruleEdit(rule, columns);
        Node.Reply reply = turn.done(
                "POST",
                "/api/rules/" + rule + "/revisions",
                body("change_id", revision.path("change_id").asLong()));
        if (reply.isAccepted()) {
            JsonNode set = scene.look(
                    turn.node,
                    "/api/change_sets/" + reply.json().path("change_set").asLong());
            KnownSet known = scene.learn(set, List.of(change));
            known.state = "pending";
            written(known);
        }
        return reply.isAccepted();
    }

    private JsonNode revisions(long rule) {
        return scene.look(turn.node, "/api/rules/" + rule + "/revisions").path("rules");
    }

    boolean enact(KnownSet set, Map<String, Object> body) {
        return turn.done("POST", "/api/change_sets/" + set.id + "/enact", body).isAccepted();
    }

    boolean breakGlass(KnownSet set) {
        turn.named = Set.of(set.id);
        if (scene.random.nextBoolean()) {
            return enact(set, body("break_glass", "it burns"));
        }
        boolean enacted = enact(set, body("break_glass", "it burns", "passes_over", List.of("rails")));
        if (enacted) {
            scene.testimony.breaksGlassOverRails(set.id);
        }
        return enacted;
    }
}
