package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.serve.RawHttp;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is missing, of the wrong type, too large, no JSON, or sent again is refused in sentences, and changes nothing. */
class BadInputTest {

    private static final String DATASET = """
            {'rules': [
              {'rule_id': 7, 'alias': 'main', 'priority': 90, 'mapping': 'App-1', 'backgroundRate': 100,
               'update_type': 'minor', 'product': 'App', 'channel': 'release', 'data_version': 3},
              {'rule_id': 8, 'alias': 'other', 'priority': 80, 'mapping': 'App-1', 'backgroundRate': 100,
               'update_type': 'minor', 'product': 'App', 'channel': 'beta', 'data_version': 1}],
             'releases': [
              {'name': 'App-1', 'product': 'App', 'data_version': 1, 'blob':
               {'name': 'App-1', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '1.0',
                'displayVersion': '1.0', 'platforms': {'p': {'locales': {'de': {'buildID': '1'}}}}}},
              {'name': 'App-2', 'product': 'App', 'data_version': 1, 'read_only': true, 'blob':
               {'name': 'App-2', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '2.0',
                'displayVersion': '2.0', 'platforms': {}}}]}
            """;

    /** Every write of these endpoints that takes a body, to something that is there where it has to be. */
    private static final List<String> WRITES = List.of(
            "POST /api/rules",
            "POST /api/rules/7",
            "PUT /api/rules/main",
            "POST /api/releases",
            "PUT /api/releases/App-1",
            "POST /api/releases/App-1",
            "PUT /api/releases/App-1/read_only",
            "PUT /api/releases/App-1/builds/p/de",
            "PUT /api/v2/releases/App-1",
            "POST /api/v2/releases/App-1",
            "PUT /api/v2/releases/App-1/read_only",
            "PUT /api/v2/releases/App-1/pinnable",
            "POST /api/scheduled_changes/rules",
            "POST /api/scheduled_changes/releases");

    private static final int LARGEST = 32 * 1024 * 1024;
    private static final String DEEP = "[".repeat(2_000) + "]".repeat(2_000);

