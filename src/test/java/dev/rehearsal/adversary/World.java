package dev.rehearsal.adversary;

import dev.rehearsal.monitor.Pair;
import dev.rehearsal.monitor.Probe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one seed begins with: a product of its own with three guarded channels, of which one can be mapped, a free one and
 * a partner's; rules, each for clients of a distribution of its own and for those that all share; an update, another one
 * with a partial from a third, a superblob of a part and of one that is missing; and six people.
 */
final class World {

    static final String GUARDED = "release";
    static final String ALSO_GUARDED = "beta";
    static final String MAPPABLE = "esr";
    static final String FREE = "free";
    static final List<String> CHANNELS = List.of(GUARDED, ALSO_GUARDED, MAPPABLE, FREE, "release-cck-x", "release*");
    static final String BUILD = "20200101000000";
    static final int PEOPLE = 6;

    private static final Map<String, List<String>> ACTIONS = Map.of(
            "rule", List.of("create", "modify", "delete"),
            "release", List.of("create", "modify", "delete"),
            "release_locale", List.of("modify"),
            "channel_mapping", List.of("create", "modify", "delete"),
            "gate", List.of("create", "modify", "delete"),
            "permission", List.of("create", "modify", "delete", "view"),
            "scheduled_change", List.of("enact"));
    private static final List<String> PERMISSIONS = List.of(
            "rule",
            "rule",
            "release",
            "release_locale",
            "pinnable_release",
            "required_signoff",
            "permission",
            "scheduled_change",
            "channel_mapping",
            "gate",
            "emergency_shutoff",
            "break_glass");

    final long seed;
    final String product;
    final List<Person> people = new ArrayList<>();
    final SortedMap<Long, Map<String, Object>> rules = new TreeMap<>();
    final List<Map<String, Object>> requirements = new ArrayList<>();
    final List<Map<String, Object>> gates = new ArrayList<>();
    final boolean signedPermissions;

    /** Somebody, as a dataset has it. */
    record Person(String name, List<String> roles, Map<String, Object> permissions) {}

    World(long seed, int place) {
        this.seed = seed;
        this.product = "P" + seed;
        Random random = new Random(seed);
        for (int i = 0; i < PEOPLE; i++) {
            people.add(person(i, random));
        }
        rule(10L * place + 1, GUARDED, "a,c", release(1), 90);
        rule(10L * place + 2, GUARDED, "s", superblob(), 80);
        rule(10L * place + 3, ALSO_GUARDED, "b,c", release(1), 70);
        rule(10L * place + 4, FREE, "f,c", release(3), 60);
        rule(10L * place + 5, MAPPABLE, "e,c", release(1), 50);
        for (String channel : List.of(GUARDED, ALSO_GUARDED, MAPPABLE)) {
            requirement(channel, role("releng"), 1 + (random.nextInt(4) == 0 ? 1 : 0));
            if (random.nextInt(3) == 0) {
                requirement(channel, role("relman"), 1);
            }
        }
        for (String channel : List.of(GUARDED, ALSO_GUARDED)) {
            if (random.nextBoolean()) {
                gates.add(
                        Map.of("product", product, "live_channel", channel, "role", role("qa"), "passes_required", 1));
            }
        }
        this.signedPermissions = random.nextInt(3) == 0;
    }

    String role(String name) {
        return name + seed;
    }

    List<String> roles() {
        return List.of(role("releng"), role("relman"), role("qa"));
    }

    String name(int person) {
        return "p" + seed + "-" + (char) ('a' + person);
    }

    String release(int number) {
        return product + "-" + number;
    }

    /** What the guarded channel serves. */
    String superblob() {
        return product + "-s";
    }

    /** What no rule leads to yet. */
    String otherSuperblob() {
        return product + "-t";
    }

    /** The parts that there are, of one superblob and of the other. */
    List<String> parts() {
        return List.of(product + "-p", product + "-u");
    }

    List<String> missingParts() {
        return List.of(product + "-q", product + "-v");
    }

