package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Patience;
import dev.rehearsal.acceptance.DescribedApi.Operation;
import dev.rehearsal.enactment.rail.BackgroundRailJudge;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What the API takes and answers is of the shape that its description has: with just these fields, of these types. */
class OpenApiAnswersTest {

    private static final String URL = "/update/3/App/0.5/0/p/de/release/os/d/dv/update.xml";
    private static final String SETS = "/api/change_sets";
    private static final String SCHEDULED = "/api/scheduled_changes";

    /** @param sent missing where there was no body */
    private record Exchange(String method, String url, JsonNode sent, int status, JsonNode answer) {

        @Override
        public String toString() {
            return method + " " + url + " " + status;
        }
    }

    private static final List<Exchange> EXCHANGES = new ArrayList<>();

    private static Team team;
    private static DescribedApi api;

    @BeforeAll
    static void askEverything() {
        team = new Team();
        api = DescribedApi.parse(
                team.rehearsal.sendOpenly("GET", "/api/openapi.yaml").body());
        List<String> sets = writeSets();
        String fingerprint = staged().get("fingerprint").asString();
        test(fingerprint);
        List<String> scheduled = schedule();
        writeConfiguration();
        read(sets, scheduled, fingerprint);
    }

    private static List<String> writeSets() {
        JsonNode all = ask("ann", "POST", SETS, """
                {'title': 'All', 'when': 'W', 'changes': [
                {'object': 'release', 'change_type': 'insert', 'name': 'App-3', 'product': 'App', 'blob':
                 {'name': 'App-3', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '3.0', 'displayVersion': '3.0', 'platforms': {}}},
                {'object': 'rule', 'change_type': 'insert', 'priority': 1, 'mapping': 'App-3', 'backgroundRate': 5, 'update_type': 'minor', 'product': 'App'},
                {'object': 'rule', 'change_type': 'update', 'rule_id': 7, 'priority': 95, 'backgroundRate': 50},
                {'object': 'rule', 'change_type': 'delete', 'rule_id': 'beta'},
                {'object': 'release', 'change_type': 'update', 'name': 'App-2', 'read_only': true},
                {'object': 'pin', 'change_type': 'insert', 'product': 'App', 'channel': 'release', 'version': '3.', 'mapping': 'App-3'},
                {'object': 'emergency_shutoff', 'change_type': 'delete', 'product': 'App', 'channel': 'nightly', 'data_version': 1}]}
                """);
        JsonNode configuration = ask("ann", "POST", SETS, """
                {'title': 'Configure', 'when': 'W', 'changes': [
                {'object': 'channel_mapping', 'change_type': 'insert', 'product': 'App', 'live_channel': 'esr', 'test_channel': 'esr-cdntest'},
                {'object': 'gate', 'change_type': 'insert', 'product': 'App', 'live_channel': 'beta', 'role': 'qa', 'passes_required': 1},
                {'object': 'required_signoff', 'change_type': 'insert', 'product': 'App', 'channel': 'release', 'role': 'relman', 'signoffs_required': 1},
                {'object': 'permission_signoff', 'change_type': 'delete', 'product': 'App', 'role': 'releng'},
                {'object': 'permission', 'change_type': 'insert', 'username': 'tess', 'permission': 'rule', 'options': {'products': ['App']}}]}
                """);
        String path = SETS + "/" + all.get("id");
        ask("ann", "POST", path, "{'title': 'Everything', 'changes': " + all.get("changes") + "}");
        ask("rel", "POST", path + "/signoffs", "{'role': 'releng'}");
        ask("rel", "DELETE", path + "/signoffs", "");
        ask("rel", "POST", path + "/signoffs", "{'role': 'releng', 'data_version': 2}");
        comment(path);
        rollOut();
        ask("ann", "POST", path + "/hold", "{'data_version': 2}");
        ask("ann", "POST", path + "/resume", "");
        JsonNode both = ask("ann", "POST", "/api/change_set_steps", """
                {'step': 'hold', 'sets': [{'id': %s, 'data_version': %s}]}
                """.formatted(
                        all.get("id"), ask("eve", "GET", path, "").get("data_version")));
        assertThat(both.at("/change_sets/0/state").asString()).isEqualTo("held");
        ask("ann", "POST", path + "/resume", "");
        JsonNode draft = ask("ann", "POST", SETS, """
                {'title': 'Draft', 'when': 'W', 'draft': true, 'changes': [{'object': 'rule', 'change_type': 'update', 'rule_id': 9, 'comment': 'x'}]}
                """);
        JsonNode copy = ask("ann", "POST", SETS + "/" + draft.get("id") + "/copy", "{'title': 'Copy'}");
        ask("ann", "POST", SETS + "/" + draft.get("id") + "/submit", "{}");
        ask("bot", "POST", SETS + "/" + draft.get("id") + "/enact", "{}");
        ask("ann", "DELETE", SETS + "/" + copy.get("id"), "");
        return List.of(
                all.get("id").toString(),
                configuration.get("id").toString(),
                draft.get("id").toString());
    }

