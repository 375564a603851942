package dev.rehearsal.adversary;

import static dev.rehearsal.adversary.Scene.body;

import dev.rehearsal.monitor.Judged;
import dev.rehearsal.monitor.Pair;
import dev.rehearsal.monitor.Signed;
import dev.rehearsal.monitor.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What people say to what others have proposed, on what they are shown. */
final class AgreementActs {

    private final Scene scene;
    private final Watch watch;
    private final Turn turn;

    AgreementActs(Scene scene, Watch watch, Turn turn) {
        this.scene = scene;
        this.watch = watch;
        this.turn = turn;
    }

    boolean sign(KnownSet set) {
        List<String> roles = List.copyOf(new TreeSet<>(scene.testimony.rolesOf(turn.who.id)));
        if (roles.isEmpty()) {
            return false;
        }
        Map<Pair, List<View>> shown = watch.shown(turn.node, set);
        JsonNode told = scene.place
                .node(turn.node)
                .send(turn.token.secret(), "GET", "/api/change_sets/" + set.id, null)
                .json();
        List<String> asked = roles.stream().filter(told.path("missing")::has).toList();
        String role = scene.ideas.oneOf(asked.isEmpty() || scene.random.nextInt(4) == 0 ? roles : asked);
        Map<String, Object> body = body("role", role);
        if (told.path("digest").isString() && scene.random.nextInt(4) != 0) {
            body.put("digest", told.path("digest").asString());
        }
        Node.Reply reply = turn.done("POST", "/api/change_sets/" + set.id + "/signoffs", body);
        if (reply.isAccepted()) {
            scene.testimony.signs(new Signed(
                    set.id, turn.who.id, role, scene.testimony.nextAct(), shown, turn.token.by(), turn.token.at()));
        }
        return reply.isAccepted();
    }

    boolean unsign(KnownSet set) {
        Someone whose = scene.random.nextInt(3) == 0 ? scene.ideas.oneOf(scene.present()) : turn.who;
        Node.Reply reply = turn.done("DELETE", "/api/change_sets/" + set.id + "/signoffs?username=" + whose.name, null);
        if (reply.isAccepted()) {
            scene.testimony.revokes(set.id, whose.id);
        }
        return reply.isAccepted();
    }

    boolean passOver(KnownSet set) {
        Map<Pair, List<View>> shown = watch.shown(turn.node, set);
        List<JsonNode> closed =
                rails(set).stream().filter(one -> !one.path("open").asBoolean()).toList();
        if (closed.isEmpty()) {
            return false;
        }
        JsonNode one = scene.ideas.oneOf(closed);
        long rail = one.path("rail").asLong();
        Node.Reply reply = turn.done(
                "POST",
                "/api/change_sets/" + set.id + "/rails/" + rail + "/pass",
                body("state", one.path("state").asString(), "note", "Fine."));
        if (reply.isAccepted()) {
            scene.testimony.passesOver(set.id, rail, turn.who.id, shown);
        }
        return reply.isAccepted();
    }

    boolean passOverNoMore(KnownSet set) {
        List<JsonNode> all = rails(set);
        if (all.isEmpty()) {
            return false;
        }
        JsonNode one = scene.ideas.oneOf(all);
        long rail = one.path("rail").asLong();
        Node.Reply reply = turn.done(
                "DELETE",
                "/api/change_sets/" + set.id + "/rails/" + rail + "/pass?state="
                        + one.path("state").asString(),
                null);
        if (reply.isAccepted()) {
            scene.testimony.passesOverNoMore(set.id, rail, turn.who.id);
        }
        return reply.isAccepted();
    }

    /** Guard rails are judged in the background. */
    private List<JsonNode> rails(KnownSet set) {
        scene.place.node(turn.node).judgeRails();
        return scene.place
                .node(turn.node)
                .send(turn.token.secret(), "GET", "/api/change_sets/" + set.id, null)
                .json()
                .path("rails")
                .valueStream()
                .toList();
    }

