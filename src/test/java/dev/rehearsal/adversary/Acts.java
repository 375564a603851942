package dev.rehearsal.adversary;

import static dev.rehearsal.adversary.Scene.JSON;
import static dev.rehearsal.adversary.Scene.body;

import dev.rehearsal.monitor.Judged;
import dev.rehearsal.monitor.Pair;
import dev.rehearsal.monitor.Signed;
import dev.rehearsal.monitor.View;
import dev.rehearsal.monitor.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Does one act after the other, each by somebody, on one of the nodes. */
final class Acts {

    /** Acts that write for certain, so that what is due and cannot go must be noticed. */
    private static final Set<Kind> WRITES = Set.of(
            Kind.SCHEDULE, Kind.DRAFT, Kind.DIRECT_RULE, Kind.HOLD, Kind.PASS, Kind.FAIL, Kind.TOKEN, Kind.WITHDRAW);

    /** Acts after which clients get the same as before, or the next act shows it. */
    private static final Set<Kind> QUIET = Set.of(
            Kind.SIGN,
            Kind.UNSIGN,
            Kind.PASS,
            Kind.FAIL,
            Kind.LIFT,
            Kind.DRAFT,
            Kind.TOKEN,
            Kind.GIVE_ROLE,
            Kind.TAKE_ROLE,
            Kind.PERMIT,
            Kind.REMOVE_PERSON,
            Kind.MAKE_PERSON);

    private static final int MOST_PEOPLE = 3;

    private final Scene scene;
    private final Watch watch;
    private final Counts counts;
    private int node;
    private Someone who;
    private Someone.Token token;
    private String last = "";
    private Set<Long> named = Set.of();

    Acts(Scene scene, Watch watch, Counts counts) {
        this.scene = scene;
        this.watch = watch;
        this.counts = counts;
        this.who = scene.people.getFirst();
        this.token = who.tokens.getFirst();
    }

    /** Lets random people try an act of this kind, one after the other, until one of them may. */
    boolean attempt(Kind kind) {
        return attempt(kind, null);
    }

    /** @param about a set that the act is about; null for any */
    boolean attempt(Kind kind, @Nullable KnownSet about) {
        List<Someone> candidates = scene.random.nextInt(30) == 0 ? scene.people : scene.present();
        for (int i = 0; i < MOST_PEOPLE; i++) {
            if (attempt(kind, scene.ideas.oneOf(candidates), about)) {
                return true;
            }
        }
        return false;
    }

    /** @param about a set that the act is about; null for any */
    boolean attempt(Kind kind, Someone by, @Nullable KnownSet about) {
        return attempt(kind, by, (BooleanSupplier) () -> perform(kind, about));
    }

    boolean attempt(Kind kind, Someone by, BooleanSupplier attempt) {
        node = scene.random.nextInt(2);
        who = by;
        token = scene.random.nextInt(6) == 0 ? scene.ideas.oneOf(who.tokens) : who.tokens.getLast();
        named = Set.of();
        last = "";
        counts.tried(kind);
        scene.testimony.nextAct();
        List<KnownSet> stuck = stuck();
        boolean accepted = attempt.getAsBoolean();
        if (accepted) {
            counts.accepted(kind);
            String act = "#" + scene.told.size() + " " + kind + " by " + who.id + " on node " + node + ": " + last;
            scene.told.add(act);
            if (kind != Kind.TICK && !token.of().equals(who.id)) {
                scene.broken.add(
                        new Violation(Violation.Kind.TOKEN, "a token of " + token.of() + " is taken for " + who.id)
                                + " [" + act + "]");
            }
            if (WRITES.contains(kind)) {
                stuck.stream().filter(KnownSet::isPending).forEach(set -> scene.testimony.wasUnable(set.id));
            }
            if (!QUIET.contains(kind)) {
                watch.after(node, isOfConfiguration(kind), named, act);
            }
        }
        return accepted;
    }

    /** Who has tried something last. */
    Someone lastActor() {
        return who;
    }

    private static boolean isOfConfiguration(Kind kind) {
        return switch (kind) {
            case MAP, UNMAP, REQUIREMENT, GATE, UNGATE, TICK, ENACT, BREAK_GLASS -> true;
            default -> false;
        };
    }

    private List<KnownSet> stuck() {
        List<KnownSet> pending = scene.pending();
        return pending.stream()
                .filter(set -> set.due <= scene.now().toEpochMilli())
                .filter(set -> scene.tables.cannotTake(
                        set, pending.stream().filter(other -> other != set).toList()))
                .toList();
    }