    private static void rollOut() {
        JsonNode plan = ask("ann", "POST", "/api/plans", """
                {'title': 'Step by step', 'product': 'App', 'channel': 'nightly', 'release': 'App-1', 'start': 'W',
                 'steps': [{'percentage': 5}, {'after': 'PT24H', 'percentage': 100}],
                 'checks': [{'kind': 'verdict'}, {'kind': 'figure', 'name': 'crashes', 'at_least': 0, 'at_most': 2.5, 'within': 'PT1H'}]}
                """);
        String path = "/api/plans/" + plan.get("id");
        ask("ann", "POST", path + "/figures", "{'name': 'crashes', 'value': 1.5}");
        ask("ann", "POST", path + "/stop", "{'reason': 'A holiday'}");
        ask("ann", "POST", path + "/resume", "{'percentage': 5}");
        ask(
                "ann",
                "POST",
                path + "/steps/2",
                "{'when': %d}".formatted(plan.at("/steps/1/when").asLong() + 1_000));
        ask("eve", "GET", "/api/plans", "");
        ask("eve", "GET", path, "");
        plan.get("steps").forEach(step -> ask("ann", "DELETE", SETS + "/" + step.get("change_set"), ""));
    }

    private static void comment(String path) {
        long change = ask("eve", "GET", path, "").at("/changes/2/sc_id").asLong();
        ask("eve", "POST", path + "/comments", "{'text': 'Is this right, @ann?'}");
        JsonNode request = ask("rex", "POST", path + "/comments", """
                {'text': 'Half is too much', 'change': %d, 'field': 'backgroundRate', 'request_changes': true}
                """.formatted(change));
        String thread = path + "/comments/" + request.get("id");
        ask("ann", "GET", "/api/waiting", "");
        ask("ann", "POST", thread + "/answers", "{'text': 'For a day'}");
        JsonNode again = ask("rex", "POST", path + "/comments", "{'text': 'Not a day', 'request_changes': true}");
        ask("rex", "POST", path + "/comments/" + again.get("id") + "/take_back", "{'text': 'Well'}");
        ask("rex", "DELETE", thread + "/waiting", "");
        ask("eve", "GET", path + "/comments", "");
    }

    private static JsonNode staged() {
        return ask("eve", "GET", "/api/test_channels/release-cdntest/rules?product=App", "");
    }

    private static void test(String fingerprint) {
        ask("ann", "POST", "/api/channel_mappings", """
                {'product': 'App', 'live_channel': 'beta', 'test_channel': 'beta-cdntest'}
                """);
        ask("ann", "POST", "/api/gates", """
                {'product': 'App', 'live_channel': 'beta', 'role': 'qa', 'passes_required': 1}
                """);
        ask("ann", "POST", "/api/freeze_windows", """
                {'product': 'App', 'live_channel': 'quiet', 'effect': 'deny', 'cron': '0 0 18 * * FRI', 'duration': 'PT62H',
                 'zone': 'Europe/Berlin', 'title': 'Weekend'}
                """);
        passOver();
        ask("tess", "POST", "/api/verdicts", """
                {'test_channel': 'release-cdntest', 'product': 'App', 'fingerprint': '%s', 'outcome': 'fail', 'note': 'too slow'}
                """.formatted(fingerprint));
        ask("ann", "POST", "/api/probes", """
                {'name': 'shipped', 'url': '%s', 'expect': 'release', 'answer': 'App-1'}
                """.formatted(URL));
        ask("ann", "PUT", "/api/probes/1", """
                {'name': 'nothing', 'url': '%s', 'expect': 'no_update', 'data_version': 1}
                """.formatted(URL));
        ask("eve", "POST", "/api/probes/run", "{}");
        ask("tess", "POST", "/api/probes/verdict", """
                {'test_channel': 'release-cdntest', 'product': 'App', 'fingerprint': '%s'}
                """.formatted(fingerprint));
    }

