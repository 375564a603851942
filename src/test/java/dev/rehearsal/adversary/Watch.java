package dev.rehearsal.adversary;

import dev.rehearsal.monitor.Commit;
import dev.rehearsal.monitor.Guards;
import dev.rehearsal.monitor.Monitor;
import dev.rehearsal.monitor.Pair;
import dev.rehearsal.monitor.Probe;
import dev.rehearsal.monitor.View;
import dev.rehearsal.monitor.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Looks as clients do after each act, and on test channels for signers, and lets the monitor judge what it sees. */
final class Watch {

    private final Scene scene;
    private final Monitor monitor;
    private final Counts counts;
    private final Map<Pair, View> live = new HashMap<>();
    private final Map<Pair, Guards> guards = new HashMap<>();
    private final Map<String, JsonNode> looking = new HashMap<>();
    private final Map<Pair, List<Long>> whileShut = new HashMap<>();
    private final Map<Long, Map<Pair, List<View>>> shown = new HashMap<>();
    private Set<String> mapped;
    private Set<String> shut = Set.of();

    Watch(Scene scene, Counts counts) {
        this.scene = scene;
        this.counts = counts;
        this.monitor = new Monitor(scene.testimony);
        for (Pair pair : scene.world.pairs()) {
            live.put(pair, ask(0, pair, pair.channel()));
        }
        readGuards(0);
        this.mapped = readMappings(0);
    }

    View ask(int node, Pair pair, String channel) {
        return scene.place.node(node).clients().ask(scene.world.probes(pair), channel);
    }

    private void readGuards(int node) {
        JsonNode requirements = scene.look(node, "/api/required_signoffs/product?product=" + scene.world.product);
        JsonNode gates = scene.look(node, "/api/gates");
        JsonNode windows = scene.look(node, "/api/freeze_windows");
        JsonNode rails = scene.look(node, "/api/guard_rails");
        scene.ideas.rails = rails.path("guard_rails")
                .valueStream()
                .filter(rail -> rail.path("product").asString("").equals(scene.world.product))
                .toList();
        scene.ideas.gates = gates.path("gates")
                .valueStream()
                .filter(gate -> gate.path("product").asString("").equals(scene.world.product))
                .toList();
        scene.world.pairs().forEach(pair -> guards.put(pair, Guards.of(pair, requirements, gates, windows, rails)));
    }

    private Set<String> readMappings(int node) {
        Set<String> channels = new HashSet<>();
        for (JsonNode mapping : scene.look(node, "/api/channel_mappings").path("channel_mappings")) {
            if (mapping.path("product").asString("").equals(scene.world.product)) {
                channels.add(mapping.path("test_channel").asString());
                looking.put(mapping.path("test_channel").asString(), mapping);
            }
        }
        return channels;
    }

    /** What there is to see of a set before it goes live: on live alone, and after those before it. */
    Map<Pair, List<View>> shown(int node, KnownSet set) {
        return shown.computeIfAbsent(set.id, _ -> look(node, set));
    }

    /** What was looked at may not be staged any more. */
    void lookAgain() {
        shown.clear();
    }

    private Map<Pair, List<View>> look(int node, KnownSet set) {
        Map<Pair, List<View>> seen = new HashMap<>();
        List<String> scopes =
                scene.pending().size() > 1 ? List.of("up_to:" + set.id, "only:" + set.id) : List.of("only:" + set.id);
        for (Pair pair : scene.world.pairs()) {
            if (!pair.channel().equals(World.MAPPABLE)) {
                for (String scope : scopes) {
                    lookAt(node, pair, scope);
                    seen.computeIfAbsent(pair, _ -> new ArrayList<>())
                            .add(ask(node, pair, World.lookingAt(pair.channel())));
                }
            }
        }
        return seen;
    }