    private boolean perform(Kind kind, @Nullable KnownSet about) {
        return switch (kind) {
            case SCHEDULE -> propose(false, changes());
            case DRAFT -> propose(true, changes());
            case SCHEDULE_AS_BALROG -> scheduleAsBalrog();
            case SUBMIT ->
                of(about, "draft").filter(set -> step(set, "submit", body())).isPresent();
            case HOLD ->
                of(about, "pending").filter(set -> step(set, "hold", body())).isPresent();
            case RESUME ->
                of(about, "held")
                        .filter(set -> step(set, "resume", body("when", scene.due())))
                        .isPresent();
            case EDIT ->
                of(about, "pending", "held", "draft").filter(this::edit).isPresent();
            case RESOLVE -> conflicting(about).filter(this::resolve).isPresent();
            case RESCHEDULE ->
                of(about, "pending", "held")
                        .filter(set -> write(set, body("when", scene.due()), set.changes))
                        .isPresent();
            case COPY ->
                of(about, "pending", "held", "draft", "enacted")
                        .filter(this::copy)
                        .isPresent();
            case WITHDRAW ->
                of(about, "pending", "held", "draft").filter(this::withdraw).isPresent();
            case GO_BACK -> goBack();
            case SIGN -> of(about, "pending", "held").filter(this::sign).isPresent();
            case UNSIGN -> of(about, "pending", "held").filter(this::unsign).isPresent();
            case PASS -> judge(about, true);
            case FAIL -> judge(about, false);
            case LIFT -> lift();
            case ENACT -> of(about, "pending").filter(set -> enact(set, body())).isPresent();
            case BREAK_GLASS -> of(about, "pending").filter(this::breakGlass).isPresent();
            case TICK -> tick();
            case DIRECT_RULE -> editRule();
            case DIRECT_RELEASE -> writeRelease(scene.ideas.oneOf(scene.world.releases()));
            case DIRECT_LOCALE -> writeLocale();
            case DIRECT_PART -> writeRelease(scene.world.part());
            case MAKE_PART -> writeRelease(scene.world.missingPart());
            case PIN -> pin();
            case MAP -> map();
            case UNMAP -> unmap();
            case REQUIREMENT -> require();
            case GATE -> done("POST", "/api/gates", scene.ideas.newGate()).isAccepted();
            case UNGATE -> ungate();
            case GIVE_ROLE -> giveRole();
            case TAKE_ROLE -> takeRole();
            case PERMIT -> permit(scene.ideas.oneOf(scene.present()));
            case REMOVE_PERSON -> removePerson();
            case MAKE_PERSON -> makePerson();
            case REMOVE_ROW -> removeRow();
            case MAKE_ROW -> makeRow();
            case TOKEN -> makeToken();
        };
    }

    private Node.Reply done(String method, String path, @Nullable Object body) {
        String json = body == null ? null : JSON.writeValueAsString(body);
        Node.Reply reply = scene.place.node(node).send(token.secret(), method, path, json);
        last = method + " " + path + " " + (json == null ? "" : json.substring(0, Math.min(json.length(), 260)));
        if (reply.status() >= 500) {
            scene.broken.add("ERROR " + reply.status() + ": " + reply.body() + " [" + last + "]");
        }
        return reply;
    }

    private Optional<KnownSet> of(@Nullable KnownSet about, String... states) {
        List<KnownSet> all = about != null
                ? List.of(about)
                : scene.sets.values().stream()
                        .filter(set -> Set.of(states).contains(set.state))
                        .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(scene.ideas.oneOf(all));
    }

    private Optional<KnownSet> conflicting(@Nullable KnownSet about) {
        if (about != null) {
            return Optional.of(about);
        }
        for (JsonNode set : scene.look(node, "/api/change_sets?state=pending").path("change_sets")) {
            if (!set.path("conflicts").isEmpty()
                    && scene.sets.containsKey(set.path("id").asLong())) {
                return Optional.of(scene.sets.get(set.path("id").asLong()));
            }
        }
        return Optional.empty();
    }

    private List<Change> changes() {
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
        Node.Reply reply = done("POST", "/api/change_sets", body);
        if (reply.isAccepted()) {
            written(scene.learn(reply.json(), changes));
        }
        return reply.isAccepted();
    }

