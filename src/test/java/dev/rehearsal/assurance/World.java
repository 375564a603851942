package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Content.app;
import static dev.rehearsal.assurance.Wish.create;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Products, channels, releases, roles and people of one story, whose names no other story on the server has. The
 * holder of the bootstrap token builds it, and never signs.
 */
final class World {

    private static final Set<String> NAMES = Set.of(
            "product",
            "channel",
            "mapping",
            "fallbackMapping",
            "alias",
            "name",
            "live_channel",
            "test_channel",
            "username");
    private static final Pattern SAYS =
            Pattern.compile("displayVersion=\"([^\"]*)\"|<addon [^>]* version=\"([^\"]*)\"");

    final Server server;
    private final int number;
    private final String prefix;
    private final Map<String, Person> people = new LinkedHashMap<>();
    private final List<ChangeSet> sets = new ArrayList<>();

    World() {
        this(Server.shared());
    }

    World(Server server) {
        this(server, server.nextWorld());
    }

    private World(Server server, int number) {
        this.server = server;
        this.number = number;
        this.prefix = named(number, "");
    }

    /** Zero for the world of an imported dataset, which has the names as they are. */
    static String named(int world, String name) {
        return world == 0 ? name : "w" + world + name;
    }

    /** What a dataset has brought, under the names that it has there. */
    static World imported(Server server) {
        server.nextWorld();
        return new World(server, 0);
    }

    /** Returns this world, looked at by people who have no token yet. */
    World anew() {
        return new World(server, number);
    }

    String named(String name) {
        return prefix + name;
    }

    String withoutPrefix(String name) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    Reply root(String method, String path, String body) {
        return server.asRoot(method, path, body);
    }

    /** Whoever wrote what there is from the start; root only gives people what they have. */
    private Reply founder(String method, String path, String body) {
        return known("founder").tries(method, path, body);
    }

    /** Somebody new, or known by this name already. */
    Person person(String name) {
        return people.computeIfAbsent(name, known -> new Person(this, named(known), false));
    }

    /** Somebody who has a part in other stories, too, and whom no story removes or takes a role from. */
    Person known(String name) {
        return new Person(this, name, true);
    }

    /** Releases R1, R2 and R3, of which esr serves R1 to everybody. */
    Rule begins() {
        if (server.isShared()) {
            return new Rule(number);
        }
        return starts(create(app("R1")), create(app("R2")), create(app("R3")), Wish.rule("esr", "R1"));
    }

    /** Somebody who may write rules and releases of the story's product, and no more. */
    Person writer(String name) {
        return person(name).may("rule").may("release");
    }

    /** Somebody who holds roles and may write nothing that clients get. */
    Person holder(String name, String... roles) {
        return person(name).may("release_locale").holds(roles);
    }

    /** All this is live from the start, the last of it a rule. */
    private Rule starts(Wish... wishes) {
        ChangeSet set = scheduled(
                founder("POST", "/api/change_sets", set("What is live", server.soon(3_600_000), false, wishes)));
        JsonNode live = root("POST", set.path() + "/enact", "").succeeds().json();
        sets.remove(set);
        return new Rule(
                live.get("changes").get(wishes.length - 1).get("rule_id").asLong());
    }

    /** There is a release with this content, live from the start. */
    World has(Content... contents) {
        for (Content content : contents) {
            founder("POST", "/api/releases", body(Wish.create(content), false)).succeeds();
        }
        return this;
    }

    Rule rule(@Nullable String channel, String mapping, @Nullable Object... values) {
        Reply added = founder("POST", "/api/rules", body(Wish.rule(channel, mapping, values), false));
        return new Rule(added.succeeds().json().asLong());
    }

    World pinned(String channel, String version, String release) {
        founder("PUT", "/api/v2/releases/" + named(release) + "/pinnable", pin(channel, version))
                .succeeds();
        return this;
    }

    String pin(String channel, String version) {
        return Server.JSON
                .createObjectNode()
                .put("product", named(Wish.PRODUCT))
                .put("channel", named(channel))
                .put("version", version)
                .toString();
    }

    /** Mappings, requirements and gates, in force together from now on, with people enough for each role. */
    World guarded(Wish... configuration) {
        for (Wish wish : configuration) {
            JsonNode role = wish.json().path(wish.json().has("passed_by") ? "passed_by" : "role");
            if (role.isString()) {
                int number = wish.json()
                        .path("signoffs_required")
                        .asInt(wish.json().path("passes_required").asInt(1));
                for (int spare = holders(role.asString()); spare <= number; spare++) {
                    holder("spare" + role.asString() + spare, role.asString()).isThere();
                }
            }
        }
        ChangeSet set =
                scheduled(root("POST", "/api/change_sets", set("Guard", server.soon(3_600_000), false, configuration)));
        root("POST", set.path() + "/enact", "").succeeds();
        sets.remove(set);
        return this;
    }

    /** How many people hold a role, who are all there then. */
    private int holders(String role) {
        List<Person> holders =
                people.values().stream().filter(person -> person.wants(role)).toList();
        holders.forEach(Person::isThere);
        return holders.size() + (server.isShared() ? Beginning.holders(role) : 0);
    }

