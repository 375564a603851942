package dev.rehearsal.adversary;

import static dev.rehearsal.adversary.Scene.body;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What people do with rollouts, of one step each, which offers a release to all clients of a rule. */
final class RolloutActs {

    private final Scene scene;
    private final Turn turn;

    RolloutActs(Scene scene, Turn turn) {
        this.scene = scene;
        this.turn = turn;
    }

    boolean plan() {
        List<Long> rules = scene.tables.ruleIds();
        return !rules.isEmpty() && plan(scene.ideas.oneOf(rules));
    }

    boolean plan(long rule) {
        String release = scene.world.release(1 + scene.random.nextInt(3));
        Map<String, Object> body = body(
                "title",
                "t",
                "product",
                scene.world.product,
                "channel",
                World.GUARDED,
                "release",
                release,
                "rule_id",
                rule,
                "start",
                scene.due(),
                "steps",
                List.of(Map.of("percentage", 100)));
        Node.Reply reply = turn.done("POST", "/api/plans", body);
        if (!reply.isAccepted()) {
            return false;
        }
        long id = reply.json().path("steps").path(0).path("change_set").asLong();
        JsonNode told = scene.look(turn.node, "/api/change_sets/" + id);
        KnownSet set = scene.learn(told, List.of(scene.ideas.ruleEdit(rule, Map.of("mapping", release))));
        set.rollout = reply.json().path("id").asLong();
        scene.testimony.writes(set.id, set.values(), turn.who.id);
        scene.testimony.isDecided(set.id);
        return true;
    }

    boolean stop(KnownSet set) {
        Node.Reply reply = turn.done("POST", "/api/plans/" + set.rollout + "/stop", body("reason", "It burns."));
        if (reply.isAccepted()) {
            scene.testimony.stops(set.id);
        }
        return reply.isAccepted();
    }

    boolean goOn(KnownSet set) {
        Node.Reply reply = turn.done("POST", "/api/plans/" + set.rollout + "/resume", body("percentage", 100));
        if (reply.isAccepted()) {
            scene.testimony.goesOn(set.id);
        }
        return reply.isAccepted();
    }
}