    private void written(KnownSet set) {
        scene.testimony.writes(set.id, set.values(), who.id);
        scene.testimony.isDecided(set.id);
        set.changes.stream()
                .map(change -> change.columns().get("content"))
                .filter(Integer.class::isInstance)
                .forEach(mark -> sent((Integer) mark));
    }

    private final Set<Integer> sentMarks = new HashSet<>();

    private void sent(int mark) {
        if (sentMarks.add(mark)) {
            scene.testimony.sends(mark, who.id);
        }
    }

    private boolean scheduleAsBalrog() {
        Change change = scene.ideas.ruleEdit();
        JsonNode row = scene.look(node, "/api/rules/" + change.rule());
        if (!row.isObject() || !row.has("rule_id")) {
            return false;
        }
        ObjectNode json = ((ObjectNode) row.deepCopy());
        json.remove("incarnation");
        change.columns().forEach((column, value) -> json.putPOJO(column, Ideas.sent(value)));
        json.put("change_type", "update").put("when", scene.due());
        Node.Reply reply = done("POST", "/api/scheduled_changes/rules", json);
        if (!reply.isAccepted()) {
            return false;
        }
        long id = reply.json().path("sc_id").asLong();
        for (JsonNode set : scene.look(node, "/api/change_sets?state=pending").path("change_sets")) {
            if (set.path("changes").path(0).path("sc_id").asLong() == id) {
                written(scene.learn(set, List.of(change)));
            }
        }
        return true;
    }

    private boolean step(KnownSet set, String step, Map<String, Object> body) {
        Node.Reply reply = done("POST", "/api/change_sets/" + set.id + "/" + step, body);
        if (reply.isAccepted()) {
            scene.learnState(set, reply.json());
            scene.testimony.isDecided(set.id);
        }
        return reply.isAccepted();
    }

    private boolean write(KnownSet set, Map<String, Object> body, List<Change> becomes) {
        Node.Reply reply = done("POST", "/api/change_sets/" + set.id, body);
        if (reply.isAccepted()) {
            written(scene.learn(reply.json(), becomes));
        }
        return reply.isAccepted();
    }

