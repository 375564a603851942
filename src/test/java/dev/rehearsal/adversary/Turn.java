package dev.rehearsal.adversary;

import static dev.rehearsal.adversary.Scene.JSON;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whose turn it is: somebody with one of their tokens, at one of the nodes. */
final class Turn {

    private final Scene scene;
    private final Set<Integer> sentMarks = new HashSet<>();

    int node;
    Someone who;
    Someone.Token token;

    /** What was sent last, for whoever reads of it. */
    String last = "";

    /** The sets that were enacted untested, by name. */
    Set<Long> named = Set.of();

    Turn(Scene scene) {
        this.scene = scene;
        this.who = scene.people.getFirst();
        this.token = who.tokens.getFirst();
    }

    void begin(Someone by) {
        node = scene.random.nextInt(2);
        who = by;
        token = scene.random.nextInt(6) == 0 ? scene.ideas.oneOf(who.tokens) : who.tokens.getLast();
        named = Set.of();
        last = "";
    }

    Node.Reply done(String method, String path, @Nullable Object body) {
        String json = body == null ? null : JSON.writeValueAsString(body);
        Node.Reply reply = scene.place.node(node).send(token.secret(), method, path, json);
        last = method + " " + path + " " + (json == null ? "" : json.substring(0, Math.min(json.length(), 260)));
        if (reply.status() >= 500) {
            scene.broken.add("ERROR " + reply.status() + ": " + reply.body() + " [" + last + "]");
        }
        return reply;
    }

    /** Tells that they sent this content, if it is not told yet. */
    void sent(int mark) {
        if (sentMarks.add(mark)) {
            scene.testimony.sends(mark, who.id);
        }
    }

    static String withVersion(String path, JsonNode row) {
        return path + "?data_version=" + row.path("data_version").asInt();
    }
}
