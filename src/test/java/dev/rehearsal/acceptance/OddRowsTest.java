package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.matching.ReleaseName;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Rows that nobody can write today, but that other tables bring. */
class OddRowsTest {

    private static final List<String> NAMES = List.of(
            ".",
            "..",
            "a/b",
            "../../api/rules",
            "a//b",
            "a\\b",
            "100%",
            "a%2Fb",
            "a;b",
            "a\nb",
            "a\r\nb",
            "a\u202eb",
            "a\u2028b",
            "~Li4",
            "\tx");

    private static RunningRehearsal rehearsal;

    @BeforeAll
    static void start() {
        ObjectNode dataset = RunningRehearsal.JSON.createObjectNode();
        ArrayNode releases = dataset.putArray("releases");
        Stream.concat(NAMES.stream(), Stream.of("kept"))
                .forEach(name -> releases.addObject()
                        .put("name", name)
                        .put("product", "App")
                        .put("read_only", false)
                        .put("data_version", 1)
                        .set("blob", notice(name)));
        dataset.putArray("rules").add(json("""
                {'rule_id': 12, 'priority': 10, 'mapping': 'kept', 'backgroundRate': 100, 'update_type': 'minor',
                 'product': 'Odd', 'locale': 'fr,,de', 'osVersion': 'Windows_NT && ', 'data_version': 1}
                """));
        rehearsal = RunningRehearsal.with(dataset);
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    static List<String> names() {
        return NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void areReleasesThatAreReadEditedAndRemovedByTheAddressThatStandsForTheirName(String name) {
        String segment = "/" + new ReleaseName(name).segment();
        assertThat(rehearsal.get("/api/v1/releases" + segment).path("name").asString())
                .isEqualTo(name);
        assertThat(rehearsal
                        .get("/api/v2/releases" + segment)
                        .path("blob")
                        .path("name")
                        .asString())
                .isEqualTo(name);

        rehearsal.put(
                "/api/releases" + segment,
                RunningRehearsal.JSON
                        .createObjectNode()
                        .put("product", "App")
                        .put("data_version", 1)
                        .set("blob", notice(name).put("displayVersion", "2")));

        assertThat(rehearsal
                        .get("/api/releases" + segment)
                        .path("displayVersion")
                        .asString())
                .isEqualTo("2");
        assertThat(rehearsal
                        .send("DELETE", "/api/releases" + segment + "?data_version=2", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(rehearsal.send("GET", "/api/releases" + segment, "").statusCode())
                .isEqualTo(404);
    }

    static List<String> escapable() {
        return List.of("b/b", "b//b", "b\\b", "100%%", "b%2Fb", "b;b", "b\nb", "b\u202eb", "b\u2028b");
    }

    @ParameterizedTest
    @MethodSource("escapable")
    void areReleasesThatAreLookedForByTheirEscapedNameToo(String name) {
        String escaped = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");

        HttpResponse<String> answer = rehearsal.send("GET", "/api/releases/" + escaped, "");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("there is no release");
    }

    @ParameterizedTest
    @MethodSource("names")
    void areReleasesThatCannotBeMadeAnew(String name) {
        String made = name.startsWith("~") ? name : "n" + name + "n";
        ObjectNode body =
                RunningRehearsal.JSON.createObjectNode().put("name", made).put("product", "App");
        body.set("blob", notice(made));

        HttpResponse<String> answer = rehearsal.send("POST", "/api/releases", body.toString());

        boolean dots = made.matches("n\\.+n");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(dots ? 201 : 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void areRulesThatAreEditedElsewhereWithTheirWholeRow(String method) {
        ObjectNode row = (ObjectNode) rehearsal.get("/api/rules/12");
        assertThat(row.path("locale").asString()).isEqualTo("fr,,de");

        HttpResponse<String> edited = rehearsal.send(
                method,
                "/api/rules/12",
                row.put("priority", row.path("priority").asInt() + 1).toString());

        assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
        row.put("data_version", row.path("data_version").asInt() + 1);
        assertThat(rehearsal
                        .send(
                                method,
                                "/api/rules/12",
                                row.put("locale", "fr,,it").toString())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void areReleasesWithMoreLocalesThanTheQueueKeepsWhichAreRefusedWithTheLimit() {
        ObjectNode blob = json(
                "{'name': 'L', 'schema_version': 9, 'hashFunction': 'sha512', 'platforms': {'p': {'locales': {}}}}");
        JsonNode build = json("{'completes': [{'from': '*', 'filesize': 1, 'hashValue': 'abc'}]}");
        ObjectNode locales = (ObjectNode) blob.path("platforms").path("p").path("locales");
        IntStream.range(0, 20_000).forEach(number -> locales.set("l" + number, build));
        ObjectNode body =
                RunningRehearsal.JSON.createObjectNode().put("name", "L").put("product", "App");
        body.set("blob", blob);

        HttpResponse<String> answer = rehearsal.send("POST", "/api/releases", body.toString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Holds 20000 locales").contains("at most 5000");
    }

    private static ObjectNode notice(String name) {
        return RunningRehearsal.JSON
                .createObjectNode()
                .put("name", name)
                .put("schema_version", 50)
                .put("detailsUrl", "https://a.example")
                .put("displayVersion", "1");
    }
}