    private static void passOver() {
        ask("ann", "POST", "/api/guard_rails", """
                {'product': 'App', 'live_channel': 'railed', 'kind': 'at_most_changed', 'percent': 5, 'mode': 'dry_run',
                 'cannot_say': 'warn', 'passed_by': 'qa'}
                """);
        ask("ann", "PUT", "/api/guard_rails/1", """
                {'product': 'App', 'live_channel': 'railed', 'kind': 'no_lost_files', 'mode': 'warn', 'cannot_say': 'warn',
                 'passed_by': 'qa', 'data_version': 1}
                """);
        ask("ann", "DELETE", "/api/guard_rails/1?data_version=2", "");
        ask("ann", "POST", "/api/guard_rails", """
                {'product': 'App', 'live_channel': 'railed', 'kind': 'rate_has_fallback', 'mode': 'block', 'cannot_say': 'warn',
                 'passed_by': 'qa'}
                """);
        JsonNode set = ask("ann", "POST", "/api/change_sets", """
                {'title': 'Half of them', 'when': 'W', 'changes': [{'object': 'rule', 'change_type': 'insert', 'product': 'App',
                 'channel': 'railed', 'mapping': 'App-1', 'priority': 1, 'backgroundRate': 50, 'update_type': 'minor'}]}
                """);
        String path = "/api/change_sets/" + set.get("id");
        team.rehearsal.bean(BackgroundRailJudge.class).judgeWaiting();
        String state =
                ask("eve", "GET", path, "").get("rails").get(0).get("state").asString();
        String pass = path + "/rails/2/pass";
        ask("tess", "POST", pass, "{'state': '%s', 'note': 'It is fine'}".formatted(state));
        ask("tess", "DELETE", pass + "?state=" + state, "");
        ask("ann", "DELETE", path, "");
    }

    /** One of each kind, as the last part of a path. */
    private static List<String> schedule() {
        List<String> paths = new ArrayList<>();
        for (String[] wanted : new String[][] {
            {"rules", "{'when': 'W', 'change_type': 'update', 'rule_id': 7, 'data_version': 3, 'comment': 'next'}"},
            {
                "releases",
                "{'when': 'W', 'change_type': 'insert', 'name': 'App-5', 'product': 'App', 'data':"
                        + " {'name': 'App-5', 'schema_version': 9, 'hashFunction': 'sha512', 'platforms': {}}}"
            },
            {
                "permissions",
                "{'when': 'W', 'change_type': 'insert', 'username': 'man', 'permission': 'release', 'options': {'products': ['App']}}"
            },
            {
                "required_signoffs/product",
                "{'when': 'W', 'change_type': 'insert', 'product': 'App', 'channel': 'release', 'role': 'relman', 'signoffs_required': 1}"
            },
            {
                "required_signoffs/permissions",
                "{'when': 'W', 'change_type': 'insert', 'product': 'Other', 'role': 'relman', 'signoffs_required': 1}"
            },
            {
                "emergency_shutoff",
                "{'when': 'W', 'change_type': 'delete', 'product': 'App', 'channel': 'release', 'data_version': 1}"
            }
        }) {
            String id = ask("ann", "POST", SCHEDULED + "/" + wanted[0], wanted[1])
                    .get("sc_id")
                    .toString();
            paths.add(wanted[0] + "/" + id);
        }
        String rule = SCHEDULED + "/" + paths.getFirst();
        ask("ann", "POST", rule, "{'sc_data_version': 1, 'data_version': 3, 'comment': 'again'}");
        ask("rel", "POST", rule + "/signoffs", "{'role': 'releng'}");
        ask("rel", "DELETE", rule + "/signoffs", "");
        ask("ann", "DELETE", SCHEDULED + "/" + paths.get(2) + "?data_version=1", "");
        ask("ann", "PUT", "/api/v2/releases/App-2/pinnable", """
                {'product': 'App', 'channel': 'release', 'version': '2.', 'when': 'W'}
                """);
        ask("ann", "POST", "/api/v2/releases/App-1", """
                {'when': 'W', 'old_data_versions': {'platforms': {'p': {'locales': {'de': 1}}}},
                 'blob': {'platforms': {'p': {'locales': {'de': {'buildID': '2'}}}}}}
                """);
        return paths;
    }

