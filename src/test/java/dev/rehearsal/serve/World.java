package dev.rehearsal.serve;

import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A small state made by hand. Its releases serve {@code WINNT_x86_64-msvc} in {@code en-US}. */
final class World {

    private final Dataset dataset = new Dataset();

    static World world() {
        return new World();
    }

    /** A rule at 100 % for Firefox that maps to {@code mapping}; fields are name, value, name, value… */
    World rule(int id, @Nullable String mapping, Object... fields) {
        ObjectNode row = Oracle.JSON.createObjectNode();
        row.put("rule_id", id);
        row.put("mapping", mapping);
        row.put("priority", 100);
        row.put("backgroundRate", 100);
        row.put("update_type", "minor");
        row.put("product", "Firefox");
        for (int at = 0; at < fields.length; at += 2) {
            row.set((String) fields[at], Oracle.JSON.<JsonNode>valueToTree(fields[at + 1]));
        }
        dataset.addRule(row);
        return this;
    }

    /** An application release, with its own files for the channels named and others for the rest. */
    World release(String name, String version, String... channels) {
        String urls = "";
        for (String channel : List.of(channels)) {
            urls += "\"%s\": {\"completes\": {\"*\": \"https://%s.example/%s\"}}, ".formatted(channel, channel, name);
        }
        return blob("Firefox", name, """
                {"schema_version": 9, "hashFunction": "sha512",
                 "appVersion": "%s", "displayVersion": "%s",
                 "updateLine": [{"for": {}, "fields": {"detailsURL": "https://notes.example/%s"}}],
                 "fileUrls": {%s"*": {"completes": {"*": "https://download.example/%s"}}},
                 "platforms": {"WINNT_x86_64-msvc": {"locales": {"en-US": {"buildID": "20250601000000",
                    "completes": [{"from": "*", "filesize": 1, "hashValue": "aa"}]}}}}}
                """.formatted(version, version, name, urls, name));
    }

    /** A media plug-in release, served to every client. */
    World plugIn(String product, String name) {
        return blob(product, name, """
                {"schema_version": 1000, "hashFunction": "sha512",
                 "vendors": {"%s-plug": {"version": "1.0", "platforms": {"WINNT_x86_64-msvc":
                    {"filesize": 1, "hashValue": "%s", "fileUrl": "https://plug.example/%s"}}}}}
                """.formatted(name, "a".repeat(128), name));
    }

    World superblobOfProducts(String product, String name, String... products) {
        return blob(
                product,
                name,
                "{\"schema_version\": 4000, \"products\": " + Oracle.JSON.writeValueAsString(List.of(products)) + "}");
    }

    World superblobOfReleases(String product, String name, String... releases) {
        return blob(
                product,
                name,
                "{\"schema_version\": 4000, \"blobs\": " + Oracle.JSON.writeValueAsString(List.of(releases)) + "}");
    }

    World vpnRelease(String name, String version) {
        return blob("FirefoxVPN", name, """
                {"schema_version": 10000, "product": "FirefoxVPN", "version": "%s", "required": true,
                 "hashFunction": "sha512", "platforms": {"WINNT_x86_64":
                    {"fileUrl": "https://vpn.example/%s", "hashValue": "aa"}}}
                """.formatted(version, name));
    }

    World blob(String product, String name, String json) {
        ObjectNode blob = (ObjectNode) Oracle.JSON.readTree(json);
        blob.put("name", name);
        ObjectNode row = Oracle.JSON.createObjectNode();
        row.put("name", name);
        row.put("product", product);
        row.set("blob", blob);
        dataset.addRelease(row);
        return this;
    }

    World pin(String channel, String version, String mapping) {
        ObjectNode row = Oracle.JSON.createObjectNode();
        row.put("product", "Firefox");
        row.put("channel", channel);
        row.put("version", version);
        row.put("mapping", mapping);
        dataset.addPin(row);
        return this;
    }

    World stopped(String product, String channel) {
        ObjectNode row = Oracle.JSON.createObjectNode();
        row.put("product", product);
        row.put("channel", channel);
        dataset.addShutoff(row);
        return this;
    }

    ServedState state() {
        return dataset.state();
    }

    InMemorySnapshot snapshot() {
        return dataset.snapshot();
    }

    /** What this state, live, answers; the dice fall as given. */
    Answer answer(UpdateUrl url, IntSupplier roll) {
        return Asking.of(snapshot()).withDice(roll).answer(url);
    }

    Answer answer(UpdateUrl url) {
        return answer(url, Asking::noDice);
    }

    /** The query of a client on this channel with an old version. */
    static UpdateUrl on(String channel) {
        return UpdateUrl.update(6).with("channel", channel);
    }
}
