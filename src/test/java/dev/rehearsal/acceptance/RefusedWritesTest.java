package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What change sets, scheduled changes and guards say to what is wrong: and that not one row of any table is touched. */
class RefusedWritesTest {

    private static Team team;
    private static long set;
    private static long draft;
    private static long enacted;
    private static long change;
    private static long requirement;
    private static long gate;

    @BeforeAll
    static void start() {
        team = new Team();
        JsonNode pending = write("{'title': 'Raise', 'when': 'W', 'changes': [" + edit(7) + "]}");
        set = pending.get("id").asLong();
        change = pending.get("changes").get(0).get("sc_id").asLong();
        draft = write("{'title': 'Draft', 'when': 'W', 'draft': true, 'changes': [" + edit(7) + "]}")
                .get("id")
                .asLong();
        enacted = write("{'title': 'Other', 'when': 'W', 'changes': [" + edit(9) + "]}")
                .get("id")
                .asLong();
        team.as("bot", "POST", "/api/change_sets/" + enacted + "/enact", "");
        requirement = team.as("ann", "POST", "/api/scheduled_changes/required_signoffs/product", """
                {'when': 'W', 'change_type': 'update', 'product': 'App', 'channel': 'release', 'role': 'releng', 'signoffs_required': 2, 'data_version': 1}
                """)
                .get("sc_id")
                .asLong();
        gate = team.as("ann", "POST", "/api/gates", """
                {'product': 'App', 'live_channel': 'beta', 'role': 'qa', 'passes_required': 1}
                """).get("id").asLong();
        team.as("rel", "POST", "/api/change_sets/" + set + "/signoffs", "{'role': 'releng'}");
    }

