package dev.rehearsal.assurance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody of a story, with a token of their own. Who {@code tries} something may be refused. */
final class Person {

    private static final long SOON = 60;

    private final World world;
    private final String name;
    private final boolean knownElsewhere;
    private final List<Runnable> grants = new ArrayList<>();
    private final Set<String> roles = new HashSet<>();
    private @Nullable String token;

    Person(World world, String name, boolean knownElsewhere) {
        this.world = world;
        this.name = name;
        this.knownElsewhere = knownElsewhere;
    }

    String name() {
        return name;
    }

    /** Gives a permission, for the story's product where it can be narrowed. */
    Person may(String permission) {
        boolean wide = permission.equals("permission") || permission.equals("scheduled_change");
        return mayWith(permission, wide ? "{}" : "{\"products\": [\"%s\"]}".formatted(world.named(Wish.PRODUCT)));
    }

    /** For any product. */
    Person mayAnywhere(String permission) {
        return mayWith(permission, "{}");
    }

    /** @param actions and no others */
    Person mayOnly(String permission, String... actions) {
        return mayWith(
                permission,
                "{\"actions\": [%s]}"
                        .formatted(Arrays.stream(actions)
                                .map(action -> '"' + action + '"')
                                .collect(Collectors.joining(","))));
    }

    private Person mayWith(String permission, String options) {
        grants.add(() -> give(permission, options));
        return this;
    }

    private void give(String permission, String options) {
        ObjectNode body = Server.JSON.createObjectNode().put("options", options);
        String path = "/api/users/" + name() + "/permissions/" + permission;
        Reply given = world.root("PUT", path, body.toString());
        if (!given.wasDone()) {
            body.set(
                    "data_version",
                    world.root("GET", path, "").succeeds().json().get("data_version"));
            world.root("PUT", path, body.toString()).succeeds();
        }
    }

    Person holds(String... given) {
        for (String role : given) {
            roles.add(role);
            grants.add(() -> world.root("PUT", "/api/users/" + name() + "/roles/" + role, "{}")
                    .succeeds());
        }
        return this;
    }

    boolean wants(String role) {
        return roles.contains(role);
    }

    /** Gives what is still to be given: nobody is anybody before they are needed. */
    Person isThere() {
        List<Runnable> due = List.copyOf(grants);
        grants.clear();
        due.forEach(Runnable::run);
        return this;
    }

    /** Makes the token now, not when it is first used. */
    Person withToken() {
        isThere();
        if (token == null) {
            token = knownElsewhere ? world.server.tokenOf(name) : world.server.newToken(name);
        }
        return this;
    }

    /** With no permission left, there is no such person any more. */
    void isRemoved() {
        isThere();
        JsonNode permissions = world.root("GET", "/api/users/" + name() + "/permissions", "")
                .succeeds()
                .json();
        permissions
                .properties()
                .forEach(permission -> world.root(
                                "DELETE",
                                "/api/users/" + name() + "/permissions/" + permission.getKey() + "?data_version="
                                        + permission
                                                .getValue()
                                                .get("data_version")
                                                .asInt(),
                                "")
                        .succeeds());
    }

    /** Anything at all, as JSON in which single quotes stand for double ones. */
    Reply tries(String method, String path, String body) {
        withToken();
        return world.server.send(String.valueOf(token), method, path, body.replace('\'', '"'));
    }

    private Reply sends(String method, String path, String body) {
        withToken();
        return world.server.send(String.valueOf(token), method, path, body);
    }

    ChangeSet schedules(Wish... wishes) {
        return world.scheduled(schedules(SOON, wishes));
    }

    ChangeSet schedulesAt(long when, Wish... wishes) {
        return world.scheduled(sends(
                "POST", "/api/change_sets", world.set("A set by " + world.withoutPrefix(name), when, false, wishes)));
    }

    Reply triesToSchedule(Wish... wishes) {
        return schedules(SOON, wishes);
    }

