package dev.rehearsal.adversary;

import static dev.rehearsal.adversary.Scene.JSON;
import static dev.rehearsal.adversary.Scene.body;

import java.util.List;
import java.util.Map;

/** What people write without a change set, as far as they are let. */
final class TableActs {

    private final Scene scene;
    private final Turn turn;

    TableActs(Scene scene, Turn turn) {
        this.scene = scene;
        this.turn = turn;
    }

    boolean editRule() {
        List<Long> ids = scene.tables.ruleIds();
        if (ids.isEmpty()) {
            return false;
        }
        return editRule(scene.ideas.oneOf(ids), scene.ideas.columns());
    }

    boolean editRule(long rule, Map<String, Object> columns) {
        Map<String, Object> body = body("data_version", versionOf(rule));
        columns.forEach((column, value) -> body.put(column, Ideas.sent(value)));
        Node.Reply reply = turn.done("PUT", "/api/rules/" + rule, body);
        if (reply.isAccepted()) {
            scene.tables.edit(rule, columns);
            scene.testimony.setsRule(rule, columns, turn.who.id);
        }
        return reply.isAccepted();
    }

    private int versionOf(long rule) {
        return scene.look(turn.node, "/api/rules/" + rule).path("data_version").asInt();
    }

    boolean writeRelease(String name) {
        int mark = scene.ideas.newMark();
        Map<String, Object> body =
                body("name", name, "product", scene.world.product, "blob", scene.world.blob(name, mark));
        Node.Reply known = scene.root(turn.node, "GET", "/api/releases/" + name, null);
        Node.Reply reply;
        if (known.isAccepted()) {
            body.remove("name");
            body.put("data_version", Integer.parseInt(known.dataVersion()));
            reply = turn.done("PUT", "/api/releases/" + name, body);
        } else {
            reply = turn.done("POST", "/api/releases", body);
        }
        if (reply.isAccepted()) {
            scene.tables.releases.add(name);
            turn.sent(mark);
        }
        return reply.isAccepted();
    }

    boolean writeLocale() {
        String name = scene.ideas.oneOf(List.of(
                scene.world.release(0), scene.world.release(1), scene.world.release(2), scene.world.release(3)));
        int mark = scene.ideas.newMark();
        Node.Reply known = scene.root(turn.node, "GET", "/api/releases/" + name, null);
        if (!known.isAccepted()) {
            return false;
        }
        Map<String, Object> body = body(
                "product",
                scene.world.product,
                "data",
                JSON.writeValueAsString(scene.world.build(name, mark)),
                "schema_version",
                9,
                "data_version",
                Integer.parseInt(known.dataVersion()));
        Node.Reply reply = turn.done(
                "PUT", "/api/releases/" + name + "/builds/p/" + (scene.random.nextBoolean() ? "de" : "fr"), body);
        if (reply.isAccepted()) {
            turn.sent(mark);
        }
        return reply.isAccepted();
    }

    boolean pin() {
        return turn.done(
                        "PUT",
                        "/api/v2/releases/" + scene.world.release(scene.random.nextBoolean() ? 0 : 3) + "/pinnable",
                        body(
                                "product",
                                scene.world.product,
                                "channel",
                                scene.ideas.oneOf(List.of(World.GUARDED, World.ALSO_GUARDED, World.FREE)),
                                "version",
                                "1."))
                .isAccepted();
    }

    boolean removeRow() {
        List<Long> ids = scene.tables.ruleIds();
        if (scene.random.nextBoolean() && !ids.isEmpty()) {
            long rule = scene.ideas.oneOf(ids);
            Node.Reply reply = turn.done("DELETE", "/api/rules/" + rule + "?data_version=" + versionOf(rule), null);
            if (reply.isAccepted()) {
                scene.tables.rules.remove(rule);
            }
            return reply.isAccepted();
        }
        String name = scene.ideas.oneOf(List.of(
                scene.world.release(0),
                scene.world.release(2),
                scene.world.release(3),
                scene.world.missingParts().getFirst()));
        Node.Reply known = scene.root(turn.node, "GET", "/api/releases/" + name, null);
        if (!known.isAccepted()) {
            return false;
        }
        Node.Reply reply = turn.done("DELETE", "/api/releases/" + name + "?data_version=" + known.dataVersion(), null);
        if (reply.isAccepted()) {
            scene.tables.releases.remove(name);
        }
        return reply.isAccepted();
    }

    boolean makeRow() {
        List<String> gone = scene.world.releases().stream()
                .filter(name -> !scene.tables.releases.contains(name))
                .toList();
        if (!gone.isEmpty()) {
            return writeRelease(scene.ideas.oneOf(gone));
        }
        if (!scene.ideas.hasRoomForRule()) {
            return false;
        }
        Map<String, Object> rule = scene.ideas.newRule();
        Node.Reply reply = turn.done("POST", "/api/rules", rule);
        if (reply.isAccepted()) {
            scene.ideas.addedRule();
            long id = Long.parseLong(reply.body().strip());
            scene.tables.edit(id, rule);
            scene.testimony.setsRule(id, rule, turn.who.id);
        }
        return reply.isAccepted();
    }

    boolean shutOff(String channel) {
        return turn.done("POST", "/api/emergency_shutoff", body("product", scene.world.product, "channel", channel))
                .isAccepted();
    }

    boolean serveAgain(String channel) {
        return turn.done(
                        "DELETE",
                        "/api/emergency_shutoff/" + scene.world.product + "/" + channel + "?data_version=1",
                        null)
                .isAccepted();
    }
}