    private static void writeConfiguration() {
        ask("root", "POST", "/api/releases", """
                {'name': 'Other-2', 'product': 'Other', 'blob':
                 {'name': 'Other-2', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '2.0', 'displayVersion': '2.0', 'platforms': {}}}
                """);
        JsonNode written = ask("root", "PUT", "/api/releases/Other-2/builds/p/de", """
                {'product': 'Other', 'data_version': 1, 'schema_version': 9, 'data': {'buildID': '2'}}
                """);
        ask(
                "root",
                "PUT",
                "/api/releases/Other-2/read_only",
                "{'read_only': true, 'data_version': " + written.get("new_data_version") + "}");
        ask("root", "POST", "/api/rules", """
                {'priority': 1, 'mapping': 'Other-1', 'backgroundRate': 5, 'update_type': 'minor', 'product': 'Other'}
                """);
        ask("root", "POST", "/api/rules/9", "{'data_version': 2, 'comment': 'y'}");
        ask("root", "POST", "/api/emergency_shutoff", "{'product': 'Other', 'channel': 'release'}");
        ask("root", "POST", "/api/required_signoffs/product", """
                {'product': 'App', 'channel': 'esr', 'role': 'relman', 'signoffs_required': 1}
                """);
        ask("root", "PUT", "/api/users/zoe/permissions/rule", """
                {'options': '{\\"products\\": [\\"Other\\"]}'}
                """);
        ask("root", "PUT", "/api/users/zoe/roles/night-shift", "");
        ask("root", "POST", "/api/tokens", "{'person': 'root', 'name': 'x', 'scope': 'read'}");
        ask("root", "POST", "/api/channel_mappings", """
                {'product': 'Other', 'live_channel': 'release', 'test_channel': 'releasetest'}
                """);
        JsonNode revision =
                ask("eve", "GET", "/api/rules/9/revisions", "").get("rules").get(1);
        ask("root", "POST", "/api/rules/9/revisions", "{'change_id': " + revision.get("change_id") + "}");
        ask("root", "POST", "/api/rules", "{'priority': -1, 'mapping': 'Nothing'}");
        writeWebhooks();
    }

    private static void writeWebhooks() {
        JsonNode webhook = ask("root", "POST", "/api/webhooks", """
                {'name': 'chat', 'url': 'http://127.0.0.1:1/', 'kinds': ['shutoff', 'went_live'], 'signing': 'keys', 'product': 'App'}
                """);
        String path = "/api/webhooks/" + webhook.get("id");
        ask("root", "PUT", path, """
                {'name': 'chat', 'url': 'http://127.0.0.1:1/', 'format': 'text', 'kinds': ['shutoff'], 'data_version': 1}
                """);
        ask("root", "POST", path + "/secret", "{'data_version': 2}");
        ask("root", "GET", path, "");
        ask("root", "POST", "/api/emergency_shutoff", "{'product': 'Other', 'channel': 'esr'}");
        Patience.until(
                "something is on its way",
                () -> !team.as("root")
                        .get("/api/notices/deliveries")
                        .get("deliveries")
                        .isEmpty());
        ask("ann", "PUT", "/api/notices/wishes", "{'address': 'ann@example.com', 'kinds': ['alarm']}");
    }