    ChangeSet schedulesForTomorrow(Wish... wishes) {
        return world.scheduled(
                sends("POST", "/api/change_sets", world.set("Tomorrow", world.tomorrow(), false, wishes)));
    }

    private Reply schedules(long wait, Wish... wishes) {
        Reply reply = sends(
                "POST",
                "/api/change_sets",
                world.set("A set by " + world.withoutPrefix(name), world.server.soon(wait), false, wishes));
        return wait < 1_000 && reply.status() == 400 && reply.body().contains("in the past")
                ? schedules(wait * 2, wishes)
                : reply;
    }

    ChangeSet drafts(Wish... wishes) {
        return world.scheduled(triesToDraft(wishes));
    }

    Reply triesToDraft(Wish... wishes) {
        return sends(
                "POST",
                "/api/change_sets",
                world.set("A draft by " + world.withoutPrefix(name), world.tomorrow(), true, wishes));
    }

    Reply submits(ChangeSet set) {
        return sends("POST", set.path() + "/submit", "");
    }

    Reply suspends(ChangeSet set) {
        return sends("POST", set.path() + "/hold", "");
    }

    Reply resumes(ChangeSet set) {
        return sends("POST", set.path() + "/resume", "");
    }

    Reply resumesForTomorrow(ChangeSet set) {
        return sends("POST", set.path() + "/resume", "{\"when\": %d}".formatted(world.tomorrow()));
    }

    Reply reschedules(ChangeSet set) {
        Reply reply = sends("POST", set.path(), "{\"when\": %d}".formatted(world.server.soon(500)));
        return reply;
    }

    Reply withdraws(ChangeSet set) {
        return sends("DELETE", set.path(), "");
    }

    ChangeSet copies(ChangeSet set) {
        return world.scheduled(sends("POST", set.path() + "/copy", ""));
    }

    /** Writes all changes of a set anew. */
    Reply revises(ChangeSet set, Wish... wishes) {
        ObjectNode body = Server.JSON.createObjectNode();
        body.set("changes", world.changes(wishes));
        return sends("POST", set.path(), body.toString());
    }

    /** Signs what the set is shown as: with its digest, where it has one. */
    Reply signs(ChangeSet set, String role) {
        return signs(set, role, set.digest());
    }

    /** As Balrog's clients do, who know of no digest. */
    Reply signsUnseen(ChangeSet set, String role) {
        return signs(set, role, "");
    }

    Reply signs(ChangeSet set, String role, String digest) {
        ObjectNode body = Server.JSON.createObjectNode().put("role", role);
        if (!digest.isEmpty()) {
            body.put("digest", digest);
        }
        return sends("POST", set.path() + "/signoffs", body.toString());
    }

    Reply takesBackSignoff(ChangeSet set) {
        return sends("DELETE", set.path() + "/signoffs", "");
    }

    Reply enacts(ChangeSet set) {
        return sends("POST", set.path() + "/enact", "");
    }

    Reply breaksGlass(ChangeSet set, String reason) {
        return sends("POST", set.path() + "/enact", "{\"break_glass\": \"%s\"}".formatted(reason));
    }

    /** @param over what is passed over, such as {@code freezes} */
    Reply breaksGlass(ChangeSet set, String reason, String... over) {
        ObjectNode body = Server.JSON.createObjectNode().put("break_glass", reason);
        body.set("passes_over", Server.JSON.valueToTree(over));
        return sends("POST", set.path() + "/enact", body.toString());
    }

    /** Passes over the only guard rail that is about the set, for what it would do now. */
    Reply passesOver(ChangeSet set) {
        JsonNode rail = set.told().get("rails").get(0);
        return passesOver(set, rail.get("rail").asLong(), rail.get("state").asString());
    }