    List<Pair> pairs() {
        return List.of(new Pair(product, GUARDED), new Pair(product, ALSO_GUARDED), new Pair(product, MAPPABLE));
    }

    /** The test channel on which the driver looks. */
    static String lookingAt(String channel) {
        return channel + "-look";
    }

    private Person person(int number, Random random) {
        Map<String, Object> permissions = new TreeMap<>();
        for (String permission : PERMISSIONS) {
            boolean everybody = number < 5 && (permission.equals("rule") || permission.equals("release"));
            if (everybody || random.nextInt(2) == 0) {
                permissions.put(permission, narrowed(permission, random));
            }
        }
        if (permissions.isEmpty()) {
            permissions.put("release_locale", narrowed("release_locale", random));
        }
        List<String> roles = new ArrayList<>();
        for (String role : roles()) {
            if (random.nextInt(2) == 0 || role.equals(roles().get(number % 3))) {
                roles.add(role);
            }
        }
        return new Person(name(number), roles, permissions);
    }

    private Map<String, Object> narrowed(String permission, Random random) {
        Map<String, Object> options = new TreeMap<>();
        boolean wide = permission.equals("break_glass");
        if (!wide && !permission.equals("permission") && !permission.equals("scheduled_change")) {
            options.put("products", List.of(product));
        }
        List<String> actions = ACTIONS.getOrDefault(permission, List.of());
        if (!actions.isEmpty() && random.nextInt(4) == 0) {
            options.put("actions", List.of(actions.get(random.nextInt(actions.size()))));
        }
        return options;
    }

    private void rule(long id, String channel, String distribution, String mapping, int priority) {
        rules.put(id, newRule(channel, distribution, mapping, priority));
    }