    private static void read(List<String> sets, List<String> scheduled, String fingerprint) {
        long now = System.currentTimeMillis();
        sets.forEach(set -> ask("eve", "GET", SETS + "/" + set, ""));
        sets.forEach(set -> ask("eve", "GET", SETS + "/" + set + "/regions", ""));
        sets.forEach(set -> ask("eve", "GET", SETS + "/" + set + "/impact", ""));
        for (String state : List.of("pending", "held", "disarmed", "draft", "enacted", "withdrawn")) {
            ask("eve", "GET", SETS + "?state=" + state, "");
        }
        for (String path : scheduled) {
            ask("eve", "GET", SCHEDULED + "/" + path.replaceFirst("/\\d+$", "?all=1"), "");
            if (!path.startsWith("permissions")) {
                ask("eve", "GET", SCHEDULED + "/" + path, "");
            }
        }
        scheduled.stream()
                .filter(path -> !path.startsWith("emergency_shutoff"))
                .forEach(path -> ask("eve", "GET", SCHEDULED + "/" + path + "/revisions", ""));
        ask("ann", "GET", "/api/permissions/history", "");
        ask("eve", "GET", SCHEDULED + "/pinnable_releases", "");
        ask("tess", "GET", "/api/waiting", "");
        for (String list : List.of("/api", "/api/v1")) {
            for (String path : List.of(
                    "/rules",
                    "/rules/7",
                    "/releases",
                    "/releases?names_only=1",
                    "/releases/App-1",
                    "/releases/App-1/builds/p/de",
                    "/emergency_shutoff",
                    "/emergency_shutoff/App/nightly")) {
                ask("eve", "GET", list + path, "");
            }
        }
        Patience.until(
                "something that went live has its receipt",
                () -> !team.get("/api/receipts/head").get("number").isNull());
        String live = ask("eve", "GET", "/api/channels/release/fingerprint?product=App", "")
                .get("fingerprint")
                .asString();
        for (String path : List.of(
                "/api/v1/pins/App/release/1.",
                "/api/v2/pins/App/release/1.",
                "/api/rules?timestamp=" + now,
                "/api/rules/columns/product",
                "/api/rules/history",
                "/api/releases/columns/name",
                "/api/releases/App-1/read_only",
                "/api/releases/App-1/read_only/product/required_signoffs",
                "/api/v2/releases",
                "/api/v2/releases?names_only=1",
                "/api/v2/releases/App-1",
                "/api/v2/releases/App-1/data_versions",
                "/api/v2/releases/App-1/.platforms.p.locales.de/data_version",
                "/api/required_signoffs/product",
                "/api/required_signoffs/permissions",
                "/api/required_signoffs/product/history",
                "/api/required_signoffs/permissions/history",
                "/api/required_signoffs/product/revisions?product=App&channel=release&role=releng",
                "/api/required_signoffs/permissions/revisions?product=App&role=releng",
                "/api/v1/rules/7/revisions",
                "/api/test_channels/release-cdntest/blast_radius",
                "/api/test_channels/release-cdntest/impact",
                "/api/test_channels/release-cdntest/differences?from=1",
                "/api/channels/release/differences?product=App&from=" + (now - 1),
                "/api/channels/release/tested_states?product=App",
                "/api/fingerprints/" + live + "/differences?to=" + fingerprint,
                "/api/evaluate?url=" + URL,
                "/api/evaluate?url=" + URL.replace("/release/", "/release-cdntest/"),
                "/api/evaluate/everywhere?url=" + URL,
                "/api/evaluate/everywhere?url=" + URL.replace("/release/", "/esr/"),
                "/api/exported_rules?rule=7&rule=9",
                "/api/unused_releases?days=0",
                "/api/channel_mappings",
                "/api/channel_mappings/1",
                "/api/channel_mappings/suggestions",
                "/api/findings",
                "/api/verdicts",
                "/api/gates",
                "/api/gates/1",
                "/api/freeze_windows",
                "/api/freeze_windows/1",
                "/api/guard_rails",
                "/api/guard_rails/2",
                "/api/urgent_roles",
                "/api/probes",
                "/api/probes/1",
                "/api/journal?limit=1000",
                "/api/receipts?limit=5",
                "/api/receipts?change_set=" + sets.getLast(),
                "/api/receipts/head",
                "/api/receipts/keys",
                "/api/receipts/1",
                "/api/receipts/1/subjects/enacted.json",
                "/api/adoption",
                "/api/adoption?product=App&live_channel=release&test_channel=release-cdntest&queries=100",
                "/api/nothing")) {
            ask("eve", "GET", path, "");
        }
        for (String path : List.of(
                "/api/users",
                "/api/users/ann",
                "/api/users/rel/roles",
                "/api/users/rel/permissions",
                "/api/users/rel/permissions/rule",
                "/api/tokens?person=root",
                "/api/approved_secrets",
                "/api/webhooks",
                "/api/notices/deliveries",
                "/api/notices/deliveries?state=dead",
                "/api/notices/wishes",
                "/api/traffic?product=Firefox&channel=release",
                "/api/traffic/channels",
                "/api/traffic/lists",
                "/api/dataset?change_sets=false")) {
            ask("root", "GET", path, "");
        }
    }