    ChangeSet scheduled(Reply reply) {
        ChangeSet set = new ChangeSet(this, reply.succeeds().json().get("id").asLong());
        sets.add(set);
        return set;
    }

    /** Withdraws what is still to come: sets that are due together may go together, whatever world they are of. */
    void ends() {
        sets.forEach(set -> root("DELETE", set.path(), ""));
    }

    /** Everything that is due and can go, goes. */
    void tick() {
        server.enactDue();
    }

    long tomorrow() {
        return server.now() + 86_400_000;
    }

    /** The first of some moments that come soon, a millisecond apart, for sets that are due in another order. */
    long moments(int number) {
        long first = server.soon(400);
        for (int more = 1; more < number; more++) {
            server.soon(0);
        }
        return first;
    }

    /** Until everything is due that was asked for soon; nothing is enacted. */
    void waits() {
        server.untilDue();
    }

    /** What a client of the story's product reads that has version 0.5. */
    String answer(String channel) {
        return answer(Wish.PRODUCT, "0.5", "0", channel, "");
    }

    String answer(String channel, String version) {
        return answer(Wish.PRODUCT, version, "0", channel, "");
    }

    String answerOf(String product, String channel) {
        return answer(product, "0.5", "0", channel, "");
    }

    String answerPinnedTo(String pin, String channel) {
        return answer(Wish.PRODUCT, "0.5", "0", channel, "?pin=" + pin);
    }

    boolean givesPartialTo(String buildId, String channel) {
        return server.update(url(Wish.PRODUCT, "0.5", buildId, channel, "")).contains("type=\"partial\"");
    }

    private String answer(String product, String version, String buildId, String channel, String query) {
        Matcher says = SAYS.matcher(server.update(url(product, version, buildId, channel, query)));
        StringBuilder all = new StringBuilder();
        while (says.find()) {
            all.append(all.isEmpty() ? "" : "+").append(says.group(1) == null ? says.group(2) : says.group(1));
        }
        return all.isEmpty() ? "nothing" : all.toString();
    }

    private String url(String product, String version, String buildId, String channel, String query) {
        return "/update/3/%s/%s/%s/p/de/%s/os/d/dv/update.xml%s"
                .formatted(named(product), version, buildId, named(channel), query);
    }

    int version(Rule rule) {
        return root("GET", "/api/rules/" + rule.id(), "")
                .succeeds()
                .json()
                .get("data_version")
                .asInt();
    }

    JsonNode row(Rule rule) {
        return root("GET", "/api/rules/" + rule.id(), "").succeeds().json();
    }

    /** Zero for a release that is not there. */
    int version(String release) {
        Reply reply =
                root("GET", "/api/releases?name_prefix=" + named(release), "").succeeds();
        return reply.json()
                .get("releases")
                .valueStream()
                .filter(row -> row.get("name").asString().equals(named(release)))
                .mapToInt(row -> row.get("data_version").asInt())
                .findFirst()
                .orElse(0);
    }

    JsonNode mapping(String test) {
        return found("/api/channel_mappings", "channel_mappings", "test_channel", test);
    }

    JsonNode gate(String live) {
        return found("/api/gates", "gates", "live_channel", live);
    }

    JsonNode window(String live) {
        return found("/api/freeze_windows", "freeze_windows", "live_channel", live);
    }

    JsonNode rail(String live) {
        return found("/api/guard_rails", "guard_rails", "live_channel", live);
    }

    private JsonNode found(String path, String list, String field, String name) {
        return root("GET", path, "")
                .succeeds()
                .json()
                .get(list)
                .valueStream()
                .filter(row -> row.get(field).asString("").equals(named(name)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is nothing for " + name + " in " + path));
    }

    /** The body of a change set. */
    String set(String title, long when, boolean draft, Wish... wishes) {
        ObjectNode set = Server.JSON.createObjectNode().put("title", title).put("when", when);
        if (draft) {
            set.put("draft", true);
        }
        set.set("changes", changes(wishes));
        return set.toString();
    }

    ArrayNode changes(Wish... wishes) {
        ArrayNode changes = Server.JSON.createArrayNode();
        for (Wish wish : wishes) {
            changes.add(resolved(wish));
        }
        return changes;
    }

    /** A wish as the body of a plain write; what a set alone says of it is left out. */
    String body(Wish wish, boolean within) {
        ObjectNode body = resolved(wish);
        if (!within) {
            body.remove("object");
            body.remove("change_type");
        }
        return body.toString();
    }

    ObjectNode resolved(Wish wish) {
        ObjectNode json = wish.json().deepCopy();
        for (String name : json.propertyNames().stream().collect(Collectors.toSet())) {
            if (NAMES.contains(name) && json.get(name).isString()) {
                json.put(name, named(json.get(name).asString()));
            }
        }
        if (json.path("options").path("products").isArray()) {
            ((ObjectNode) json.get("options")).putArray("products").add(named(Wish.PRODUCT));
        }
        Content content = wish.content();
        if (content != null) {
            json.set("blob", blob(content));
        }
        return json;
    }

    JsonNode blob(Content content) {
        return Server.JSON.readTree(content.json(this::named));
    }
}