    @AfterAll
    static void stop() {
        team.close();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', maxCharsPerColumn = 10_000, textBlock = """
            POST | /change_sets | nonsense | 400
            POST | /change_sets | [] | 400
            POST | /change_sets | {} | 400
            POST | /change_sets | {'title': 'x', 'when': 'W'} | 400
            POST | /change_sets | {'title': 'x', 'when': 'W', 'changes': []} | 400
            POST | /change_sets | {'title': 'x', 'when': 'W', 'changes': 7} | 400
            POST | /change_sets | {'title': 'x', 'when': 'W', 'changes': [7]} | 400
            POST | /change_sets | {'title': 'x', 'when': 'W', 'changes': [{}]} | 400
            POST | /change_sets | {'title': ' ', 'when': 'W', 'changes': [EDIT]} | 400
            POST | /change_sets | {'title': 'LONG201', 'when': 'W', 'changes': [EDIT]} | 400
            POST | /change_sets | {'title': ['x'], 'when': 'W', 'changes': [EDIT]} | 400
            POST | /change_sets | {'title': 'x', 'changes': [EDIT]} | 400
            POST | /change_sets | {'title': 'x', 'when': 'soon', 'changes': [EDIT]} | 400
            POST | /change_sets | {'title': 'x', 'when': 1000, 'changes': [EDIT]} | 400
            POST | /change_sets | {'title': 'x', 'when': -1, 'changes': [EDIT]} | 400
            POST | /change_sets | {'title': 'x', 'when': 99999999999999999999, 'changes': [EDIT]} | 400
            POST | /change_sets | {'title': 'x', 'when': 'W', 'draft': 'yes', 'changes': [EDIT]} | 400
            POST | /change_sets | {'title': 'x', 'when': 'W', 'colour': 'red', 'changes': [EDIT]} | 400
            POST | /change_sets | {'title': 'x', 'when': 'W', 'changes': [EDIT, EDIT]} | 400
            POST | /change_sets | {'title': 'x', 'when': 'W', 'changes': [{'sc_id': {sc}}]} | 400
            POST | /change_sets | CHANGE('object': 'probe', 'change_type': 'insert') | 400
            POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'replace', 'rule_id': 7) | 400
            POST | /change_sets | CHANGE('object': 'rule', 'rule_id': 7) | 400
            POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'update', 'priority': 1) | 400
            POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'update', 'rule_id': 'nobody', 'priority': 1) | 400
            POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'update', 'rule_id': 99, 'priority': 1) | 404
            POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'update', 'rule_id': 7) | 400
            POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'update', 'rule_id': 7, 'data_version': 2, 'priority': 1) | 400
            POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'update', 'rule_id': 7, 'data_version': 'x', 'priority': 1) | 400
            POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'update', 'rule_id': 7, 'pirority': 1) | 400
            POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'update', 'rule_id': 7, 'priority': 'high') | 400
            POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'update', 'rule_id': 7, 'comment': 'LONG501') | 400
            POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'update', 'rule_id': 7, 'mapping': 'App-9') | 400
            POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'update', 'rule_id': 7, 'mapping': {'a': 1}) | 400
            POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'update', 'rule_id': 7, 'alias': 'beta') | 400
            POST | /change_sets | CHANGE('object': 'rule', 'change_type': 'insert', 'priority': 1) | 400
            POST | /change_sets | CHANGE('object': 'release', 'change_type': 'insert', 'product': 'App', 'blob': {}) | 400
            POST | /change_sets | CHANGE('object': 'release', 'change_type': 'insert', 'name': 'App-3', 'product': 'App', 'blob': {'name': 'App-3', 'schema_version': 7}) | 400
            POST | /change_sets | CHANGE('object': 'release', 'change_type': 'insert', 'name': 'App-3', 'product': 'App', 'blob': 'nonsense') | 400
            POST | /change_sets | CHANGE('object': 'release', 'change_type': 'insert', 'name': 'App-1', 'product': 'App', 'blob': {'name': 'App-1', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '1.0', 'displayVersion': '1.0', 'platforms': {}}) | 400
            POST | /change_sets | CHANGE('object': 'release', 'change_type': 'update', 'name': 'App-1') | 400
            POST | /change_sets | CHANGE('object': 'release', 'change_type': 'update', 'name': 'App-1', 'read_only': 'x') | 400
            POST | /change_sets | CHANGE('object': 'release', 'change_type': 'delete', 'name': 'App-1') | 400
            POST | /change_sets | CHANGE('object': 'release', 'change_type': 'delete', 'name': 'App-9') | 404
            POST | /change_sets | CHANGE('object': 'pin', 'change_type': 'insert', 'product': 'App', 'channel': 'release', 'version': '1.1.1', 'mapping': 'App-1') | 400
            POST | /change_sets | CHANGE('object': 'pin', 'change_type': 'insert', 'product': 'LONG16', 'channel': 'LONG76', 'version': '1.', 'mapping': 'App-1') | 400
            POST | /change_sets | CHANGE('object': 'pin', 'change_type': 'insert', 'product': 'App', 'channel': 'release', 'version': '2.', 'mapping': 'App-9') | 400
            POST | /change_sets | CHANGE('object': 'pin', 'change_type': 'insert', 'product': 'App', 'channel': 'release', 'version': '2.') | 400
            POST | /change_sets | CHANGE('object': 'pin', 'change_type': 'delete', 'product': 'App', 'channel': 'release', 'version': '2.') | 400
            POST | /change_sets | CHANGE('object': 'pin', 'change_type': 'update', 'product': 'App', 'channel': 'release', 'version': '1.', 'mapping': 'App-1') | 400
            POST | /change_sets | CHANGE('object': 'emergency_shutoff', 'change_type': 'insert', 'product': 'App', 'channel': 'x') | 400
            POST | /change_sets | CHANGE('object': 'emergency_shutoff', 'change_type': 'delete', 'product': 'App', 'channel': 'x') | 404
            POST | /change_sets | CHANGE('object': 'emergency_shutoff', 'change_type': 'delete', 'product': 'App', 'channel': 'release', 'data_version': 4) | 400
            POST | /change_sets | CHANGE('object': 'channel_mapping', 'change_type': 'insert', 'live_channel': 'release-cdntest', 'test_channel': 'x') | 400
            POST | /change_sets | CHANGE('object': 'channel_mapping', 'change_type': 'update', 'live_channel': 'beta', 'test_channel': 'x') | 400
            POST | /change_sets | CHANGE('object': 'channel_mapping', 'change_type': 'delete', 'id': 999) | 404
            POST | /change_sets | CHANGE('object': 'gate', 'change_type': 'insert', 'live_channel': 'beta', 'role': 'nobody', 'passes_required': 1) | 400
            POST | /change_sets | CHANGE('object': 'gate', 'change_type': 'update', 'id': {gate}, 'data_version': 9, 'live_channel': 'beta', 'role': 'qa', 'passes_required': 1) | 409
            POST | /change_sets | CHANGE('object': 'required_signoff', 'change_type': 'insert', 'product': 'App', 'channel': 'release', 'role': 'releng', 'signoffs_required': 1) | 400
            POST | /change_sets | CHANGE('object': 'required_signoff', 'change_type': 'update', 'product': 'App', 'channel': 'none', 'role': 'releng', 'signoffs_required': 1) | 404
            POST | /change_sets | CHANGE('object': 'required_signoff', 'change_type': 'insert', 'product': 'App', 'channel': 'rel*', 'role': 'releng', 'signoffs_required': 1) | 400
            POST | /change_sets | CHANGE('object': 'permission_signoff', 'change_type': 'insert', 'product': 'App', 'role': 'LONG51', 'signoffs_required': 0) | 400
            POST | /change_sets | CHANGE('object': 'permission', 'change_type': 'insert', 'username': 'tess', 'permission': 'fly') | 400
            POST | /change_sets | CHANGE('object': 'permission', 'change_type': 'insert', 'username': 'tess', 'permission': 'rule', 'options': {'colours': []}) | 400
            POST | /change_sets | CHANGE('object': 'permission', 'change_type': 'insert', 'username': 'LONG101', 'permission': 'rule') | 400
            POST | /change_sets | CHANGE('object': 'permission', 'change_type': 'insert', 'username': 'ann', 'permission': 'rule') | 400
            POST | /change_sets | CHANGE('object': 'permission', 'change_type': 'delete', 'username': 'eve', 'permission': 'rule') | 404
            GET  | /change_sets?state=lost | "" | 400
            GET  | /change_sets/999 | "" | 404
            GET  | /change_sets/first | "" | 400
            POST | /change_sets/999 | {'title': 'x'} | 404
            POST | /change_sets/{set} | {'title': 'x', 'data_version': 9} | 409
            POST | /change_sets/{set} | {'title': 'x', 'data_version': 'one'} | 400
            POST | /change_sets/{set} | {'titel': 'x'} | 400
            POST | /change_sets/{set} | {'when': 1000} | 400
            POST | /change_sets/{set} | {'changes': []} | 400
            POST | /change_sets/{set} | {'changes': [{'sc_id': 999}]} | 400
            POST | /change_sets/{set} | {'changes': [{'sc_id': {sc}}, {'sc_id': {sc}}]} | 400
            POST | /change_sets/{set} | {'changes': [{'sc_id': {sc}, 'rule_id': 8, 'priority': 3}]} | 400
            POST | /change_sets/{set} | {'changes': [{'sc_id': {sc}, 'change_type': 'delete'}]} | 400
            POST | /change_sets/{set} | {'changes': [{'sc_id': {sc}, 'priority': 90}, EDIT]} | 400
            POST | /change_sets/{enacted} | {'title': 'x'} | 409
            DELETE | /change_sets/999 | "" | 404
            DELETE | /change_sets/{set}?data_version=9 | "" | 409
            DELETE | /change_sets/{set}?data_version=x | "" | 400
            DELETE | /change_sets/{enacted} | "" | 409
            POST | /change_sets/{set}/submit | "" | 409
            POST | /change_sets/{draft}/submit | {'data_version': 9} | 409
            POST | /change_sets/{draft}/hold | "" | 409
            POST | /change_sets/{set}/hold | {'data_version': 9} | 409
            POST | /change_sets/{set}/hold | {'until': 9} | 400
            POST | /change_sets/{set}/resume | "" | 409
            POST | /change_sets/{draft}/enact | "" | 409
            POST | /change_sets/{enacted}/enact | "" | 409
            POST | /change_sets/{set}/enact | {'data_version': 9} | 409
            POST | /change_sets/{set}/enact | {'break_glass': 'LONG2001'} | 400
            POST | /change_sets/{set}/copy | {'title': 'LONG201'} | 400
            POST | /change_sets/999/copy | "" | 404
            POST | /change_sets/{set}/signoffs | "" | 400
            POST | /change_sets/{set}/signoffs | {} | 400
            POST | /change_sets/{set}/signoffs | {'role': 5} | 400
            POST | /change_sets/{set}/signoffs | {'role': 'releng'} | 403
            DELETE | /change_sets/{set}/signoffs?username=nobody | "" | 404
            POST | /scheduled_changes/rules/{sc} | {} | 400
            POST | /scheduled_changes/rules/{sc} | {'sc_data_version': 9, 'data_version': 3, 'priority': 2} | 400
            POST | /scheduled_changes/rules/{sc} | {'sc_data_version': 1, 'priority': 2} | 400
            POST | /scheduled_changes/rules/{sc} | {'sc_data_version': 1, 'data_version': 2, 'priority': 2} | 400
            POST | /scheduled_changes/rules/{sc} | {'sc_data_version': 1, 'data_version': 3, 'mapping': null} | 400
            POST | /scheduled_changes/rules/{sc} | {'sc_data_version': 1, 'data_version': 3, 'when': 1000} | 400
            POST | /scheduled_changes/rules | {'sc_id': 7, 'when': 'W', 'change_type': 'delete', 'rule_id': 7, 'data_version': 3} | 400
            POST | /scheduled_changes/rules | {'when': 'W', 'change_type': 'delete', 'rule_id': 'nobody', 'data_version': 3} | 400
            DELETE | /scheduled_changes/rules/{sc} | "" | 400
            DELETE | /scheduled_changes/rules/{sc}?data_version=9 | "" | 400
            DELETE | /scheduled_changes/releases/{sc}?data_version=1 | "" | 404
            DELETE | /scheduled_changes/stars/{sc}?data_version=1 | "" | 404
            DELETE | /scheduled_changes/required_signoffs/stars/{sc}?data_version=1 | "" | 404
            POST | /scheduled_changes/releases/{sc}/enact | "" | 404
            POST | /scheduled_changes/rules/{sc}/signoffs | {} | 400
            POST | /scheduled_changes/rules/{sc}/signoffs | {'role': 'releng'} | 403
            DELETE | /scheduled_changes/rules/{sc}/signoffs | "" | 404
            POST | /scheduled_changes/required_signoffs/product | {'when': 'W', 'change_type': 'update', 'product': 'App', 'channel': 'release', 'role': 'releng', 'signoffs_required': 2} | 400
            POST | /scheduled_changes/required_signoffs/product | {'when': 'W', 'change_type': 'update', 'product': 'App', 'channel': 'release', 'role': 'releng', 'signoffs_required': 2, 'data_version': 7} | 400
            POST | /scheduled_changes/required_signoffs/product | {'when': 'W', 'change_type': 'insert', 'product': 'App', 'channel': 'release', 'role': 'releng', 'signoffs_required': 2} | 400
            POST | /scheduled_changes/required_signoffs/product | {'when': 'W', 'change_type': 'insert', 'product': 'App', 'channel': 'release', 'role': 'relman'} | 400
            POST | /scheduled_changes/required_signoffs/product | {'when': 'W', 'change_type': 'insert', 'product': 'App', 'channel': 'release', 'role': 'relman', 'signoffs_required': 9} | 400
            POST | /scheduled_changes/required_signoffs/product | {'change_type': 'insert', 'product': 'App', 'channel': 'release', 'role': 'relman', 'signoffs_required': 1} | 400
            POST | /scheduled_changes/required_signoffs/product | {'when': 'W', 'product': 'App', 'channel': 'release', 'role': 'relman', 'signoffs_required': 1} | 400
            POST | /scheduled_changes/required_signoffs/product | {'sc_id': 5, 'when': 'W', 'change_type': 'insert', 'product': 'App', 'channel': 'release', 'role': 'relman', 'signoffs_required': 1} | 400
            POST | /scheduled_changes/required_signoffs/product/{rs} | {'sc_data_version': 1, 'signoffs_required': 1} | 400
            POST | /scheduled_changes/required_signoffs/product/{rs} | {'sc_data_version': 1, 'signoffs_required': 1, 'data_version': 7} | 400
            POST | /scheduled_changes/required_signoffs/product/{rs} | {'sc_data_version': 1, 'signoffs_required': 'many', 'data_version': 1} | 400
            POST | /scheduled_changes/required_signoffs/product/{rs} | {'sc_data_version': 1, 'role': 'relman', 'data_version': 1} | 400
            POST | /scheduled_changes/permissions | {'when': 'W', 'change_type': 'insert', 'username': 'tess', 'permission': 'rule', 'options': 'nonsense'} | 400
            POST | /scheduled_changes/permissions | {'when': 'W', 'change_type': 'delete', 'username': 'ann', 'permission': 'rule'} | 400
            POST | /scheduled_changes/emergency_shutoff | {'when': 'W', 'change_type': 'insert', 'product': 'App', 'channel': 'x', 'data_version': 1} | 400
            POST | /scheduled_changes/emergency_shutoff | {'when': 'W', 'change_type': 'delete', 'product': 'App', 'channel': 'x', 'data_version': 1} | 404
            PUT  | /v2/releases/App-1/signoff | {'role': 'releng'} | 404
            DELETE | /v2/releases/App-1/signoff | "" | 404
            PUT  | /v2/releases/App-2/pinnable | {'product': 'App', 'channel': 'beta', 'version': '2.', 'when': 1000} | 400
            POST | /required_signoffs/product | {} | 400
            POST | /required_signoffs/product | {'product': 'App', 'channel': 'release', 'role': 'relman', 'signoffs_required': 1} | 400
            POST | /required_signoffs/product | {'product': 'App', 'channel': 'esr', 'role': 'relman', 'signoffs_required': 9} | 400
            POST | /required_signoffs/product | {'product': 'App', 'channel': 'esr', 'role': 'relman', 'signoffs_required': 1.5} | 400
            POST | /required_signoffs/product | {'product': 'LONG16', 'channel': 'esr', 'role': 'relman', 'signoffs_required': 1} | 400
            POST | /required_signoffs/product | {'product': 'App', 'channel': 'LONG300', 'role': 'relman', 'signoffs_required': 1} | 400
            POST | /required_signoffs/product | {'product': 'App', 'channel': 'e*', 'role': 'relman', 'signoffs_required': 1} | 400
            POST | /required_signoffs/permissions | {'product': 'App', 'role': 'relman', 'signoffs_required': 1} | 400
            POST | /required_signoffs/permissions | {'product': 'Other', 'role': 'relman', 'signoffs_required': -1} | 400
            DELETE | /required_signoffs/permissions | "" | 400
            POST | /gates | {} | 400
            POST | /gates | {'live_channel': 'beta', 'role': 'nobody', 'passes_required': 1} | 400
            POST | /gates | {'live_channel': 'beta', 'role': 'qa', 'passes_required': 2} | 400
            POST | /gates | {'live_channel': 'beta', 'role': 'qa', 'passes_required': 0} | 400
            POST | /gates | {'live_channel': 'be*', 'role': 'qa', 'passes_required': 1} | 400
            POST | /gates | {'live_channel': 'LONG76', 'role': 'qa', 'passes_required': 1} | 400
            POST | /gates | {'live_channel': 'beta', 'role': 'qa', 'passes_required': 1, 'test_channels': ['beta-cdntest']} | 400
            POST | /gates | {'live_channel': 'beta', 'role': 'qa', 'passes_required': 1, 'test_channels': 'beta-cdntest'} | 400
            POST | /gates | {'live_channel': 'beta', 'role': 'qa', 'passes_required': 1, 'colour': 'red'} | 400
            POST | /gates | {'product': 'App', 'live_channel': 'release', 'role': 'qa', 'passes_required': 1} | 400
            PUT  | /gates/{gate} | {'live_channel': 'beta', 'role': 'qa', 'passes_required': 1} | 400
            PUT  | /gates/{gate} | {'live_channel': 'beta', 'role': 'qa', 'passes_required': 1, 'data_version': 9} | 409
            PUT  | /gates/999 | {'live_channel': 'beta', 'role': 'qa', 'passes_required': 1, 'data_version': 1} | 404
            DELETE | /gates/{gate} | "" | 400
            DELETE | /gates/{gate}?data_version=9 | "" | 409
            POST | /verdicts | {} | 400
            POST | /verdicts | {'test_channel': 'release-cdntest', 'product': 'App', 'fingerprint': 'NOW', 'outcome': 'maybe'} | 400
            POST | /verdicts | {'test_channel': 'release-cdntest', 'product': 'App', 'fingerprint': 'NOW', 'outcome': 'pass', 'note': 'LONG2001'} | 400
            POST | /verdicts | {'test_channel': 'release-cdntest', 'product': 'App', 'fingerprint': 5, 'outcome': 'pass'} | 400
            POST | /verdicts | {'test_channel': 'release-cdntest', 'product': 'App', 'fingerprint': 'old', 'outcome': 'pass'} | 409
            POST | /verdicts | {'test_channel': 'release-cdntest', 'product': 'Other', 'fingerprint': 'NOW', 'outcome': 'pass'} | 404
            POST | /verdicts | {'test_channel': 'nowhere', 'product': 'App', 'fingerprint': 'NOW', 'outcome': 'pass'} | 404
            POST | /emergency_shutoff | {} | 400
            POST | /emergency_shutoff | {'product': 'App', 'channel': 'release'} | 400
            POST | /emergency_shutoff | {'product': 'App', 'channel': 'rel*'} | 400
            POST | /emergency_shutoff | {'product': 'LONG16', 'channel': 'x'} | 400
            POST | /emergency_shutoff | {'product': 'App', 'channel': 'x', 'comment': 'LONG501'} | 400
            POST | /emergency_shutoff | {'product': 'App', 'channel': 7} | 400
            GET  | /emergency_shutoff/App/x | "" | 404
            DELETE | /emergency_shutoff/App/release?data_version=1 | "" | 400
            """)
    void whatIsWrongIsRefusedAndChangesNothing(String method, String path, String body, int status) {
        team.as("root");
        SortedMap<String, String> before = team.rehearsal.tables();

        team.refuses(status, "root", method, "/api" + filled(path), filled(body));

        assertThat(team.rehearsal.tables()).isEqualTo(before);
    }

    private static String filled(String text) {
        String filled = text.replace("{set}", Long.toString(set))
                .replace("{draft}", Long.toString(draft))
                .replace("{enacted}", Long.toString(enacted))
                .replace("{sc}", Long.toString(change))
                .replace("{rs}", Long.toString(requirement))
                .replace("{gate}", Long.toString(gate))
                .replace("EDIT", edit(7))
                .replace("NOW", "0".repeat(64));
        for (int length : new int[] {2001, 501, 300, 201, 101, 76, 51, 16}) {
            filled = filled.replace("LONG" + length, "x".repeat(length));
        }
        return filled.startsWith("CHANGE(")
                ? "{'title': 'x', 'when': 'W', 'changes': [{" + filled.substring(7, filled.length() - 1) + "}]}"
                : filled;
    }

    private static String edit(int rule) {
        return "{'object': 'rule', 'change_type': 'update', 'rule_id': " + rule + ", 'priority': 95}";
    }

    private static JsonNode write(String body) {
        return team.as("ann", "POST", "/api/change_sets", body);
    }
}
