package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Balrog's scheduled changes of permissions, requirements, shutoffs and pins. */
class ScheduledConfigurationApiTest {

    private static final String ALL = "/api/scheduled_changes/";

    private static Team team;

    @BeforeAll
    static void start() {
        team = new Team();
    }

    @AfterEach
    void clear() {
        team.clearQueue();
    }

    @AfterAll
    static void stop() {
        team.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            required_signoffs/product     | {'change_type': 'insert', 'product': 'App', 'channel': 'beta', 'role': 'relman', 'signoffs_required': 1} | {'product': 'App', 'channel': 'beta', 'role': 'relman', 'signoffs_required': 1, 'data_version': null} | {}
            required_signoffs/product     | {'change_type': 'insert', 'product': 'App', 'channel': 'release', 'role': 'relman', 'signoffs_required': '2'} | {'product': 'App', 'channel': 'release', 'role': 'relman', 'signoffs_required': 2, 'data_version': null} | {'releng': 1}
            required_signoffs/product     | {'change_type': 'update', 'product': 'App', 'channel': 'release', 'role': 'releng', 'signoffs_required': 2, 'data_version': 1} | {'product': 'App', 'channel': 'release', 'role': 'releng', 'signoffs_required': 2, 'data_version': 1} | {'releng': 1}
            required_signoffs/product     | {'change_type': 'delete', 'product': 'App', 'channel': 'release', 'role': 'releng', 'data_version': 1} | {'product': 'App', 'channel': 'release', 'role': 'releng', 'signoffs_required': null, 'data_version': 1} | {'releng': 1}
            required_signoffs/permissions | {'change_type': 'insert', 'product': 'App', 'role': 'relman', 'signoffs_required': 1} | {'product': 'App', 'role': 'relman', 'signoffs_required': 1, 'data_version': null} | {'releng': 1}
            required_signoffs/permissions | {'change_type': 'delete', 'product': 'App', 'role': 'releng', 'data_version': 1} | {'product': 'App', 'role': 'releng', 'signoffs_required': null, 'data_version': 1} | {'releng': 1}
            permissions                   | {'change_type': 'insert', 'username': 'tess', 'permission': 'release', 'options': '{`products`: [`App`]}'} | {'username': 'tess', 'permission': 'release', 'options': {'products': ['App']}, 'data_version': null} | {'releng': 1}
            permissions                   | {'change_type': 'update', 'username': 'man', 'permission': 'rule', 'options': null, 'data_version': 1} | {'username': 'man', 'permission': 'rule', 'options': null, 'data_version': 1} | {'releng': 1}
            permissions                   | {'change_type': 'update', 'username': 'man', 'permission': 'rule', 'options': {'products': ['Other'], 'actions': ['modify']}, 'data_version': 1} | {'username': 'man', 'permission': 'rule', 'options': {'products': ['Other'], 'actions': ['modify']}, 'data_version': 1} | {}
            permissions                   | {'change_type': 'delete', 'username': 'rel', 'permission': 'rule', 'data_version': 1} | {'username': 'rel', 'permission': 'rule', 'options': null, 'data_version': 1} | {'releng': 1}
            emergency_shutoff             | {'change_type': 'delete', 'product': 'App', 'channel': 'release', 'data_version': 1} | {'product': 'App', 'channel': 'release', 'comment': null, 'data_version': 1} | {'releng': 1}
            emergency_shutoff             | {'change_type': 'delete', 'product': 'App', 'channel': 'nightly', 'data_version': 1} | {'product': 'App', 'channel': 'nightly', 'comment': null, 'data_version': 1} | {}
            """)
    void aChangeIsScheduledAndListed(String kind, String body, String row, String required) {
        JsonNode answer =
                team.as("ann", "POST", ALL + kind, "{'when': 'W', " + text(body).substring(1));

        assertThat(answer.get("signoffs")).isEqualTo(json("{}"));
        JsonNode listed = team.get(ALL + kind);
        assertThat(listed.get("count").asInt()).isEqualTo(1);
        ObjectNode told = (ObjectNode) listed.get("scheduled_changes").get(0);
        assertThat(told.get("when").asLong()).isPositive();
        told.remove("when");
        ObjectNode expected = json(row);
        expected.setAll(json("""
                {'sc_id': %s, 'sc_data_version': 1, 'complete': false, 'scheduled_by': 'ann', 'signoffs': {}}
                """.formatted(answer.get("sc_id"))));
        expected.set("change_type", json(text(body)).get("change_type"));
        expected.set("required_signoffs", json(required));
        assertThat(told).isEqualTo(expected);
        assertThat(team.get(ALL + kind + "/" + answer.get("sc_id").asLong())
                        .get("scheduled_change")
                        .get("scheduled_by")
                        .asString())
                .isEqualTo("ann");
    }

    @Test
    void requirementsAreFilteredByProductAndChannel() {
        team.as("ann", "POST", ALL + "required_signoffs/product", insert("App", "beta"));
        team.as("ann", "POST", ALL + "required_signoffs/product", insert("Other", "beta"));
        team.as("ann", "POST", ALL + "required_signoffs/product", insert("Other", "esr"));

        String path = ALL + "required_signoffs/product";
        assertThat(team.get(path + "?product=Other").get("count").asInt()).isEqualTo(2);
        assertThat(team.get(path + "?product=Other&channel=esr").get("count").asInt())
                .isEqualTo(1);
        assertThat(team.get(path + "?channel=none").get("count").asInt()).isZero();
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            required_signoffs/product     | {'change_type': 'update', 'product': 'App', 'channel': 'release', 'role': 'releng', 'signoffs_required': 2, 'data_version': 1} | {'signoffs_required': 1, 'data_version': 1} | {'signoffs_required': 1}
            required_signoffs/permissions | {'change_type': 'insert', 'product': 'Other', 'role': 'relman', 'signoffs_required': 1} | {'signoffs_required': 2} | {'signoffs_required': 2, 'product': 'Other'}
            permissions                   | {'change_type': 'insert', 'username': 'tess', 'permission': 'release', 'options': {'products': ['Other']}} | {'options': '{`products`: [`App`]}'} | {'options': {'products': ['App']}}
            permissions                   | {'change_type': 'insert', 'username': 'tess', 'permission': 'release', 'options': {'products': ['Other']}} | {'when': 'W'} | {'options': {'products': ['Other']}}
            permissions                   | {'change_type': 'delete', 'username': 'man', 'permission': 'rule', 'data_version': 1} | {'when': 'W', 'data_version': 1} | {'username': 'man'}
            emergency_shutoff             | {'change_type': 'delete', 'product': 'App', 'channel': 'nightly', 'data_version': 1} | {'when': 'W'} | {'channel': 'nightly'}
            """)
    void aScheduledChangeIsEditedAndKeepsItsId(String kind, String body, String edit, String told) {
        long change = team.as(
                        "ann", "POST", ALL + kind, "{'when': 'W', " + text(body).substring(1))
                .get("sc_id")
                .asLong();

        assertThat(team.as(
                        "ann",
                        "POST",
                        ALL + kind + "/" + change,
                        "{'sc_data_version': 1, " + text(edit).substring(1)))
                .isEqualTo(json("{'new_data_version': 2, 'signoffs': {}}"));

        JsonNode row = team.get(ALL + kind + "/" + change).get("scheduled_change");
        json(told)
                .properties()
                .forEach(field -> assertThat(row.get(field.getKey())).isEqualTo(field.getValue()));
        team.refuses(
                400,
                "ann",
                "POST",
                ALL + kind + "/" + change,
                "{'sc_data_version': 1, " + text(edit).substring(1));
        team.refuses(400, "ann", "DELETE", ALL + kind + "/" + change + "?data_version=1", "");
        team.as("ann", "DELETE", ALL + kind + "/" + change + "?data_version=2", "");
        team.refuses(404, "ann", "GET", ALL + kind + "/" + change, "");
    }