    boolean requestChanges(KnownSet set) {
        Node.Reply reply = turn.done(
                "POST", "/api/change_sets/" + set.id + "/comments", body("text", "No.", "request_changes", true));
        if (reply.isAccepted()) {
            long comment = reply.json().path("id").asLong();
            set.requests.add(comment);
            scene.testimony.requestsChanges(set.id, comment, turn.who.id);
        }
        return reply.isAccepted();
    }

    boolean answer(KnownSet set) {
        long comment = scene.ideas.oneOf(set.requests);
        Node.Reply reply = turn.done(
                "POST", "/api/change_sets/" + set.id + "/comments/" + comment + "/answers", body("text", "Yes."));
        if (reply.isAccepted()) {
            scene.testimony.answers(comment, turn.who.id);
        }
        return reply.isAccepted();
    }

    boolean takeBack(KnownSet set) {
        long comment = scene.ideas.oneOf(set.requests);
        Node.Reply reply =
                turn.done("POST", "/api/change_sets/" + set.id + "/comments/" + comment + "/take_back", null);
        if (reply.isAccepted()) {
            scene.testimony.takesBack(comment, turn.who.id);
        }
        return reply.isAccepted();
    }

    boolean judge(Optional<KnownSet> set, boolean isAboutIt, boolean pass) {
        Pair pair = scene.world.pairs().get(scene.random.nextInt(2));
        String channel = pair.channel() + "-test";
        if (set.isPresent() && (isAboutIt || scene.random.nextBoolean())) {
            watch.lookAt(turn.node, pair, (scene.random.nextBoolean() ? "only:" : "up_to:") + set.get().id);
            channel = World.lookingAt(pair.channel());
        }
        View state = watch.ask(turn.node, pair, channel);
        String fingerprint = watch.fingerprintOf(turn.node, pair, channel);
        Map<String, Object> body = body(
                "test_channel",
                channel,
                "product",
                pair.product(),
                "fingerprint",
                fingerprint,
                "outcome",
                pass ? "pass" : "fail");
        Node.Reply reply = turn.done("POST", "/api/verdicts", body);
        if (reply.isAccepted()) {
            scene.testimony.judges(new Judged(
                    pair,
                    state,
                    fingerprint,
                    turn.who.id,
                    scene.testimony.rolesOf(turn.who.id),
                    pass,
                    reply.json().path("id").asLong()));
        }
        return reply.isAccepted();
    }

    /** Makes the driver's test channel show the state that was failed, if a pending set still leads to it. */
    private boolean looksAt(Judged fail) {
        String channel = World.lookingAt(fail.pair().channel());
        for (KnownSet set : scene.pending()) {
            for (String scope : List.of("only:", "up_to:")) {
                watch.lookAt(turn.node, fail.pair(), scope + set.id);
                if (watch.fingerprintOf(turn.node, fail.pair(), channel).equals(fail.fingerprint())) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean lift() {
        List<Judged> fails =
                scene.testimony.verdicts().stream().filter(one -> !one.pass()).toList();
        if (fails.isEmpty()) {
            return false;
        }
        Judged fail = scene.ideas.oneOf(fails);
        String channel = fail.pair().channel() + "-test";
        Map<String, Object> body = body(
                "test_channel",
                channel,
                "product",
                fail.pair().product(),
                "fingerprint",
                fail.fingerprint(),
                "outcome",
                "lift");
        Node.Reply reply = turn.done("POST", "/api/verdicts", body);
        if (!reply.isAccepted() && looksAt(fail)) {
            body.put("test_channel", World.lookingAt(fail.pair().channel()));
            reply = turn.done("POST", "/api/verdicts", body);
        }
        if (reply.isAccepted()) {
            scene.testimony.lifts(
                    fail.pair(),
                    fail.fingerprint(),
                    turn.who.id,
                    reply.json().path("id").asLong());
        }
        return reply.isAccepted();
    }
}