    @AfterAll
    static void stop() {
        team.close();
        EXCHANGES.clear();
    }

    static List<Exchange> exchanges() {
        return EXCHANGES;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exchanges")
    void isOfTheShapeThatIsDescribed(Exchange exchange) {
        DescribedShape shape = new DescribedShape(api);
        if (exchange.status() >= 400) {
            assertThat(shape.problems(api.document().at("/components/schemas/Problem"), exchange.answer()))
                    .as(exchange.answer().toString())
                    .isEmpty();
            return;
        }
        Operation operation = api.of(exchange.method(), exchange.url());
        if (!exchange.sent().isMissingNode()) {
            assertThat(shape.problems(api.schemaOfBody(operation).orElseThrow(), exchange.sent()))
                    .as("sent: " + exchange.sent())
                    .isEmpty();
        }
        assertThat(api.schemaOfAnswer(operation, exchange.status())
                        .map(schema -> shape.problems(schema, exchange.answer()))
                        .orElse(List.of()))
                .as("answered: " + exchange.answer())
                .isEmpty();
    }

    @Test
    void whatIsOfAnotherShapeIsNoticed() {
        DescribedShape shape = new DescribedShape(api);
        JsonNode rule = api.document().at("/components/schemas/Rule");
        ObjectNode answer = (ObjectNode) team.get("/api/rules/7");
        assertThat(shape.problems(rule, answer)).isEmpty();

        answer.put("priority", "high")
                .put("update_type", "tiny")
                .put("colour", "red")
                .remove("mapping");

        assertThat(shape.problems(rule, answer))
                .contains("$.colour is not described", "$.mapping is missing")
                .anyMatch(problem -> problem.startsWith("$.priority is not of type"))
                .anyMatch(problem -> problem.startsWith("$.update_type is none of"));
    }

    @Test
    void nothingThatWasToBeAnsweredIsRefused() {
        assertThat(EXCHANGES.stream().filter(exchange -> exchange.status() >= 400))
                .extracting(Exchange::toString)
                .containsExactlyInAnyOrder("POST /api/rules 400", "GET /api/nothing 404");
    }

    @Test
    void everythingThatCanBeReadIsLookedAt() {
        Set<String> read = EXCHANGES.stream()
                .filter(exchange -> exchange.method().equals("GET") && exchange.status() < 400)
                .map(exchange -> api.of("GET", exchange.url()).path())
                .collect(Collectors.toSet());

        assertThat(api.operationsOfApi().stream()
                        .filter(operation -> operation.method().equals("GET"))
                        .filter(operation -> api.schemaOfAnswer(operation, 200).isPresent())
                        .map(Operation::path))
                .containsExactlyInAnyOrderElementsOf(read);
    }

    /** In JSON in which single quotes stand for double ones and W for a time to come. */
    private static JsonNode ask(String person, String method, String url, String body) {
        String sent = Refusals.json(body);
        HttpResponse<String> response = team.as(person).send(method, url, sent);
        JsonNode answer = json(response.body());
        EXCHANGES.add(new Exchange(method, url, json(sent), response.statusCode(), answer));
        return answer;
    }

    private static JsonNode json(String text) {
        return text.isEmpty() ? MissingNode.getInstance() : RunningRehearsal.JSON.readTree(text);
    }
}