    Reply passesOver(ChangeSet set, long rail, String state) {
        return sends(
                "POST",
                set.path() + "/rails/" + rail + "/pass",
                Server.JSON
                        .createObjectNode()
                        .put("state", state)
                        .put("note", "it is fine")
                        .toString());
    }

    Reply passesOverNoMore(ChangeSet set) {
        JsonNode rail = set.told().get("rails").get(0);
        return sends(
                "DELETE",
                set.path() + "/rails/" + rail.get("rail") + "/pass?state="
                        + rail.get("state").asString(),
                "");
    }

    Reply removesRail(String live) {
        JsonNode row = world.rail(live);
        return sends("DELETE", "/api/guard_rails/" + row.get("id") + "?data_version=" + row.get("data_version"), "");
    }

    Reply freezes(Wish window) {
        return sends("POST", "/api/freeze_windows", world.body(window, false));
    }

    Reply thaws(String live) {
        JsonNode row = world.window(live);
        return sends("DELETE", "/api/freeze_windows/" + row.get("id") + "?data_version=" + row.get("data_version"), "");
    }

    Reply passes(String testChannel) {
        return judges(testChannel, "pass");
    }

    Reply fails(String testChannel) {
        return judges(testChannel, "fail");
    }

    private Reply judges(String testChannel, String outcome) {
        String fingerprint = world.root(
                        "GET",
                        "/api/test_channels/%s/rules?product=%s"
                                .formatted(world.named(testChannel), world.named(Wish.PRODUCT)),
                        "")
                .succeeds()
                .json()
                .get("fingerprint")
                .asString();
        return judges(testChannel, outcome, fingerprint);
    }

    Reply judges(String testChannel, String outcome, String fingerprint) {
        ObjectNode body = Server.JSON
                .createObjectNode()
                .put("test_channel", world.named(testChannel))
                .put("product", world.named(Wish.PRODUCT))
                .put("fingerprint", fingerprint)
                .put("outcome", outcome)
                .put("note", "seen");
        return sends("POST", "/api/verdicts", body.toString());
    }

    /** At once, past the queue. */
    Reply edits(Rule rule, @Nullable Object... values) {
        ObjectNode body = world.resolved(Wish.edit(rule, values)).put("data_version", world.version(rule));
        body.remove("object");
        body.remove("change_type");
        return sends("PUT", "/api/rules/" + rule.id(), body.toString());
    }

    Reply adds(Wish rule) {
        return sends("POST", "/api/rules", world.body(rule, false));
    }

    Reply removes(Rule rule) {
        return sends("DELETE", "/api/rules/" + rule.id() + "?data_version=" + world.version(rule), "");
    }

    /** Makes a release exactly this, at once, with Balrog's first API; adds it where it is missing. */
    Reply writes(Content content) {
        ObjectNode body = Server.JSON.createObjectNode().put("product", world.named(Wish.PRODUCT));
        body.set("blob", world.blob(content));
        int version = world.version(content.name());
        if (version > 0) {
            body.put("data_version", version);
        }
        return sends("PUT", "/api/releases/" + world.named(content.name()), body.toString());
    }

    /** Writes the release with the second API. */
    Reply writesWithSecondApi(Content content) {
        ObjectNode body = Server.JSON.createObjectNode().put("product", world.named(Wish.PRODUCT));
        body.set("blob", world.blob(content));
        Reply versions = world.root("GET", "/api/v2/releases/" + world.named(content.name()) + "/data_versions", "");
        body.set(
                "old_data_versions",
                versions.wasDone() ? versions.json().get("data_versions") : Server.JSON.createObjectNode());
        return sends("PUT", "/api/v2/releases/" + world.named(content.name()), body.toString());
    }