    /** Other columns of the same rule, a change more, or something else altogether. */
    private boolean edit(KnownSet set) {
        JsonNode changes = scene.look(node, "/api/change_sets/" + set.id).path("changes");
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
    private boolean resolve(KnownSet set) {
        JsonNode told = scene.look(node, "/api/change_sets/" + set.id);
        if (told.path("conflicts").isEmpty()) {
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

    private boolean copy(KnownSet set) {
        Node.Reply reply = done("POST", "/api/change_sets/" + set.id + "/copy", body("when", scene.due()));
        if (reply.isAccepted()) {
            KnownSet copy = scene.learn(reply.json(), set.changes);
            scene.testimony.copies(copy.id, set.id);
        }
        return reply.isAccepted();
    }

    private boolean withdraw(KnownSet set) {
        Node.Reply reply = done("DELETE", "/api/change_sets/" + set.id, null);
        if (reply.isAccepted()) {
            scene.learnState(set, reply.json());
        }
        return reply.isAccepted();
    }

    private boolean goBack() {
        List<Long> ids = scene.tables.ruleIds();
        if (ids.isEmpty()) {
            return false;
        }
        long rule = scene.ideas.oneOf(ids);
        JsonNode revisions =
                scene.look(node, "/api/rules/" + rule + "/revisions").path("rules");
        if (revisions.size() < 2) {
            return false;
        }
        JsonNode revision = revisions.path(1 + scene.random.nextInt(revisions.size() - 1));
        Map<String, Object> columns = new HashMap<>();
        for (String column :
                List.of("mapping", "version", "priority", "channel", "backgroundRate", "fallbackMapping")) {
            JsonNode value = revision.path(column);
            Object was = value.isNull() || value.isMissingNode()
                    ? Change.NOTHING
                    : value.isNumber() ? (Object) value.asInt() : value.asString();
            Object is = scene.tables.rules.get(rule).getOrDefault(column, Change.NOTHING);
            if (!was.toString().equals(is.toString())) {
                columns.put(column, was);
            }
        }
        Change change = scene.ideas.ruleEdit(rule, columns);
        Node.Reply reply = done(
                "POST",
                "/api/rules/" + rule + "/revisions",
                body("change_id", revision.path("change_id").asLong()));
        if (reply.isAccepted()) {
            JsonNode set = scene.look(
                    node, "/api/change_sets/" + reply.json().path("change_set").asLong());
            KnownSet known = scene.learn(set, List.of(change));
            known.state = "pending";
            written(known);
        }
        return reply.isAccepted();
    }

    boolean sign(KnownSet set) {
        List<String> roles = List.copyOf(new java.util.TreeSet<>(scene.testimony.rolesOf(who.id)));
        if (roles.isEmpty()) {
            return false;
        }
        String role = scene.ideas.oneOf(roles);
        Map<Pair, List<View>> shown = watch.shown(node, set);
        Map<String, Object> body = body("role", role);
        JsonNode told = scene.place
                .node(node)
                .send(token.secret(), "GET", "/api/change_sets/" + set.id, null)
                .json();
        if (told.path("digest").isString() && scene.random.nextInt(4) != 0) {
            body.put("digest", told.path("digest").asString());
        }
        Node.Reply reply = done("POST", "/api/change_sets/" + set.id + "/signoffs", body);
        if (reply.isAccepted()) {
            scene.testimony.signs(
                    new Signed(set.id, who.id, role, scene.testimony.nextAct(), shown, token.by(), token.at()));
        }
        return reply.isAccepted();
    }

    private boolean unsign(KnownSet set) {
        Someone whose = scene.random.nextInt(3) == 0 ? scene.ideas.oneOf(scene.present()) : who;
        Node.Reply reply = done("DELETE", "/api/change_sets/" + set.id + "/signoffs?username=" + whose.name, null);
        if (reply.isAccepted()) {
            scene.testimony.revokes(set.id, whose.id);
        }
        return reply.isAccepted();
    }

    private boolean judge(@Nullable KnownSet about, boolean pass) {
        Pair pair = scene.world.pairs().get(scene.random.nextInt(2));
        String channel = pair.channel() + "-test";
        Optional<KnownSet> set = of(about, "pending");
        if (set.isPresent() && (about != null || scene.random.nextBoolean())) {
            watch.lookAt(node, pair, (scene.random.nextBoolean() ? "only:" : "up_to:") + set.get().id);
            channel = World.lookingAt(pair.channel());
        }
        View state = watch.ask(node, pair, channel);
        String fingerprint = watch.fingerprintOf(node, pair, channel);
        Map<String, Object> body = body(
                "test_channel",
                channel,
                "product",
                pair.product(),
                "fingerprint",
                fingerprint,
                "outcome",
                pass ? "pass" : "fail");
        Node.Reply reply = done("POST", "/api/verdicts", body);
        if (reply.isAccepted()) {
            scene.testimony.judges(new Judged(
                    pair,
                    state,
                    fingerprint,
                    who.id,
                    scene.testimony.rolesOf(who.id),
                    pass,
                    reply.json().path("id").asLong()));
        }
        return reply.isAccepted();
    }

    private boolean lift() {
        List<Judged> fails =
                scene.testimony.verdicts().stream().filter(one -> !one.pass()).toList();
        if (fails.isEmpty()) {
            return false;
        }
        Judged fail = scene.ideas.oneOf(fails);
        Node.Reply reply = done("POST", "/api/verdicts/" + fail.id() + "/lift", body());
        if (reply.isAccepted()) {
            scene.testimony.lifts(fail);
        }
        return reply.isAccepted();
    }

    private boolean enact(KnownSet set, Map<String, Object> body) {
        return done("POST", "/api/change_sets/" + set.id + "/enact", body).isAccepted();
    }

    private boolean breakGlass(KnownSet set) {
        named = Set.of(set.id);
        return enact(set, body("break_glass", "it burns"));
    }

    private boolean tick() {
        Duration ahead = scene.pending().stream()
                .map(set -> Duration.ofMillis(set.due - scene.now().toEpochMilli() + 1))
                .filter(duration -> !duration.isNegative())
                .min(Comparator.naturalOrder())
                .filter(_ -> scene.random.nextInt(3) != 0)
                .orElse(scene.random.nextInt(12) == 0 ? Duration.ofDays(8) : Duration.ofSeconds(1));
        scene.place.clock.advance(ahead);
        last = "+" + ahead;
        scene.place.node(node).enactDue();
        return true;
    }

    private boolean editRule() {
        List<Long> ids = scene.tables.ruleIds();
        if (ids.isEmpty()) {
            return false;
        }
        return editRule(scene.ideas.oneOf(ids), scene.ideas.columns());
    }

    boolean editRule(long rule, Map<String, Object> columns) {
        Map<String, Object> body = body("data_version", versionOf(rule));
        columns.forEach((column, value) -> body.put(column, Ideas.sent(value)));
        Node.Reply reply = done("PUT", "/api/rules/" + rule, body);
        if (reply.isAccepted()) {
            scene.tables.edit(rule, columns);
            scene.testimony.setsRule(rule, columns, who.id);
        }
        return reply.isAccepted();
    }

    private int versionOf(long rule) {
        return scene.look(node, "/api/rules/" + rule).path("data_version").asInt();
    }

    boolean writeRelease(String name) {
        int mark = scene.ideas.newMark();
        Map<String, Object> body =
                body("name", name, "product", scene.world.product, "blob", scene.world.blob(name, mark));
        Node.Reply known = scene.root(node, "GET", "/api/releases/" + name, null);
        Node.Reply reply;
        if (known.isAccepted()) {
            body.remove("name");
            body.put("data_version", Integer.parseInt(known.dataVersion()));
            reply = done("PUT", "/api/releases/" + name, body);
        } else {
            reply = done("POST", "/api/releases", body);
        }
        if (reply.isAccepted()) {
            scene.tables.releases.add(name);
            sent(mark);
        }
        return reply.isAccepted();
    }

    private boolean writeLocale() {
        String name = scene.ideas.oneOf(List.of(
                scene.world.release(0), scene.world.release(1), scene.world.release(2), scene.world.release(3)));
        int mark = scene.ideas.newMark();
        Node.Reply known = scene.root(node, "GET", "/api/releases/" + name, null);
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
        Node.Reply reply =
                done("PUT", "/api/releases/" + name + "/builds/p/" + (scene.random.nextBoolean() ? "de" : "fr"), body);
        if (reply.isAccepted()) {
            sent(mark);
        }
        return reply.isAccepted();
    }

    private boolean pin() {
        return done(
                        "PUT",
                        "/api/v2/releases/" + scene.world.release(scene.random.nextBoolean() ? 0 : 3) + "/pinnable",
                        body(
                                "product",
                                scene.world.product,
                                "channel",
                                scene.random.nextBoolean() ? World.GUARDED : World.ALSO_GUARDED,
                                "version",
                                "1."))
                .isAccepted();
    }

    private boolean map() {
        Map<String, Object> mapping = scene.random.nextBoolean()
                ? scene.ideas.mapping(World.FREE, World.MAPPABLE)
                : scene.ideas.mapping(scene.ideas.oneOf(List.of(World.GUARDED, World.FREE)), "spare");
        return done("POST", "/api/channel_mappings", mapping).isAccepted();
    }

    private boolean unmap() {
        List<JsonNode> mappings = new ArrayList<>();
        for (JsonNode mapping : scene.look(node, "/api/channel_mappings").path("channel_mappings")) {
            if (mapping.path("product").asString("").equals(scene.world.product)
                    && Set.of(World.MAPPABLE, "spare")
                            .contains(mapping.path("test_channel").asString())) {
                mappings.add(mapping);
            }
        }
        if (mappings.isEmpty()) {
            return false;
        }
        JsonNode mapping = scene.ideas.oneOf(mappings);
        return done(
                        "DELETE",
                        withVersion(
                                "/api/channel_mappings/" + mapping.path("id").asLong(), mapping),
                        null)
                .isAccepted();
    }

    private static String withVersion(String path, JsonNode row) {
        return path + "?data_version=" + row.path("data_version").asInt();
    }

    private boolean require() {
        Map<String, Object> requirement = scene.ideas.newRequirement();
        requirement.put("channel", scene.random.nextBoolean() ? World.FREE : requirement.get("channel"));
        requirement.put("signoffs_required", 1);
        return done("POST", "/api/required_signoffs/product", requirement).isAccepted();
    }

    private boolean ungate() {
        List<JsonNode> gates = new ArrayList<>();
        for (JsonNode gate : scene.look(node, "/api/gates").path("gates")) {
            if (gate.path("product").asString("").equals(scene.world.product)) {
                gates.add(gate);
            }
        }
        if (gates.isEmpty()) {
            return false;
        }
        JsonNode gate = scene.ideas.oneOf(gates);
        return done("DELETE", withVersion("/api/gates/" + gate.path("id").asLong(), gate), null)
                .isAccepted();
    }

    private boolean giveRole() {
        Someone to = scene.ideas.oneOf(scene.present());
        String role = scene.ideas.oneOf(scene.world.roles());
        Node.Reply reply = done("PUT", "/api/users/" + to.name + "/roles/" + role, body());
        if (reply.isAccepted()) {
            boolean isNew = !scene.testimony.rolesOf(to.id).contains(role);
            scene.testimony.getsRole(to.id, role, who.id, scene.now());
            if (isNew && scene.world.signedPermissions && watch.isNamedByAnyGuard(role)) {
                scene.broken.add(new Violation(
                                Violation.Kind.GRANT,
                                "%s got %s from %s without the signoffs that permissions need"
                                        .formatted(to.id, role, who.id))
                        + " [" + last + "]");
            }
        }
        return reply.isAccepted();
    }

    private boolean takeRole() {
        Someone from = scene.ideas.oneOf(scene.present());
        String role = scene.ideas.oneOf(scene.world.roles());
        Node.Reply reply = done("DELETE", "/api/users/" + from.name + "/roles/" + role + "?data_version=1", null);
        if (reply.isAccepted()) {
            scene.testimony.losesRole(from.id, role);
        }
        return reply.isAccepted();
    }

    private boolean permit(Someone to) {
        String permission =
                scene.ideas.oneOf(List.of("rule", "release", "scheduled_change", "gate", "break_glass", "permission"));
        Map<String, Object> options = permission.equals("scheduled_change") || permission.equals("permission")
                ? Map.of()
                : Map.of("products", List.of(scene.world.product));
        return done(
                        "PUT",
                        "/api/users/" + to.name + "/permissions/" + permission,
                        body("options", JSON.writeValueAsString(options)))
                .isAccepted();
    }

    /** With the last permission goes the person. */
    private boolean removePerson() {
        Someone whom = scene.ideas.oneOf(scene.present());
        if (whom == who || scene.present().size() < 5) {
            return false;
        }
        JsonNode permissions = scene.look(node, "/api/users/" + whom.name).path("permissions");
        for (Map.Entry<String, JsonNode> permission : permissions.properties()) {
            done(
                    "DELETE",
                    withVersion(
                            "/api/users/" + whom.name + "/permissions/" + permission.getKey(), permission.getValue()),
                    null);
        }
        boolean gone = !scene.root(node, "GET", "/api/users/" + whom.name, null).isAccepted();
        if (gone) {
            scene.testimony.disappears(whom.id);
            whom.isThere = false;
        }
        return gone;
    }

    private boolean makePerson() {
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

    private boolean removeRow() {
        List<Long> ids = scene.tables.ruleIds();
        if (scene.random.nextBoolean() && !ids.isEmpty()) {
            long rule = scene.ideas.oneOf(ids);
            Node.Reply reply = done("DELETE", "/api/rules/" + rule + "?data_version=" + versionOf(rule), null);
            if (reply.isAccepted()) {
                scene.tables.rules.remove(rule);
            }
            return reply.isAccepted();
        }
        String name = scene.ideas.oneOf(List.of(
                scene.world.release(0), scene.world.release(2), scene.world.release(3), scene.world.missingPart()));
        Node.Reply known = scene.root(node, "GET", "/api/releases/" + name, null);
        if (!known.isAccepted()) {
            return false;
        }
        Node.Reply reply = done("DELETE", "/api/releases/" + name + "?data_version=" + known.dataVersion(), null);
        if (reply.isAccepted()) {
            scene.tables.releases.remove(name);
        }
        return reply.isAccepted();
    }

    private boolean makeRow() {
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
        Node.Reply reply = done("POST", "/api/rules", rule);
        if (reply.isAccepted()) {
            scene.ideas.addedRule();
            long id = Long.parseLong(reply.body().strip());
            scene.tables.edit(id, rule);
            scene.testimony.setsRule(id, rule, who.id);
        }
        return reply.isAccepted();
    }

    private boolean makeToken() {
        Someone to = scene.ideas.oneOf(scene.present());
        Node.Reply reply = done("POST", "/api/tokens", body("person", to.name, "name", "another"));
        if (reply.isAccepted()) {
            to.tokens.add(new Someone.Token(
                    reply.json().get("token").asString(), to.id, to == who ? null : who.id, scene.now()));
            if (to != who && scene.world.signedPermissions) {
                scene.broken.add(new Violation(
                                Violation.Kind.GRANT,
                                "%s got a token from %s without the signoffs that permissions need"
                                        .formatted(to.id, who.id))
                        + " [" + last + "]");
            }
        }
        return reply.isAccepted();
    }
}
