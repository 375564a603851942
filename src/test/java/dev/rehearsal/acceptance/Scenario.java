package dev.rehearsal.acceptance;

import dev.rehearsal.mirror.BalrogState;
import dev.rehearsal.serve.Oracle;
import dev.rehearsal.serve.RawHttp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A recorded live channel with a queue, and what Balrog answers at each point of its way. */
record Scenario(JsonNode json) {

    static Scenario read(String name) {
        return new Scenario(Oracle.json("effective/" + name + ".json"));
    }

    static Stream<String> names() {
        return Stream.of(
                "02-update-mapping",
                "04-two-related-changes",
                "05-glob-channel-update",
                "10-background-rate",
                "11-release-blob-change",
                "14-gmp-superblob",
                "20-pins",
                "21-cck-channels");
    }

    JsonNode dataset() {
        ObjectNode dataset = RunningRehearsal.JSON.createObjectNode();
        dataset.set("rules", json.get("live_rules"));
        for (String part : List.of("releases", "pinnable_releases", "emergency_shutoffs")) {
            dataset.set(part, json.get(part));
        }
        return dataset;
    }

    String live() {
        return json.get("mapping").get("live").asString();
    }

    List<String> testChannels() {
        return json.get("mapping")
                .get("tests")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /**
     * Schedules the queue in its order, an hour from now.
     *
     * @return the path that enacts each change
     */
    List<String> schedule(RunningRehearsal rehearsal) {
        Instant soon = Instant.now().plus(Duration.ofHours(1));
        List<JsonNode> queue = queue();
        List<String> enact = new ArrayList<>();
        for (int i = 0; i < queue.size(); i++) {
            ObjectNode change = (ObjectNode) queue.get(i).deepCopy();
            change.put("when", soon.plusSeconds(i).toEpochMilli());
            String kind = change.has("blob") ? "releases" : "rules";
            if (change.has("blob")) {
                change.put("data", change.remove("blob").toString());
            }
            long scId = rehearsal
                    .post("/api/scheduled_changes/" + kind, change)
                    .get("sc_id")
                    .asLong();
            enact.add("/api/scheduled_changes/" + kind + "/" + scId + "/enact");
        }
        return enact;
    }

    private List<JsonNode> queue() {
        return Stream.of("scheduled_changes", "release_changes")
                .flatMap(part -> json.get(part).valueStream())
                .sorted(Comparator.comparingLong(change -> change.get("when").asLong()))
                .toList();
    }

    /** Schedules the queue at a Balrog, when it was recorded. */
    void schedule(BalrogState balrog) {
        for (JsonNode change : queue()) {
            ObjectNode row = (ObjectNode) change.deepCopy();
            long when = row.remove("when").asLong();
            if (row.has("blob")) {
                row.set("data", row.remove("blob"));
                balrog.scheduleRelease(row, when, "ann@x.example");
            } else {
                balrog.schedule("rules", row, when, "ann@x.example");
            }
        }
    }

    /** @param phase {@code _before} or {@code _after} */
    List<String> liveDifferences(RunningRehearsal rehearsal, String phase) {
        List<String> differences = new ArrayList<>();
        for (JsonNode query : queries()) {
            RawHttp.Reply reply = rehearsal.ask(query.get("url").asString());
            compare(query, query.get("status" + phase), query.get("expected" + phase), reply, differences);
            JsonNode ruleId = query.path("rule_id" + phase);
            if (reply.status() == 200
                    && ruleId.isString()
                    && !ruleId.asString("").equals(reply.header("Rule-ID"))) {
                differences.add(query.get("url") + ": rule " + ruleId + ", not " + reply.header("Rule-ID"));
            }
        }
        return differences;
    }

    /** @param phase {@code _on_test_before}, {@code _on_test_next} or {@code _on_test} */
    List<String> testDifferences(RunningRehearsal rehearsal, String phase) {
        List<String> differences = new ArrayList<>();
        for (JsonNode query : queries()) {
            for (String channel : testChannels()) {
                RawHttp.Reply reply =
                        rehearsal.ask(query.get("test_urls").get(channel).asString());
                compare(
                        query,
                        query.path("status" + phase).path(channel),
                        query.path("expected" + phase).path(channel),
                        reply,
                        differences);
            }
        }
        return differences;
    }

    private List<JsonNode> queries() {
        return json.get("queries").valueStream().toList();
    }

    private static void compare(
            JsonNode query, JsonNode status, JsonNode body, RawHttp.Reply reply, List<String> differences) {
        boolean same = query.path("skip").asBoolean(false)
                ? reply.status() < 500
                : reply.status() == status.asInt() && reply.body().equals(body.asString());
        if (!same) {
            differences.add(query.get("url") + ": expected " + status + " " + body + "\nbut got " + reply);
        }
    }
}
