package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Content.app;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What there is on the shared server before any story: people, and the releases and the rule of the first worlds. */
final class Beginning {

    /** After so many the server begins again: enough to make up for that, and few enough for writes to stay quick. */
    static final int WORLDS = 30;

    static final List<String> RELEASES = List.of("R1", "R2", "R3");

    private static final Map<String, List<String>> HOLDERS = Map.of(
            "releng", List.of("bob", "ben", "bea"),
            "relman", List.of("cleo", "carl", "cora"),
            "qa", List.of("tess", "theo", "tara"));

    private Beginning() {}

    static int holders(String role) {
        return HOLDERS.getOrDefault(role, List.of()).size();
    }

    static String dataset() {
        return "{'people': [%s], 'releases': [%s], 'rules': [%s]}"
                .formatted(people(), inEachWorld(Beginning::releases), inEachWorld(Beginning::rule))
                .replace('\'', '"');
    }

    private static String people() {
        String holders = HOLDERS.entrySet().stream()
                .flatMap(role -> role.getValue().stream()
                        .map(name -> "{'name': '%s', 'roles': ['%s'], 'permissions': {'release_locale': {}}}"
                                .formatted(name, role.getKey())))
                .collect(Collectors.joining(","));
        return holders + """
                , {'name': 'anna', 'permissions': {'rule': {}, 'release': {}}},
                {'name': 'dave', 'permissions': {'rule': {}, 'release': {}}},
                {'name': 'founder', 'permissions': {'rule': {}, 'release': {}, 'pinnable_release': {}}},
                {'name': 'bot', 'permissions': {'scheduled_change': {}}}
                """;
    }

    private static String inEachWorld(IntFunction<String> written) {
        return IntStream.rangeClosed(1, WORLDS).mapToObj(written).collect(Collectors.joining(","));
    }

    private static String releases(int world) {
        return RELEASES.stream()
                .map(name -> "{'name': '%s', 'product': '%s', 'data_version': 1, 'blob': %s}"
                        .formatted(
                                World.named(world, name),
                                World.named(world, Wish.PRODUCT),
                                app(name).json(each -> World.named(world, each))))
                .collect(Collectors.joining(","));
    }

    private static String rule(int world) {
        return """
                {'rule_id': %d, 'priority': 100, 'mapping': '%s', 'backgroundRate': 100, 'update_type': 'minor',
                 'product': '%s', 'channel': '%s', 'data_version': 1}
                """.formatted(
                        world, World.named(world, "R1"), World.named(world, Wish.PRODUCT), World.named(world, "esr"));
    }
}