    private static RunningRehearsal rehearsal;

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.with(RunningRehearsal.json(DATASET));
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    static Stream<Arguments> bodiesThatNoEndpointTakes() {
        return WRITES.stream()
                .flatMap(write -> Stream.of(
                                "",
                                "nonsense",
                                "{",
                                "{'a': 1} {'b': 2}",
                                "[]",
                                "null",
                                "7",
                                "'text'",
                                "{}",
                                "{'colour': 'red'}",
                                "{'name': 7, 'product': [], 'blob': 7, 'data': [], 'mapping': {}, 'when': 'soon',"
                                        + " 'data_version': 'one', 'old_data_version': {}, 'read_only': 7,"
                                        + " 'change_type': 9, 'priority': true, 'channel': 1, 'version': false}",
                                "{'data_version': 1e400, 'old_data_version': 1e400, 'schema_version': 1e400, 'rule_id': 1e400,"
                                        + " 'priority': 1e400, 'when': 1e400, 'read_only': true, 'change_type': 'update',"
                                        + " 'product': 'App', 'data': '{}', 'change_id': 1e400}")
                        .map(body -> Arguments.of(write, body)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("bodiesThatNoEndpointTakes")
    void noEndpointTakesTheseBodies(String write, String body) {
        int space = write.indexOf(' ');

        assertRefused(write.substring(0, space), write.substring(space + 1), body, 400);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/xml",
                "multipart/form-data",
                "multipart/form-data; boundary=x",
                "*/*",
                "application/*",
                "application/*+json"
            })
    void bodiesThatAreNotSaidToBeJsonAreNotRead(String contentType) {
        for (String write : WRITES) {
            int space = write.indexOf(' ');

            HttpResponse<String> refusal = rehearsal.send(
                    write.substring(0, space),
                    write.substring(space + 1),
                    "a=b",
                    Map.of("Authorization", "Bearer " + RunningRehearsal.TOKEN, "Content-Type", contentType));

            Refusals.assertRefused(refusal, 415);
        }
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', maxCharsPerColumn = 10_000, textBlock = """
            GET    | /api/rules?timestamp=1&product=App | "" | 400
            GET    | /api/rules?timestamp=yesterday     | "" | 400
            GET    | /api/rules?porduct=App             | "" | 400
            POST   | /api/rules | {'priority': 1, 'backgroundRate': 100, 'update_type': 'minor'} | 400
            POST   | /api/rules | {'priority': 1, 'backgroundRate': 101, 'update_type': 'minor', 'mapping': 'App-1'} | 400
            POST   | /api/rules | {'priority': -1, 'backgroundRate': 100, 'update_type': 'minor', 'mapping': 'App-1'} | 400
            POST   | /api/rules | {'priority': 99999999999, 'backgroundRate': 100, 'update_type': 'minor', 'mapping': 'App-1'} | 400
            POST   | /api/rules | {'priority': 1.5, 'backgroundRate': 100, 'update_type': 'minor', 'mapping': 'App-1'} | 400
            POST   | /api/rules | {'priority': 1, 'backgroundRate': 100, 'update_type': 'tiny', 'mapping': 'App-1'} | 400
            POST   | /api/rules | {'priority': 1, 'backgroundRate': 100, 'update_type': 'minor', 'mapping': 'App-9'} | 400
            POST   | /api/rules | {'priority': 1, 'backgroundRate': 100, 'update_type': 'minor', 'mapping': 'App-1', 'fallbackMapping': 'App-9'} | 400
            POST   | /api/rules | {'priority': 1, 'backgroundRate': 100, 'update_type': 'minor', 'mapping': 'App-1', 'alias': 'main'} | 400
            POST   | /api/rules | {'priority': 1, 'backgroundRate': 100, 'update_type': 'minor', 'mapping': 'App-1', 'alias': '3'} | 400
            POST   | /api/rules | {'priority': 1, 'backgroundRate': 100, 'update_type': 'minor', 'mapping': 'App-1', 'product': 'sixteen letters.'} | 400
            POST   | /api/rules | {'priority': 1, 'backgroundRate': 100, 'update_type': 'minor', 'mapping': 'App-1', 'channel': 'nightlyÁ'} | 400
            POST   | /api/rules | {'priority': 1, 'backgroundRate': 100, 'update_type': 'minor', 'mapping': 'App-1', 'version': '<= 4.0'} | 400
            POST   | /api/rules | {'priority': 1, 'backgroundRate': 100, 'update_type': 'minor', 'mapping': 'App-1', 'buildID': '2017*'} | 400
            POST   | /api/rules | {'priority': 1, 'backgroundRate': 100, 'update_type': 'minor', 'mapping': 'App-1', 'jaws': 'true'} | 400
            POST   | /api/rules | {'priority': 1, 'backgroundRate': 100, 'update_type': 'minor', 'mapping': 'App-1', 'comment': ['a']} | 400
            POST   | /api/rules/7 | {'priority': 1} | 400
            POST   | /api/rules/7 | {'data_version': 2, 'priority': 1} | 400
            POST   | /api/rules/7 | {'data_version': 0, 'priority': 1} | 400
            POST   | /api/rules/7 | {'data_version': 3} | 400
            POST   | /api/rules/7 | {'data_version': 3, 'mapping': null} | 400
            POST   | /api/rules/7 | {'data_version': 3, 'mapping': 'App-9'} | 400
            POST   | /api/rules/7 | {'data_version': 3, 'alias': 'other'} | 400
            POST   | /api/rules/7 | {'data_version': 3, 'rule_id': 8, 'priority': 1} | 400
            POST   | /api/rules/7 | {'data_version': 3, 'piority': 1} | 400
            POST   | /api/rules/99 | {'data_version': 1, 'priority': 1} | 404
            POST   | /api/rules/nobody | {'data_version': 1, 'priority': 1} | 404
            DELETE | /api/rules/7 | "" | 400
            DELETE | /api/rules/7?data_version=two | "" | 400
            DELETE | /api/rules/7?data_version=99999999999 | "" | 400
            DELETE | /api/rules/7?data_version=2 | "" | 400
            DELETE | /api/rules/99?data_version=1 | "" | 404
            PATCH  | /api/rules/7 | {} | 405
            POST   | /api/releases | {'name': 'App-3', 'product': 'App', 'blob': '{'} | 400
            POST   | /api/releases | {'name': 'App-3', 'product': 'App', 'blob': {'name': 'App-4', 'schema_version': 9}} | 400
            POST   | /api/releases | {'name': 'App-3', 'product': 'App', 'blob': {'name': 'App-3'}} | 400
            POST   | /api/releases | {'name': 'App-3', 'product': 'App', 'blob': {'name': 'App-3', 'schema_version': 7}} | 400
            POST   | /api/releases | {'name': 'App-3', 'product': 'App', 'blob': {'name': 'App-3', 'schema_version': 50, 'colour': 'red'}} | 400
            POST   | /api/releases | {'name': 'App-3', 'product': 'sixteen letters.', 'blob': {'name': 'App-3', 'schema_version': 50, 'detailsUrl': 'a', 'displayVersion': '1'}} | 400
            PUT    | /api/releases/App-1 | {'product': 'App', 'blob': {'name': 'App-1', 'schema_version': 50, 'detailsUrl': 'a', 'displayVersion': '1'}} | 400
            PUT    | /api/releases/App-1 | {'product': 'App', 'data_version': 9, 'blob': {'name': 'App-1', 'schema_version': 50, 'detailsUrl': 'a', 'displayVersion': '1'}} | 400
            PUT    | /api/releases/App-2 | {'product': 'App', 'data_version': 1, 'blob': {'name': 'App-2', 'schema_version': 50, 'detailsUrl': 'a', 'displayVersion': '1'}} | 403
            POST   | /api/releases/App-1 | {'product': 'App', 'data_version': 1, 'data': '{}'} | 400
            POST   | /api/releases/App-1 | {'product': 'App', 'data_version': 1, 'schema_version': 9, 'data': '{}', 'copyTo': 'App-2'} | 400
            POST   | /api/releases/App-1 | {'product': 'App', 'data_version': 1, 'schema_version': 9, 'data': {'name': 'App-3'}} | 400
            PUT    | /api/releases/App-1/builds/p/de | {'product': 'App', 'data_version': 1, 'schema_version': 9, 'data': {'colour': 'red'}} | 400
            PUT    | /api/releases/App-1/builds/p/de | {'product': 'App', 'data_version': 1, 'schema_version': 9, 'data': '{}', 'alias': '[7]'} | 400
            PUT    | /api/releases/App-2/builds/p/de | {'product': 'App', 'data_version': 1, 'schema_version': 9, 'data': '{}'} | 403
            PUT    | /api/releases/App-9/read_only | {'read_only': true, 'data_version': 1} | 404
            PUT    | /api/releases/App-1/read_only | {'read_only': true, 'data_version': 2} | 400
            PUT    | /api/releases/App-1/read_only | {'read_only': 'maybe', 'data_version': 1} | 400
            DELETE | /api/releases/App-1 | "" | 400
            DELETE | /api/releases/App-1?data_version=1 | "" | 400
            DELETE | /api/releases/App-2?data_version=1 | "" | 403
            DELETE | /api/releases/App-9?data_version=1 | "" | 404
            PUT    | /api/v2/releases/App-3 | {'blob': {'name': 'App-3', 'schema_version': 50, 'detailsUrl': 'a', 'displayVersion': '1'}} | 400
            PUT    | /api/v2/releases/App-1 | {'when': 1, 'product': 'App', 'blob': {'name': 'App-1', 'schema_version': 50, 'detailsUrl': 'a', 'displayVersion': '1'}} | 400
            PUT    | /api/v2/releases/App-2 | {'product': 'App', 'old_data_versions': {'.': 1}, 'blob': {'name': 'App-2', 'schema_version': 50, 'detailsUrl': 'a', 'displayVersion': '1'}} | 400
            POST   | /api/v2/releases/App-9 | {'old_data_versions': {}, 'blob': {}} | 404
            POST   | /api/v2/releases/App-1 | {'blob': {'displayVersion': 'one'}} | 400
            POST   | /api/v2/releases/App-1 | {'old_data_versions': {}, 'blob': {'displayVersion': 'one'}} | 400
            POST   | /api/v2/releases/App-1 | {'old_data_versions': {'.': 9}, 'blob': {'displayVersion': 'one'}} | 400
            POST   | /api/v2/releases/App-1 | {'old_data_versions': 1, 'blob': {'displayVersion': 'one'}} | 400
            DELETE | /api/v2/releases/App-1 | "" | 400
            DELETE | /api/v2/releases/App-2 | "" | 400
            DELETE | /api/v2/releases/App-9 | "" | 404
            PUT    | /api/v2/releases/App-9/read_only | {'read_only': true, 'old_data_version': 1} | 404
            PUT    | /api/v2/releases/App-1/read_only | {'read_only': true, 'old_data_version': 9} | 400
            PUT    | /api/v2/releases/App-9/pinnable | {'product': 'App', 'channel': 'release', 'version': '1.'} | 404
            PUT    | /api/v2/releases/App-1/pinnable | {'product': 'App', 'channel': 'release', 'version': '1'} | 400
            PUT    | /api/v2/releases/App-1/pinnable | {'product': 'App', 'channel': 'release', 'version': '1.2.3.'} | 400
            PUT    | /api/v2/releases/App-1/pinnable | {'product': 'App', 'channel': 'release', 'version': '1.', 'when': 1} | 400
            GET    | /api/scheduled_changes/rules?rule_id=one | "" | 400
            GET    | /api/scheduled_changes/rules?ruleid=1 | "" | 400
            GET    | /api/scheduled_changes/rules/one | "" | 400
            GET    | /api/scheduled_changes/releases/999 | "" | 404
            POST   | /api/scheduled_changes/rules | {'change_type': 'update', 'rule_id': 99, 'data_version': 1, 'priority': 2, 'when': 4070908800000} | 404
            POST   | /api/scheduled_changes/releases | {'change_type': 'update', 'name': 'App-9', 'product': 'App', 'data_version': 1, 'data': {'name': 'App-9', 'schema_version': 50, 'detailsUrl': 'a', 'displayVersion': '1'}, 'when': 4070908800000} | 404
            POST   | /api/scheduled_changes/permissions | {'change_type': 'update', 'username': 'kim', 'permission': 'rule', 'options': '', 'data_version': 1, 'when': 4070908800000} | 404
            POST   | /api/scheduled_changes/rules/999/signoffs | {'role': 'releng'} | 404
            DELETE | /api/scheduled_changes/rules/999/signoffs | "" | 404
            GET    | /api/v1/releases/App-1/builds/p/xx | "" | 404
            GET    | /api/v1/releases/App-1/builds/nope/de | "" | 404
            PUT    | /api/v2/releases/App-3 | {'product': 'App', 'blob': {'name': 'App-4', 'schema_version': 50, 'detailsUrl': 'a', 'displayVersion': '1'}} | 400
            GET    | /api/nothing/of/the/kind | "" | 404
            """)
    void whatCannotBeDoneIsRefused(String method, String path, String body, int status) {
        assertRefused(method, path, Refusals.json(body), status);
    }

    @Test
    void whatIsTooLongIsRefused() {
        String name = "A".repeat(101);
        assertRefused(
                "POST",
                "/api/rules",
                "{'priority': 1, 'backgroundRate': 100, 'update_type': 'minor', 'mapping': 'App-1', 'comment': '"
                        + "c".repeat(501) + "'}",
                400);
        assertRefused("POST", "/api/rules/7", "{'data_version': 3, 'mapping': '" + name + "'}", 400);
        assertRefused("PUT", "/api/releases/" + name, "{'product': 'App', 'blob': " + desupport(name) + "}", 400);
        assertRefused(
                "POST",
                "/api/releases",
                "{'name': '" + name + "', 'product': 'App', 'blob': " + desupport(name) + "}",
                400);
        assertRefused("PUT", "/api/v2/releases/" + name, "{'product': 'App', 'blob': " + desupport(name) + "}", 400);
        assertRefused(
                "PUT",
                "/api/releases/App-1/builds/" + "p".repeat(200) + "/" + "l".repeat(200),
                "{'product': 'App', 'data_version': 1, 'schema_version': 9, 'data': '{}'}",
                400);
        assertRefused(
                "PUT",
                "/api/v2/releases/App-1/pinnable",
                "{'product': 'App', 'channel': '" + "c".repeat(76) + "', 'version': '1.'}",
                400);
        assertRefused(
                "POST",
                "/api/change_sets",
                "{'title': 'Urgent', 'when': 4070908800000, 'changes': [{'object': 'urgent_role', 'change_type': 'insert',"
                        + " 'product': '" + "p".repeat(300) + "', 'channel': 'release', 'role': 'oncall'}]}",
                400);
        assertRefused("GET", "/api/rules/" + "7".repeat(500), "", 404);
    }

    @Test
    void aBodyThatIsLargerThanAnyReleaseIsRefused() {
        String huge = "{'name': 'App-3', 'product': 'App', 'blob': '" + " ".repeat(LARGEST) + "'}";

        assertRefused("POST", "/api/releases", huge, 413);
        assertRefused("POST", "/api/releases", DEEP, 413);
    }

    @Test
    void aSetOfMoreRowsThanAnybodyReadsIsRefused() {
        String rule = "{'object': 'rule', 'change_type': 'insert', 'priority': 1, 'backgroundRate': 100,"
                + " 'update_type': 'minor', 'mapping': 'App-1', 'product': 'App', 'channel': 'nightly'}";

        assertRefused(
                "POST",
                "/api/change_sets",
                "{'title': 'Many', 'when': 4070908800000, 'changes': [" + (rule + ",").repeat(1_000) + rule + "]}",
                400);
    }

    @Test
    void charactersThatNoTableHoldsAreRefused() {
        assertRefused(
                "POST",
                "/api/releases",
                "{'name': 'App\\u0000', 'product': 'App', 'blob': " + desupport("App\\u0000") + "}",
                400);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/api/permissions/history?changed_by=%00",
                "/api/required_signoffs/product/history?role=a%00b",
                "/api/required_signoffs/permissions/history?product=%00",
                "/api/rules/history?channel=%00",
                "/api/rules?product=App&product=%00",
                "/api/scheduled_changes/releases?name=%00",
                "/api/scheduled_changes/rules?rule_id=%00",
                "/api/rules/history?limit=1%00",
                "/api/journal?object=rule,%00",
                "/api/probes?%00=1",
                "/api/rules?product=%",
                "/api/rules?product=%zz",
                "/api/v1/rules?product=%ff",
                "/api/journal?person=%ED%A0%80",
                "/api/rules?product=App&product=%C3",
                "/api/rules?%zz=1"
            })
    void noQueryParameterHoldsWhatNoTextHas(String path) {
        RawHttp.Reply refusal = rehearsal.ask("GET", path, Map.of("Authorization", "Bearer " + RunningRehearsal.TOKEN));

        assertThat(refusal.status()).as(refusal.toString()).isEqualTo(400);
        assertThat(refusal.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aRefusedCharacterIsToldWithItsParameter() {
        HttpResponse<String> refusal = rehearsal.send("GET", "/api/rules/history?channel=a&changed_by=%00", "");

        assertThat(refusal.body()).contains("changed_by").doesNotContain("channel");
    }

    /** Half of a character, which some databases keep as a question mark. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /api/emergency_shutoff        | {'product': 'App\\ud800', 'channel': 'release'}
            /api/required_signoffs/product | {'product': 'App', 'channel': '\\udc00b', 'role': 'releng', 'signoffs_required': 1}
            /api/releases                 | {'name': 'App-3', 'product': '\\ud800', 'blob': {}}
            /api/gates                    | {'product': 'App', 'live_channel': 'release', 'role': 'qa', 'passes_required': 1, 'test_channels': ['\\ud800']}
            """)
    void halfOfACharacterIsRefused(String path, String body) {
        assertRefused("POST", path, Refusals.json(body), 400);
    }

    @Test
    void norIsItTheNameOfAProductInAPermission() {
        assertRefused(
                "PUT",
                "/api/users/kim/permissions/rule",
                "{'options': '{\\'products\\': [\\'\\\\ud800\\']}'}".replace("\\'", "\\\""),
                400);
    }

    @Test
    void anAddressOfANameThatNoTableHoldsIsOfNothing() {
        assertRefused("GET", "/api/v2/releases/~AAA", "", 404);
        assertRefused("DELETE", "/api/v2/releases/~AAA", "", 404);
    }

    private static String desupport(String name) {
        return "{'name': '" + name + "', 'schema_version': 50, 'detailsUrl': 'a', 'displayVersion': '1'}";
    }

    private static void assertRefused(String method, String path, String body, int status) {
        String before = state();

        HttpResponse<String> refusal = rehearsal.send(method, path, body.replace('\'', '"'));

        Refusals.assertRefused(refusal, status);
        assertThat(state()).isEqualTo(before);
    }

    private static String state() {
        return rehearsal.get("/api/dataset").toString();
    }
}
