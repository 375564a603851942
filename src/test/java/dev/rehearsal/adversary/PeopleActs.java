package dev.rehearsal.adversary;

import static dev.rehearsal.adversary.Scene.JSON;
import static dev.rehearsal.adversary.Scene.body;

import dev.rehearsal.monitor.Violation;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What people do to each other. */
final class PeopleActs {

    private final Scene scene;
    private final Watch watch;
    private final Turn turn;

    PeopleActs(Scene scene, Watch watch, Turn turn) {
        this.scene = scene;
        this.watch = watch;
        this.turn = turn;
    }

    boolean giveRole() {
        Someone to = scene.ideas.oneOf(scene.present());
        String role = scene.ideas.oneOf(scene.world.roles());
        Node.Reply reply = turn.done("PUT", "/api/users/" + to.name + "/roles/" + role, body());
        if (reply.isAccepted()) {
            boolean isNew = !scene.testimony.rolesOf(to.id).contains(role);
            scene.testimony.getsRole(to.id, role, turn.who.id, scene.now());
            if (isNew && scene.world.signedPermissions && watch.isNamedByAnyGuard(role)) {
                unsignedGrant(to, role);
            }
        }
        return reply.isAccepted();
    }

    boolean takeRole() {
        Someone from = scene.ideas.oneOf(scene.present());
        String role = scene.ideas.oneOf(scene.world.roles());
        Node.Reply reply = turn.done("DELETE", "/api/users/" + from.name + "/roles/" + role + "?data_version=1", null);
        if (reply.isAccepted()) {
            scene.testimony.losesRole(from.id, role);
        }
        return reply.isAccepted();
    }

    boolean permit(Someone to) {
        String permission =
                scene.ideas.oneOf(List.of("rule", "release", "scheduled_change", "gate", "break_glass", "permission"));
        Map<String, Object> options = permission.equals("scheduled_change") || permission.equals("permission")
                ? Map.of()
                : Map.of("products", List.of(scene.world.product));
        Node.Reply reply = turn.done(
                "PUT",
                "/api/users/" + to.name + "/permissions/" + permission,
                body("options", JSON.writeValueAsString(options)));
        if (reply.isAccepted() && scene.world.signedPermissions) {
            unsignedGrant(to, "the permission " + permission);
        }
        return reply.isAccepted();
    }

    private void unsignedGrant(Someone to, String what) {
        scene.broken.add(new Violation(
                        Violation.Kind.GRANT,
                        "%s got %s from %s without the signoffs that permissions need"
                                .formatted(to.id, what, turn.who.id))
                + " [" + turn.last + "]");
    }

    /** With the last permission goes the person. */
    boolean removePerson() {
        Someone whom = scene.ideas.oneOf(scene.present());
        if (whom == turn.who || scene.present().size() < 5) {
            return false;
        }
        JsonNode permissions = scene.look(turn.node, "/api/users/" + whom.name).path("permissions");
        for (Map.Entry<String, JsonNode> permission : permissions.properties()) {
            turn.done(
                    "DELETE",
                    Turn.withVersion(
                            "/api/users/" + whom.name + "/permissions/" + permission.getKey(), permission.getValue()),
                    null);
        }
        boolean gone =
                !scene.root(turn.node, "GET", "/api/users/" + whom.name, null).isAccepted();
        if (gone) {
            scene.testimony.disappears(whom.id);
            whom.isThere = false;
        }
        return gone;
    }

    boolean makePerson() {
        List<Someone> gone =
                scene.people.stream().filter(someone -> !someone.isThere).toList();
        if (gone.isEmpty()) {
            return false;
        }
        Someone again = scene.ideas.oneOf(gone);
        if (!permit(again)) {
            return false;
        }
        again.isThere = true;
        again.id = scene.testimony.appears(again.name);
        return true;
    }

    boolean makeToken() {
        Someone to = scene.ideas.oneOf(scene.present());
        Node.Reply reply = turn.done("POST", "/api/tokens", body("person", to.name, "name", "another"));
        if (reply.isAccepted()) {
            to.tokens.add(new Someone.Token(
                    reply.json().get("token").asString(), to.id, to == turn.who ? null : turn.who.id, scene.now()));
            if (to != turn.who && scene.world.signedPermissions) {
                unsignedGrant(to, "a token");
            }
        }
        return reply.isAccepted();
    }
}