    /** One locale of one platform, as build automation does. */
    Reply writesLocale(String release, String buildId) {
        String body = """
                {"product": "%s", "data_version": %d, "schema_version": 9, "hashFunction": "sha512", "data":
                 {"buildID": "%s", "displayVersion": "evil", "appVersion": "9.9",
                  "completes": [{"from": "*", "filesize": 1, "hashValue": "ee"}]}}
                """.formatted(world.named(Wish.PRODUCT), world.version(release), buildId);
        return sends("PUT", "/api/releases/" + world.named(release) + "/builds/p/de", body);
    }

    /** Lays a piece over a release, as build automation does with the second API. */
    Reply merges(String release, String piece, String versions) {
        String path = "/api/v2/releases/" + world.named(release);
        return tries("POST", path, "{'blob': %s, 'old_data_versions': %s}".formatted(piece, versions));
    }

    Reply removesRelease(String release) {
        return sends("DELETE", "/api/releases/" + world.named(release) + "?data_version=" + world.version(release), "");
    }

    Reply pins(String channel, String version, String release) {
        return sends("PUT", "/api/v2/releases/" + world.named(release) + "/pinnable", world.pin(channel, version));
    }

    Reply maps(String live, String test) {
        return sends("POST", "/api/channel_mappings", world.body(Wish.map(live, test), false));
    }

    Reply unmaps(String test) {
        JsonNode row = world.mapping(test);
        return sends(
                "DELETE", "/api/channel_mappings/" + row.get("id") + "?data_version=" + row.get("data_version"), "");
    }

    Reply removesGate(String live) {
        JsonNode row = world.gate(live);
        return sends("DELETE", "/api/gates/" + row.get("id") + "?data_version=" + row.get("data_version"), "");
    }

    /** @param change what the gate shall say otherwise */
    Reply changesGate(String live, String field, Object value) {
        ObjectNode row = (ObjectNode) world.gate(live).deepCopy();
        row.set(field, Server.JSON.valueToTree(value));
        return sends("PUT", "/api/gates/" + row.get("id"), row.toString());
    }

    Reply addsGate(String live, String role, int passes) {
        return sends("POST", "/api/gates", world.body(Wish.gate(live, role, passes), false));
    }

    Reply shutsOff(String channel) {
        return sends("POST", "/api/emergency_shutoff", shutoff(channel));
    }

    Reply lifts(String channel) {
        Reply row = world.root("GET", shutoffPath(channel), "");
        return sends(
                "DELETE",
                shutoffPath(channel) + "?data_version="
                        + row.json().path("data_version").asInt(1),
                "");
    }

    private String shutoffPath(String channel) {
        return "/api/emergency_shutoff/" + world.named(Wish.PRODUCT) + "/" + world.named(channel);
    }

    private String shutoff(String channel) {
        return Server.JSON
                .createObjectNode()
                .put("product", world.named(Wish.PRODUCT))
                .put("channel", world.named(channel))
                .put("comment", "it burns")
                .toString();
    }

    Reply gives(Person other, String permission, String options) {
        other.isThere();
        ObjectNode body = Server.JSON.createObjectNode().put("options", options);
        return sends("PUT", "/api/users/" + other.name() + "/permissions/" + permission, body.toString());
    }

    Reply givesRole(Person other, String role) {
        other.isThere();
        return sends("PUT", "/api/users/" + other.name() + "/roles/" + role, "{}");
    }

    Reply takesRole(Person other, String role) {
        other.isThere();
        return sends("DELETE", "/api/users/" + other.name() + "/roles/" + role + "?data_version=1", "");
    }

    Reply makesTokenFor(Person other) {
        other.isThere();
        return sends("POST", "/api/tokens", "{\"person\": \"%s\", \"name\": \"mine now\"}".formatted(other.name()));
    }

    void makesTokenOnScreenFor(Person other) {
        other.isThere();
        world.server.makeTokenOnScreen(name(), other.name());
    }

    Reply setsPasswordOf(Person other) {
        other.isThere();
        return sends("PUT", "/api/users/" + other.name() + "/password", "{\"password\": \"correct horse battery\"}");
    }
}