    @Test
    void whatAChangeIsAboutStays() {
        long change = team.as("ann", "POST", ALL + "required_signoffs/product", insert("Other", "beta"))
                .get("sc_id")
                .asLong();
        String path = ALL + "required_signoffs/product/" + change;

        team.refuses(400, "ann", "POST", path, "{'sc_data_version': 1, 'channel': 'esr'}");
        team.refuses(404, "ann", "POST", ALL + "required_signoffs/permissions/" + change, "{'sc_data_version': 1}");
        team.refuses(404, "ann", "GET", ALL + "rules/" + change, "");
    }

    @Test
    void aPermissionIsGivenWhenItsChangeIsEnacted() {
        long change = team.as("ann", "POST", ALL + "permissions", """
                {'when': 'W', 'change_type': 'insert', 'username': 'new', 'permission': 'rule', 'options': '{`products`: [`Other`]}'}
                """.replace('`', '"')
                        .replace("\"", "\\\""))
                .get("sc_id")
                .asLong();

        team.as("bot", "POST", ALL + "permissions/" + change + "/enact", "");

        assertThat(team.as("root").get("/api/users/new/permissions/rule"))
                .isEqualTo(json("{'options': {'products': ['Other']}, 'data_version': 1}"));
    }

    @Test
    void updatesGoOnWhenTheirChangeIsEnacted() {
        team.as("ann", "POST", "/api/emergency_shutoff", "{'product': 'App', 'channel': 'aurora'}");
        long change = team.as("ann", "POST", ALL + "emergency_shutoff", """
                {'when': 'W', 'change_type': 'delete', 'product': 'App', 'channel': 'aurora', 'data_version': 1}
                """)
                .get("sc_id")
                .asLong();

        team.as("bot", "POST", ALL + "emergency_shutoff/" + change + "/enact", "");

        team.refuses(404, "eve", "GET", "/api/emergency_shutoff/App/aurora", "");
    }

    @Test
    void aPinIsScheduledThroughItsReleaseAndEnacted() {
        JsonNode answer =
                team.as("ann", "PUT", "/api/v2/releases/App-2/pinnable", """
                {'product': 'App', 'channel': 'beta', 'version': '2.', 'when': 'W'}
                """).get(".");
        long change = answer.get("sc_id").asLong();
        assertThat(answer.get("change_type").asString()).isEqualTo("insert");

        JsonNode row =
                team.get(ALL + "pinnable_releases").get("scheduled_changes").get(0);
        assertThat(row.get("mapping").asString()).isEqualTo("App-2");
        assertThat(row.get("version").asString()).isEqualTo("2.");
        assertThat(row.get("required_signoffs")).isEqualTo(json("{}"));
        team.refuses(405, "ann", "POST", ALL + "pinnable_releases", "{}");
        team.as("bot", "POST", ALL + "pinnable_releases/" + change + "/enact", "");

        assertThat(team.get("/api/v2/pins/App/beta/2.").get("mapping").asString())
                .isEqualTo("App-2");
    }

    private static String insert(String product, String channel) {
        return "{'when': 'W', 'change_type': 'insert', 'product': '%s', 'channel': '%s', 'role': 'relman', 'signoffs_required': 1}"
                .formatted(product, channel);
    }

    /** Backquotes are the quotes of JSON within a text. */
    private static String text(String body) {
        return body.replace("`", "\\\"");
    }
}