    Map<String, Object> newRule(String channel, String distribution, String mapping, int priority) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("product", product);
        rule.put("channel", channel);
        rule.put("distribution", distribution);
        rule.put("mapping", mapping);
        rule.put("priority", priority);
        rule.put("backgroundRate", 100);
        rule.put("update_type", "minor");
        return rule;
    }

    private void requirement(String channel, String role, int count) {
        requirements.add(Map.of(
                "product", product, "channel", channel, "role", role, "signoffs_required", count, "data_version", 1));
    }

    /** The blob of a release of this world with new content. */
    Map<String, Object> blob(String name, int mark) {
        if (name.equals(superblob()) || name.equals(otherSuperblob())) {
            int which = name.equals(superblob()) ? 0 : 1;
            String part = parts().get(which);
            String missing = missingParts().get(which);
            List<String> blobs =
                    mark % 3 == 1 ? List.of(part) : mark % 3 == 2 ? List.of(missing, part) : List.of(part, missing);
            return Map.of("name", name, "schema_version", 4000, "blobs", blobs);
        }
        if (parts().contains(name) || missingParts().contains(name)) {
            return addon(name, mark);
        }
        Map<String, Object> locales = new LinkedHashMap<>();
        for (String locale : List.of("de", "fr")) {
            locales.put(locale, build(name, mark));
        }
        // The source of a partial is of a build of its own now and then, which nobody names who serves the partial.
        String build = name.equals(release(0)) ? (mark % 2 == 0 ? BUILD : "20210101000000") : "20260101000000";
        String version = name.equals(release(0)) ? "1.5" : "9.0";
        return Map.of(
                "name",
                name,
                "schema_version",
                9,
                "hashFunction",
                "sha512",
                "appVersion",
                version,
                "displayVersion",
                version,
                "platforms",
                Map.of("p", Map.of("buildID", build, "locales", locales)));
    }

    /** One locale of a release. */
    Map<String, Object> build(String name, int mark) {
        String file = "https://f.example/" + name + "-c" + mark;
        Map<String, Object> build = new LinkedHashMap<>();
        build.put("completes", List.of(file("*", file)));
        if (name.equals(release(2))) {
            build.put("partials", List.of(file(release(0), file + "-partial")));
        }
        return build;
    }

    private static Map<String, Object> file(String from, String url) {
        return Map.of("from", from, "filesize", 1, "hashValue", "ab".repeat(64), "fileUrl", url);
    }

    private static Map<String, Object> addon(String name, int mark) {
        return Map.of(
                "name",
                name,
                "schema_version",
                5000,
                "hashFunction",
                "sha512",
                "addons",
                Map.of(
                        name + "@a.example",
                        Map.of(
                                "version",
                                "1." + mark,
                                "platforms",
                                Map.of(
                                        "default",
                                        Map.of(
                                                "filesize",
                                                1,
                                                "hashValue",
                                                "ab".repeat(64),
                                                "fileUrl",
                                                "https://f.example/" + name + "-c" + mark)))));
    }

    List<String> releases() {
        return List.of(
                release(0),
                release(1),
                release(2),
                release(3),
                superblob(),
                otherSuperblob(),
                parts().getFirst(),
                parts().getLast());
    }

    List<Probe> probes(Pair pair) {
        List<Probe> probes = new ArrayList<>();
        if (pair.channel().equals(MAPPABLE)) {
            for (String distribution : List.of("e", "f", "n1")) {
                probes.add(probe(distribution, "1.0", "de", "", "force=1"));
            }
            return probes;
        }
        String own = pair.channel().equals(GUARDED) ? "a" : "b";
        for (String distribution : List.of("a", "b", "f", "n1", "n2", "c", "s")) {
            probes.add(probe(distribution, "1.0", "de", "", "force=1"));
        }
        for (String distribution : List.of("a", "b", "f", "c")) {
            probes.add(probe(distribution, "3.0", "de", "", "force=1"));
        }
        probes.add(probe(own, "1.0", "fr", "", "force=1"));
        probes.add(probe(own, "1.0", "de", "", "force=-1"));
        probes.add(probe(own, "1.0", "de", "", "force=1&pin=1."));
        if (pair.channel().equals(GUARDED)) {
            for (String distribution : List.of("a", "n1", "c")) {
                probes.add(probe(distribution, "1.0", "de", "-cck-x", "force=1"));
            }
        }
        return probes;
    }

    private Probe probe(String distribution, String version, String locale, String suffix, String query) {
        String url = "/update/6/" + product + "/" + version + "/" + BUILD + "/p/" + locale + "/" + Probe.CHANNEL
                + "/Linux/ISET:SSE,MEM:8192/" + distribution + "/default/update.xml?" + query;
        return new Probe(
                String.join(" ", distribution, version, locale, suffix, query).replace("  ", " "),
                url,
                suffix,
                distribution.equals("c"),
                query);
    }

    static Map<String, Object> dataset(List<World> worlds) {
        List<Object> rules = new ArrayList<>();
        List<Object> releases = new ArrayList<>();
        List<Object> mappings = new ArrayList<>();
        for (World world : worlds) {
            world.rules.forEach((id, columns) -> {
                Map<String, Object> rule = new LinkedHashMap<>(columns);
                rule.put("rule_id", id);
                rules.add(rule);
            });
            for (String name : world.releases()) {
                releases.add(Map.of("name", name, "product", world.product, "blob", world.blob(name, 0)));
            }
            for (String channel : List.of(GUARDED, ALSO_GUARDED)) {
                for (String test : List.of(lookingAt(channel), channel + "-test")) {
                    mappings.add(Map.of("product", world.product, "live_channel", channel, "test_channel", test));
                }
            }
        }
        return Map.of(
                "rules",
                rules,
                "releases",
                releases,
                "people",
                worlds.stream().flatMap(world -> world.people.stream()).toList(),
                "required_signoffs",
                worlds.stream().flatMap(world -> world.requirements.stream()).toList(),
                "gates",
                worlds.stream().flatMap(world -> world.gates.stream()).toList(),
                "channel_mappings",
                mappings);
    }
}
