package dev.rehearsal.adversary;

import dev.rehearsal.monitor.PersonId;
import dev.rehearsal.monitor.Testimony;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The people of one world before two nodes, what they know of its sets, and the truth about who sent what. */
final class Scene {

    static final JsonMapper JSON = JsonMapper.shared();

    final Place place;
    final World world;
    final Random random;
    final Testimony testimony = new Testimony();
    final Tables tables;
    final Ideas ideas;
    final List<Someone> people = new ArrayList<>();
    final Map<Long, KnownSet> sets = new TreeMap<>();
    final List<String> told = new ArrayList<>();
    final List<String> broken = new ArrayList<>();

    /** The set that was written last. */
    @Nullable
    KnownSet latest;

    private long lastDue;

    Scene(Place place, World world) {
        this.place = place;
        this.world = world;
        this.random = new Random(world.seed * 31 + 7);
        this.tables = new Tables(world);
        this.ideas = new Ideas(world, random, tables);
        world.rules.forEach((rule, columns) -> testimony.setsRule(rule, columns, (PersonId) null));
        for (World.Person person : world.people) {
            Someone someone = new Someone(testimony.appears(person.name()));
            person.roles().forEach(role -> testimony.getsRole(someone.id, role, null, now()));
            people.add(someone);
            mintByRoot(someone);
        }
        if (world.signedPermissions) {
            root(
                    0,
                    "POST",
                    "/api/required_signoffs/permissions",
                    Map.of("product", world.product, "role", world.role("relman"), "signoffs_required", 1));
        }
    }

    private void mintByRoot(Someone someone) {
        someone.tokens.add(new Someone.Token(place.node(0).tokenOf(someone.name), someone.id, null, now()));
    }

    Instant now() {
        return place.clock.instant();
    }

    /** A time that no other set of this world is due at. */
    long due() {
        long[] ahead = {1_000, 300_000, 3_600_000};
        long due = now().toEpochMilli() + ahead[random.nextInt(ahead.length)];
        lastDue = Math.max(due, due == lastDue ? due + 1 : due);
        return lastDue;
    }

    Node.Reply root(int node, String method, String path, @Nullable Object body) {
        return place.node(node).send(Node.BOOTSTRAP, method, path, body == null ? null : JSON.writeValueAsString(body));
    }

    JsonNode look(int node, String path) {
        return root(node, "GET", path, null).json();
    }

    List<KnownSet> open() {
        return sets.values().stream().filter(KnownSet::isOpen).toList();
    }

    List<KnownSet> pending() {
        return sets.values().stream().filter(KnownSet::isPending).toList();
    }

    List<Someone> present() {
        return people.stream().filter(someone -> someone.isThere).toList();
    }

    /** Takes in what the product says of a set, after somebody wrote it. */
    KnownSet learn(JsonNode json, List<Change> changes) {
        long id = json.path("id").asLong();
        KnownSet set = sets.computeIfAbsent(
                id, _ -> new KnownSet(id, changes, "", json.path("when").asLong()));
        set.changes = List.copyOf(changes);
        set.wasAlone = changes.stream()
                .allMatch(change -> change.rule() == 0
                        || pending().stream().noneMatch(other -> other.id != id && other.touches(change.rule())));
        latest = set;
        return learnState(set, json);
    }

    KnownSet learnState(KnownSet set, JsonNode json) {
        set.state = json.path("state").asString(set.state);
        set.due = json.path("when").asLong(set.due);
        return set;
    }

    /** Withdraws what is still open, so that the next world begins with an empty queue. */
    void clear() {
        place.clock.advance(java.time.Duration.ofSeconds(1));
        for (String state : List.of("pending", "held", "draft", "disarmed")) {
            for (JsonNode set : look(0, "/api/change_sets?state=" + state).path("change_sets")) {
                root(0, "DELETE", "/api/change_sets/" + set.path("id").asLong(), null);
            }
        }
    }

    static Map<String, Object> body(Object... namesAndValues) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            body.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return body;
    }
}