    /** Points the driver's test channel of a pair at something. */
    void lookAt(int node, Pair pair, String scope) {
        String channel = World.lookingAt(pair.channel());
        JsonNode mapping = scene.look(
                node,
                "/api/channel_mappings/"
                        + Objects.requireNonNull(looking.get(channel))
                                .path("id")
                                .asLong());
        if (mapping.path("scope").asString("").equals(scope)) {
            return;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        mapping.properties().forEach(field -> body.put(field.getKey(), field.getValue()));
        body.put("scope", scope);
        body.keySet()
                .retainAll(Set.of("product", "live_channel", "test_channel", "scope", "data_version", "incarnation"));
        Node.Reply reply = scene.root(
                node, "PUT", "/api/channel_mappings/" + mapping.path("id").asLong(), body);
        if (!reply.isAccepted()) {
            throw new IllegalStateException("cannot look at " + scope + ": " + reply.body());
        }
    }

    /**
     * Judges what came of an accepted act.
     *
     * @param config whether it may have changed requirements, gates or mappings
     */
    void after(int node, boolean config, Set<Long> named, String act) {
        Map<Pair, View> before = new HashMap<>(live);
        Map<Pair, Guards> asked = new HashMap<>(guards);
        Set<String> mappedBefore = mapped;
        Set<String> shutBefore = shut;
        shut = readShutoffs(node);
        for (Pair pair : scene.world.pairs()) {
            if (shut.contains(pair.channel())) {
                if (!shutBefore.contains(pair.channel())) {
                    scene.testimony.shuts(pair);
                }
            } else {
                live.put(pair, ask(node, pair, pair.channel()));
            }
        }
        boolean moved = !before.equals(live);
        List<Long> sets = newlyEnacted(node);
        if (config
                || sets.stream()
                        .map(id -> Objects.requireNonNull(scene.sets.get(id)))
                        .anyMatch(Watch::isOfConfiguration)) {
            readGuards(node);
            mapped = readMappings(node);
        }
        report(act, monitor.judgeSets(sets));
        for (Pair pair : scene.world.pairs()) {
            boolean restsBefore = mappedBefore.contains(pair.channel());
            boolean rests = mapped.contains(pair.channel());
            List<Long> since = whileShut.computeIfAbsent(pair, _ -> new ArrayList<>());
            since.addAll(sets);
            if (!shut.contains(pair.channel()) && (!restsBefore || !rests)) {
                if (shutBefore.contains(pair.channel())) {
                    report(act, monitor.judgeLift(pair, of(asked, pair), sets, scene.now()));
                }
                report(
                        act,
                        monitor.judge(new Commit(
                                pair,
                                scene.now(),
                                of(before, pair),
                                of(live, pair),
                                inForce(pair, asked, sets),
                                since,
                                named,
                                mapping(pair, restsBefore, rests),
                                moved && !of(asked, pair).gates().isEmpty() ? fingerprint(node, pair) : "")));
            }
            if (!shut.contains(pair.channel())) {
                since.clear();
            }
            if (!restsBefore) {
                report(act, monitor.judgeGuards(pair, of(asked, pair), of(guards, pair), sets, scene.now()));
            }
        }
        if (moved) {
            counts.committed();
        }
    }

    /** Nobody can look at a channel that must be free to be mapped. */
    private static Commit.Mapping mapping(Pair pair, boolean restsBefore, boolean rests) {
        if (!restsBefore && rests) {
            return Commit.Mapping.MADE;
        }
        return restsBefore || pair.channel().equals(World.MAPPABLE) ? Commit.Mapping.OTHER : Commit.Mapping.AS_BEFORE;
    }

    /**
     * Returns what was asked for before. Where configuration went live first and others after it in one tick, only what is
     * asked for afterwards, too: taking the rest away is judged by itself.
     */
    private Guards inForce(Pair pair, Map<Pair, Guards> asked, List<Long> sets) {
        Guards before = of(asked, pair);
        boolean inTurn = sets.size() > 1
                && isOfConfiguration(sets.stream()
                        .map(id -> Objects.requireNonNull(scene.sets.get(id)))
                        .min(Comparator.comparingLong(set -> set.due))
                        .orElseThrow());
        if (!inTurn) {
            return before;
        }
        Guards after = of(guards, pair);
        Map<String, Integer> signoffs = new HashMap<>();
        before.signoffs().forEach((role, count) -> {
            int left = Math.min(count, after.signoffs().getOrDefault(role, 0));
            if (left > 0) {
                signoffs.put(role, left);
            }
        });
        return new Guards(
                signoffs,
                before.gates().stream().filter(after.gates()::contains).toList(),
                before.rails().stream().filter(after.rails()::contains).toList(),
                before.frozen() && after.frozen());
    }

    private Set<String> readShutoffs(int node) {
        Set<String> channels = new HashSet<>();
        for (JsonNode shutoff : scene.look(node, "/api/emergency_shutoff").path("shutoffs")) {
            if (shutoff.path("product").asString("").equals(scene.world.product)) {
                channels.add(shutoff.path("channel").asString());
            }
        }
        return channels;
    }

    private static <T> T of(Map<Pair, T> all, Pair pair) {
        return Objects.requireNonNull(all.get(pair));
    }

    private static boolean isOfConfiguration(KnownSet set) {
        return set.changes.stream().anyMatch(Change::isOfConfiguration);
    }

    private String fingerprint(int node, Pair pair) {
        return scene.look(node, "/api/channels/" + pair.channel() + "/fingerprint?product=" + pair.product())
                .path("fingerprint")
                .asString("");
    }

    private List<Long> newlyEnacted(int node) {
        List<Long> enacted = new ArrayList<>();
        if (scene.pending().isEmpty()) {
            return enacted;
        }
        Set<Long> pending = new HashSet<>();
        scene.look(node, "/api/change_sets?state=pending")
                .path("change_sets")
                .forEach(json -> pending.add(json.path("id").asLong()));
        for (KnownSet set : scene.pending()) {
            if (pending.contains(set.id)) {
                continue;
            }
            JsonNode json = scene.look(node, "/api/change_sets/" + set.id);
            scene.learnState(set, json);
            if (set.state.equals("enacted")) {
                enacted.add(set.id);
                apply(set, json.path("changes"));
                set.changes.forEach(change -> kindOf(change).ifPresent(counts::accepted));
            }
        }
        return enacted;
    }

    /** What a change of a set comes to, where guards let nobody do it at once. */
    private static Optional<Kind> kindOf(Change change) {
        return switch (change.object()) {
            case "gate" -> Optional.of(change.removes() ? Kind.UNGATE : Kind.GATE);
            case "guard_rail" -> Optional.of(change.removes() ? Kind.UNRAIL : Kind.RAIL);
            case "channel_mapping" -> Optional.of(change.removes() ? Kind.UNMAP : Kind.MAP);
            case "required_signoff" -> Optional.of(Kind.REQUIREMENT);
            case "permission" -> Optional.of(Kind.PERMIT);
            case "emergency_shutoff" -> Optional.of(Kind.SERVE_AGAIN);
            case "pin" -> Optional.of(Kind.PIN);
            default -> Optional.empty();
        };
    }

    /** What a set has made of the tables. */
    private void apply(KnownSet set, JsonNode changes) {
        int at = 0;
        for (Change change : set.changes) {
            JsonNode told = changes.path(at++);
            String name = String.valueOf(change.json().get("name"));
            switch (change.object()) {
                case "rule" -> {
                    long rule = change.adds() ? told.path("rule_id").asLong() : change.rule();
                    if (change.removes()) {
                        scene.tables.rules.remove(rule);
                    } else {
                        scene.tables.edit(rule, change.columns());
                        scene.testimony.setsRule(rule, change.columns(), set.id);
                    }
                }
                case "release" -> {
                    if (change.removes()) {
                        scene.tables.releases.remove(name);
                    } else {
                        scene.tables.releases.add(name);
                    }
                }
                default -> {}
            }
        }
    }

    /** What a test channel says that its answers were made from. */
    String fingerprintOf(int node, Pair pair, String channel) {
        Probe probe = scene.world.probes(pair).getFirst();
        return scene.root(node, "GET", probe.url().replace(Probe.CHANNEL, channel), null)
                .fingerprint();
    }

    boolean isNamedByAnyGuard(String role) {
        return guards.values().stream().anyMatch(asked -> asked.names(role));
    }

    void report(String act, List<Violation> violations) {
        violations.forEach(violation -> scene.broken.add(violation + " [" + act + "]"));
    }
}
