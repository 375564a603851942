package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What Balrog's three API descriptions have is here, with Balrog's status and keys. */
class BalrogEndpointsTest {

    private static final Pattern MADE = Pattern.compile("\\$([A-Z0-9]+)(?:\\(([a-z_/]+)\\))?");

    /** How many pairs of a method and a path Balrog's descriptions have. */
    private static final int ALL = 125;

    private static Team team;

    private static int made;

    /** What the latest {@code $NEW}, and the latest {@code $REVISION}, stand for. */
    private static String name = "";

    private static String revision = "";

    private record Row(
            String method, String template, Request right, int status, String keys, Request wrong, int refused) {

        static Row parse(String line) {
            String[] cells = line.split(" \\| ", -1);
            assertThat(cells).as(line).hasSize(9);
            return new Row(
                    cells[0],
                    cells[1],
                    Request.parse(cells[2], cells[3]),
                    Integer.parseInt(cells[4]),
                    cells[5],
                    Request.parse(cells[6], cells[7]),
                    Integer.parseInt(cells[8]));
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    private record Request(String who, String path, String body) {

        static Request parse(String address, String body) {
            int blank = address.indexOf(' ');
            return new Request(
                    blank < 0 ? "root" : address.substring(0, blank),
                    address.substring(blank + 1),
                    body.equals("-") ? "" : body);
        }
    }

    @BeforeAll
    static void start() {
        team = new Team();
    }

    @AfterAll
    static void stop() {
        team.close();
    }

    static List<Row> rows() throws IOException {
        try (var table = Objects.requireNonNull(
                BalrogEndpointsTest.class.getResourceAsStream("/dev/rehearsal/acceptance/balrog-endpoints.txt"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Row::parse)
                    .toList();
        }
    }

    @Test
    void theTableHasEachOnce() throws IOException {
        assertThat(rows().stream().map(Row::toString)).doesNotHaveDuplicates().hasSize(ALL);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aRightRequestIsAnsweredAsBalrogDoesAndAWrongOneRefused(Row row) {
        HttpResponse<String> answer = send(row.method(), row.right());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(row.status());
        if (!row.keys().equals("any")) {
            assertThat(shape(answer)).as(answer.body()).isEqualTo(row.keys());
        }
        Refusals.assertRefused(send(row.method(), row.wrong()), row.refused());
    }

    private static HttpResponse<String> send(String method, Request request) {
        // The body after the path: it may name a revision of what the path makes.
        String path = expanded(request.path());
        return team.send(request.who(), method, path, expanded(request.body()).replace("`", "\\\""));
    }

    /** The keys of an object, or what else it is. */
    private static String shape(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.body().isEmpty()) {
            return "empty";
        }
        if (type.startsWith("text/plain")) {
            return "text";
        }
        if (type.startsWith("application/problem+json")) {
            return "problem";
        }
        JsonNode json = RunningRehearsal.JSON.readTree(answer.body());
        return switch (json.getNodeType()) {
            case OBJECT -> json.isEmpty() ? "{}" : String.join(", ", new TreeSet<>(json.propertyNames()));
            default -> json.getNodeType().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String expanded(String text) {
        Matcher wanted = MADE.matcher(text);
        StringBuilder expanded = new StringBuilder();
        while (wanted.find()) {
            wanted.appendReplacement(
                    expanded, Matcher.quoteReplacement(made(wanted.group(1), Objects.toString(wanted.group(2), ""))));
        }
        return wanted.appendTail(expanded).toString();
    }

    private static String made(String what, String kind) {
        return switch (what) {
            case "NEW" -> fresh();
            case "NAME" -> name;
            case "REVISION" -> revision;
            case "RULE" -> rule();
            case "EDITED" -> editedRule();
            case "RELEASE" -> release();
            case "V2" -> releaseInParts();
            case "PENDING" -> pendingRelease();
            case "USER" -> user();
            case "HOLDER" -> holder();
            case "SHUT" -> shutOff();
            case "SC" -> scheduled(kind);
            case "SIGNED" -> signed(kind);
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static String fresh() {
        made++;
        name = "New-" + made;
        return name;
    }

    private static String rule() {
        return does("POST", "/api/rules", """
                {'priority': 1, 'mapping': 'Other-1', 'backgroundRate': 100, 'update_type': 'minor', 'product': 'Other'}
                """).toString();
    }

    private static String editedRule() {
        String rule = rule();
        does("POST", "/api/rules/" + rule, "{'data_version': 1, 'comment': 'edited'}");
        revision = does("GET", "/api/rules/" + rule + "/revisions", "")
                .at("/rules/1/change_id")
                .toString();
        return rule;
    }

    private static String release() {
        String release = fresh();
        does("POST", "/api/releases", """
                {'name': '%s', 'product': 'Other', 'blob': %s}
                """.formatted(release, blob(release)));
        return release;
    }

    private static String releaseInParts() {
        String release = fresh();
        does("PUT", "/api/v2/releases/" + release, """
                {'product': 'Other', 'blob': %s}
                """.formatted(blob(release)));
        return release;
    }

    private static String pendingRelease() {
        String release = fresh();
        does("PUT", "/api/v2/releases/" + release, """
                {'product': 'Other', 'when': 'W', 'blob': %s}
                """.formatted(blob(release)));
        return release;
    }

    private static String blob(String release) {
        return """
                {'name': '%s', 'schema_version': 9, 'hashFunction': 'sha512',
                 'platforms': {'p': {'locales': {'de': {'buildID': '1'}}}}}
                """.formatted(release);
    }

    private static String user() {
        String user = fresh();
        team.rehearsal.give(user, "rule", "{\"products\": [\"Other\"]}");
        return user;
    }

    private static String holder() {
        String user = user();
        does("PUT", "/api/users/" + user + "/roles/night", "{}");
        return user;
    }

    private static String shutOff() {
        String channel = fresh();
        does("POST", "/api/emergency_shutoff", "{'product': 'Other', 'channel': '%s'}".formatted(channel));
        return channel;
    }

    /** One that needs no signoff, and its first revision. */
    private static String scheduled(String kind) {
        if (kind.equals("pinnable_releases")) {
            return does("PUT", "/api/v2/releases/Other-1/pinnable", """
                    {'product': 'Other', 'channel': '%s', 'version': '1.', 'when': 'W'}
                    """.formatted(fresh()))
                    .at("/./sc_id")
                    .toString();
        }
        String path = "/api/scheduled_changes/" + kind;
        String change = does(
                        "POST",
                        path,
                        "{'when': 'W', %s}"
                                .formatted(
                                        switch (kind) {
                                            case "rules" ->
                                                "'change_type': 'insert', 'priority': 1, 'mapping': 'Other-1', 'backgroundRate': 100,"
                                                        + " 'update_type': 'minor', 'product': 'Other'";
                                            case "permissions" ->
                                                "'change_type': 'insert', 'username': '%s', 'permission': 'rule', 'options': {'products': ['Other']}"
                                                        .formatted(fresh());
                                            case "releases" ->
                                                "'change_type': 'insert', 'product': 'Other', 'name': '%s', 'data': %s"
                                                        .formatted(fresh(), blob(name));
                                            case "required_signoffs/product" ->
                                                "'change_type': 'insert', 'product': 'Third', 'channel': '%s', 'role': 'relman', 'signoffs_required': 1"
                                                        .formatted(fresh());
                                            case "required_signoffs/permissions" ->
                                                "'change_type': 'insert', 'product': '%s', 'role': 'relman', 'signoffs_required': 1"
                                                        .formatted(fresh());
                                            case "emergency_shutoff" ->
                                                "'change_type': 'delete', 'product': 'Other', 'channel': '%s', 'data_version': 1"
                                                        .formatted(shutOff());
                                            default -> throw new IllegalArgumentException(kind);
                                        }))
                .get("sc_id")
                .toString();
        if (!kind.equals("emergency_shutoff")) {
            revision = does("GET", path + "/" + change + "/revisions", "")
                    .at("/revisions/0/change_id")
                    .toString();
        }
        return change;
    }

    private static String signed(String kind) {
        String change = scheduled(kind);
        team.as("man", "POST", "/api/scheduled_changes/" + kind + "/" + change + "/signoffs", "{'role': 'relman'}");
        return change;
    }

    private static JsonNode does(String method, String path, String body) {
        return team.as("root", method, path, body);
    }
}
