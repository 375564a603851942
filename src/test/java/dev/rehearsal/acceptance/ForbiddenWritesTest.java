package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Who may not do something hears so, whatever door they come through; and nothing is changed. */
class ForbiddenWritesTest {

    private static Team team;
    private static long set;
    private static long change;
    private static long other;
    private static long draft;
    private static long held;
    private static long shutoff;

    @BeforeAll
    static void start() {
        team = new Team();
        JsonNode pending = write("'Raise'", 7, "");
        set = pending.get("id").asLong();
        change = pending.get("changes").get(0).get("sc_id").asLong();
        other = write("'Other'", 9, "").get("id").asLong();
        draft = write("'Draft'", 7, ", 'draft': true").get("id").asLong();
        held = write("'Held'", 7, "").get("id").asLong();
        team.as("ann", "POST", "/api/change_sets/" + held + "/hold", "");
        shutoff = team.as("ann", "POST", "/api/scheduled_changes/emergency_shutoff", """
                {'when': 'W', 'change_type': 'delete', 'product': 'App', 'channel': 'nightly', 'data_version': 1}
                """)
                .get("sc_id")
                .asLong();
    }

    @AfterAll
    static void stop() {
        team.close();
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            eve  | POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'update', 'rule_id': 7, 'priority': 1)
            eve  | POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'delete', 'rule_id': 9)
            man  | POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'update', 'rule_id': 7, 'priority': 1)
            man  | POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'update', 'rule_id': 9, 'product': 'App')
            rel  | POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'update', 'rule_id': 7, 'product': null)
            rel  | POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'insert', 'priority': 1, 'mapping': 'App-1', 'backgroundRate': 1, 'update_type': 'minor')
            rel  | POST | /change_sets | {'title': 'Two', 'when': 'W', 'changes': [{'object': 'rule', 'change_type': 'update', 'rule_id': 7, 'priority': 1}, {'object': 'rule', 'change_type': 'update', 'rule_id': 9, 'priority': 1}]}
            rel  | POST | /change_sets | CHANGE('object': 'release', 'change_type': 'delete', 'name': 'App-2')
            rel  | POST | /change_sets | CHANGE('object': 'release', 'change_type': 'update', 'name': 'App-2', 'read_only': true)
            rel  | POST | /change_sets | CHANGE('object': 'pin', 'change_type': 'delete', 'product': 'App', 'channel': 'release', 'version': '1.')
            rel  | POST | /change_sets | CHANGE('object': 'emergency_shutoff', 'change_type': 'delete', 'product': 'App', 'channel': 'nightly')
            rel  | POST | /change_sets | CHANGE('object': 'channel_mapping', 'change_type': 'insert', 'live_channel': 'beta', 'test_channel': 'b')
            rel  | POST | /adoption | {'product': 'App', 'live_channel': 'beta', 'test_channel': 'beta-cdntest'}
            rel  | POST | /change_sets | CHANGE('object': 'gate', 'change_type': 'insert', 'live_channel': 'beta', 'role': 'qa', 'passes_required': 1)
            rel  | POST | /change_sets | CHANGE('object': 'required_signoff', 'change_type': 'delete', 'product': 'App', 'channel': 'release', 'role': 'releng')
            rel  | POST | /change_sets | CHANGE('object': 'permission_signoff', 'change_type': 'delete', 'product': 'App', 'role': 'releng')
            rel  | POST | /change_sets | CHANGE('object': 'permission', 'change_type': 'insert', 'username': 'rel', 'permission': 'admin')
            eve  | POST | /change_sets/{set} | {'title': 'mine'}
            rel  | POST | /change_sets/{other} | {'when': 'W'}
            man  | POST | /change_sets/{other} | {'changes': [{'object': 'rule', 'change_type': 'update', 'rule_id': 7, 'priority': 1}]}
            eve  | DELETE | /change_sets/{set} | ""
            eve  | POST | /change_sets/{draft}/submit | ""
            eve  | POST | /change_sets/{set}/hold | ""
            eve  | POST | /change_sets/{held}/resume | ""
            eve  | POST | /change_sets/{set}/copy | ""
            ann  | POST | /change_sets/{set}/enact | ""
            bot  | POST | /change_sets/{set}/enact | {'break_glass': 'please'}
            eve  | POST | /change_sets/{set}/signoffs | {'role': 'releng'}
            ann  | POST | /change_sets/{set}/signoffs | {'role': 'releng'}
            ci   | POST | /change_sets/{set}/signoffs | {'role': 'releng'}
            eve  | POST | /scheduled_changes/rules | {'when': 'W', 'change_type': 'delete', 'rule_id': 7, 'data_version': 3}
            man  | POST | /scheduled_changes/rules/{sc} | {'sc_data_version': 1, 'data_version': 3, 'priority': 4}
            man  | DELETE | /scheduled_changes/rules/{sc}?data_version=1 | ""
            ann  | POST | /scheduled_changes/rules/{sc}/enact | ""
            man  | POST | /scheduled_changes/rules/{sc}/signoffs | {'role': 'releng'}
            eve  | POST | /scheduled_changes/required_signoffs/product | {'when': 'W', 'change_type': 'delete', 'product': 'App', 'channel': 'release', 'role': 'releng', 'data_version': 1}
            eve  | POST | /scheduled_changes/required_signoffs/permissions | {'when': 'W', 'change_type': 'delete', 'product': 'App', 'role': 'releng', 'data_version': 1}
            eve  | POST | /scheduled_changes/permissions | {'when': 'W', 'change_type': 'insert', 'username': 'eve', 'permission': 'rule'}
            eve  | POST | /scheduled_changes/emergency_shutoff | {'when': 'W', 'change_type': 'delete', 'product': 'App', 'channel': 'release', 'data_version': 1}
            eve  | POST | /scheduled_changes/emergency_shutoff/{shutoff} | {'when': 'W', 'sc_data_version': 1}
            eve  | DELETE | /scheduled_changes/emergency_shutoff/{shutoff}?data_version=1 | ""
            ann  | POST | /scheduled_changes/emergency_shutoff/{shutoff}/enact | ""
            eve  | PUT  | /v2/releases/App-2/pinnable | {'product': 'App', 'channel': 'beta', 'version': '2.', 'when': 'W'}
            eve  | POST | /required_signoffs/product | {'product': 'App', 'channel': 'esr', 'role': 'relman', 'signoffs_required': 1}
            eve  | POST | /required_signoffs/permissions | {'product': 'Other', 'role': 'relman', 'signoffs_required': 1}
            eve  | POST | /plans | {'title': 'x', 'product': 'App', 'channel': 'release', 'release': 'App-2', 'steps': [{'percentage': 5}]}
            man  | POST | /plans | {'title': 'x', 'product': 'App', 'channel': 'release', 'release': 'App-2', 'steps': [{'percentage': 5}]}
            eve  | POST | /gates | {'product': 'App', 'live_channel': 'beta', 'role': 'qa', 'passes_required': 1}
            eve  | POST | /emergency_shutoff | {'product': 'App', 'channel': 'x'}
            eve  | DELETE | /emergency_shutoff/App/nightly?data_version=1 | ""
            """)
    void isForbidden(String person, String method, String path, String body) {
        team.as(person);
        SortedMap<String, String> before = team.rehearsal.tables();

        team.refuses(403, person, method, "/api" + filled(path), filled(body));

        assertThat(team.rehearsal.tables()).isEqualTo(before);
    }

    @Test
    void nobodyWithoutATokenHearsOfWhatIsPending() {
        for (String path : new String[] {"/api/change_sets", "/api/waiting", "/api/verdicts", "/api/gates"}) {
            assertThat(team.rehearsal.sendOpenly("GET", path).statusCode()).isEqualTo(401);
        }
    }

    private static String filled(String text) {
        String filled = text.replace("{set}", Long.toString(set))
                .replace("{other}", Long.toString(other))
                .replace("{draft}", Long.toString(draft))
                .replace("{held}", Long.toString(held))
                .replace("{sc}", Long.toString(change))
                .replace("{shutoff}", Long.toString(shutoff));
        return filled.startsWith("CHANGE(")
                ? "{'title': 'x', 'when': 'W', 'changes': [{" + filled.substring(7, filled.length() - 1) + "}]}"
                : filled;
    }

    private static JsonNode write(String title, int rule, String more) {
        return team.as(
                "ann",
                "POST",
                "/api/change_sets",
                "{'title': %s, 'when': 'W', 'changes': [{'object': 'rule', 'change_type': 'update', 'rule_id': %d, 'priority': 95}]%s}"
                        .formatted(title, rule, more));
    }
}
