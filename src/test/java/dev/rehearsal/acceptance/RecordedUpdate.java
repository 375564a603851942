package dev.rehearsal.acceptance;

import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.RawHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.Arguments;
import tools.jackson.databind.JsonNode;

/** One update with the files that clients were really offered, query by query. */
record RecordedUpdate(JsonNode dataset, List<JsonNode> answers) {

    private static final Path TWIN = Path.of("src/test/resources/twin");
    private static final Path REAL = Path.of("../shared/real");

    RecordedUpdate(Path folder, String name) throws IOException {
        this(
                RunningRehearsal.JSON.readTree(Files.readString(folder.resolve(name + ".json"))),
                Files.readAllLines(folder.resolve(name + ".answers.jsonl")).stream()
                        .map(RunningRehearsal.JSON::readTree)
                        .toList());
    }

    /**
     * Reads the updates of these names, each followed by more arguments of a test: the invented twin always, what real
     * servers answered where that lies beside the project.
     */
    static Stream<Arguments> thereAre(Map<String, List<String>> named) throws IOException {
        List<Arguments> found = new ArrayList<>();
        for (Map.Entry<String, List<String>> one : new TreeMap<>(named).entrySet()) {
            String name = one.getKey();
            Path folder = name.startsWith("heron") ? TWIN : REAL;
            if (folder.equals(TWIN) || Files.isDirectory(REAL)) {
                List<Object> arguments = new ArrayList<>(one.getValue());
                arguments.addFirst(Named.of(name, new RecordedUpdate(folder, name)));
                found.add(Arguments.of(arguments.toArray()));
            }
        }
        return found.stream();
    }

    JsonNode ruleOf(String channel) {
        return dataset.get("rules")
                .valueStream()
                .filter(rule -> rule.get("channel").asString().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    /** The answers of the other channels; those of a channel's partners go with it. */
    RecordedUpdate without(String channel) {
        return new RecordedUpdate(
                dataset,
                answers.stream()
                        .filter(answer -> !UpdateQuery.fallbackOf(
                                        answer.get("channel").asString())
                                .equals(channel))
                        .toList());
    }

    /** The queries of one channel, asked on another. */
    List<String> urlsAs(String channel, String other) {
        return answers.stream()
                .filter(answer -> answer.get("channel").asString().equals(channel))
                .map(answer -> onChannel(answer, channel, other))
                .toList();
    }

    List<String> differences(RunningRehearsal rehearsal) {
        List<String> differences = new ArrayList<>();
        for (JsonNode answer : answers) {
            compare(rehearsal, answer.get("url").asString(), answer, differences);
        }
        return differences;
    }

    /** What the queries of one channel get on another, held against the answers of the first. */
    List<String> differencesAs(RunningRehearsal rehearsal, String channel, String other) {
        List<String> differences = new ArrayList<>();
        for (JsonNode answer : answers) {
            if (answer.get("channel").asString().equals(channel)) {
                compare(rehearsal, onChannel(answer, channel, other), answer, differences);
            }
        }
        return differences;
    }

    private static String onChannel(JsonNode answer, String channel, String other) {
        return answer.get("url").asString().replace("/" + channel + "/", "/" + other + "/");
    }

    private static void compare(RunningRehearsal rehearsal, String url, JsonNode answer, List<String> differences) {
        RawHttp.Reply reply = rehearsal.ask(url);
        List<String> missing = new ArrayList<>();
        int patches = 0;
        for (String kind : List.of("complete", "partial")) {
            if (answer.has(kind)) {
                patches++;
                expectedIn(kind, answer.get(kind)).forEach(part -> {
                    if (!reply.body().contains(part)) {
                        missing.add(part);
                    }
                });
            }
        }
        if (!missing.isEmpty() || reply.body().split("<patch ", -1).length - 1 != patches) {
            differences.add(url + " lacks " + missing + ": " + reply.body());
        }
    }

    private static List<String> expectedIn(String kind, JsonNode file) {
        return List.of(
                "<patch type=\"%s\" URL=\"%s\" hashFunction=\"%s\" hashValue=\"%s\" size=\"%s\""
                        .formatted(
                                kind,
                                file.get("url").asString().replace("&", "&amp;"),
                                file.get("hashFunction").asString(),
                                file.get("hashValue").asString(),
                                file.get("size").asString()),
                " buildID=\"%s\"".formatted(file.get("build").asString()),
                " version=\"%s\"".formatted(file.get("appv").asString()),
                " extensionVersion=\"%s\"".formatted(file.get("extv").asString()),
                " detailsURL=\"%s\"".formatted(file.get("detailsUrl").asString()));
    }
}
