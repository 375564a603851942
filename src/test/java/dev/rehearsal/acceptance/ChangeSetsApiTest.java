package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Change sets over HTTP, from being drafted to being live. */
class ChangeSetsApiTest {

    private static final String SETS = "/api/change_sets";
    private static final String RAISE = "{'object': 'rule', 'change_type': 'update', 'rule_id': 7, 'priority': 95}";

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

    @Test
    void aSetTellsWhatItChangesAndWhatItNeeds() {
        JsonNode set = write("Raise", RAISE);

        assertThat(set.get("title").asString()).isEqualTo("Raise");
        assertThat(set.get("author").asString()).isEqualTo("ann");
        assertThat(set.get("state").asString()).isEqualTo("pending");
        assertThat(set.get("data_version").asInt()).isEqualTo(1);
        assertThat(set.get("required_signoffs")).isEqualTo(json("{'releng': 1}"));
        assertThat(set.get("missing")).isEqualTo(json("{'releng': 1}"));
        assertThat(set.get("signoffs")).isEqualTo(json("{}"));
        assertThat(texts(set.get("obstacles"))).containsExactly("signoff is required: 0 of 1 by releng given");
        assertThat(set.get("gates")).isEmpty();
        assertThat(set.get("needs_attention").asBoolean()).isFalse();
        JsonNode change = set.get("changes").get(0);
        assertThat(change.get("rule_id").asInt()).isEqualTo(7);
        assertThat(change.get("priority").asInt()).isEqualTo(95);
        assertThat(change.get("written_by").asString()).isEqualTo("ann");
        assertThat(change.get("fields"))
                .isEqualTo(json("{'priority': {'value': 95, 'base': 90, 'staged': 90, 'live': 90}}"));
        assertThat(team.get(path(set))).isEqualTo(set);
    }

    @Test
    void anEditSaysWhatTheSetsBeforeItMakeOfTheField() {
        write("First", RAISE);
        JsonNode second = write("Second", "{'object': 'rule', 'change_type': 'update', 'rule_id': 7, 'priority': 96}");

        assertThat(second.get("changes").get(0).get("fields").get("priority"))
                .isEqualTo(json("{'value': 96, 'base': 90, 'staged': 95, 'live': 90}"));
    }

    @Test
    void pendingSetsAreListedInQueueOrderAndOthersByTheirState() {
        JsonNode later = write("Later", RAISE);
        JsonNode sooner = team.as(
                "ann",
                "POST",
                SETS,
                "{'title': 'Sooner', 'when': " + (later.get("when").asLong() - 5000) + ", 'changes': [" + beta(81)
                        + "]}");
        step("ann", later, "hold", "");
        JsonNode latest = write("Latest", RAISE);

        assertThat(ids("pending")).containsExactly(id(sooner), id(latest));
        assertThat(ids("held")).containsExactly(id(later));
        assertThat(team.get(SETS + "?state=pending").get("count").asInt()).isEqualTo(2);
        assertThat(team.get(SETS)).isEqualTo(team.get(SETS + "?state=pending"));
    }

    @Test
    void aDraftEntersTheQueueWhenItIsSubmitted() {
        JsonNode draft = team.as("ann", "POST", SETS, """
                {'title': 'Later', 'when': 'W', 'draft': true, 'changes': [%s]}
                """.formatted(RAISE));

        assertThat(draft.get("state").asString()).isEqualTo("draft");
        assertThat(ids("pending")).isEmpty();
        assertThat(step("ann", draft, "submit", "").get("state").asString()).isEqualTo("pending");
        assertThat(ids("pending")).containsExactly(id(draft));
        team.refuses(409, "ann", "POST", path(draft) + "/submit", "");
    }

    @Test
    void allKindsOfStagedChangesGoInOneSet() {
        JsonNode set = write("All", """
                {'object': 'release', 'change_type': 'insert', 'name': 'App-3', 'product': 'App', 'blob':
                 {'name': 'App-3', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '3.0', 'displayVersion': '3.0', 'platforms': {}}},
                {'object': 'rule', 'change_type': 'insert', 'priority': 1, 'mapping': 'App-3', 'backgroundRate': 5, 'update_type': 'minor', 'product': 'App'},
                {'object': 'rule', 'change_type': 'delete', 'rule_id': 'beta'},
                {'object': 'release', 'change_type': 'update', 'name': 'App-2', 'read_only': true},
                {'object': 'pin', 'change_type': 'insert', 'product': 'App', 'channel': 'release', 'version': '3.', 'mapping': 'App-3'},
                {'object': 'emergency_shutoff', 'change_type': 'delete', 'product': 'App', 'channel': 'nightly', 'data_version': 1}
                """);

        assertThat(told(set))
                .containsExactly(
                        "release insert",
                        "rule insert",
                        "rule delete",
                        "release update",
                        "pin insert",
                        "emergency_shutoff delete");
        assertThat(set.get("changes").get(0).get("parts").propertyNames()).containsExactly(".");
        assertThat(set.get("changes").get(2).get("rule_id").asInt()).isEqualTo(8);
        assertThat(set.get("changes").get(2).get("base").get("alias").asString())
                .isEqualTo("beta");
        assertThat(set.get("changes").get(5).get("base").get("data_version").asInt())
                .isEqualTo(1);
        assertThat(texts(set.get("conflicts"))).isEmpty();
    }

    @Test
    void configurationGoesInASetOfItsOwn() {
        JsonNode set = write("Configure", """
                {'object': 'channel_mapping', 'change_type': 'insert', 'product': 'App', 'live_channel': 'beta', 'test_channel': 'beta-cdntest'},
                {'object': 'gate', 'change_type': 'insert', 'product': 'App', 'live_channel': 'beta', 'role': 'qa', 'passes_required': 1},
                {'object': 'required_signoff', 'change_type': 'update', 'product': 'App', 'channel': 'release', 'role': 'releng', 'signoffs_required': 2},
                {'object': 'permission_signoff', 'change_type': 'delete', 'product': 'App', 'role': 'releng'},
                {'object': 'permission', 'change_type': 'insert', 'username': 'tess', 'permission': 'rule', 'options': {'products': ['App']}}
                """);

        assertThat(told(set))
                .containsExactly(
                        "channel_mapping insert",
                        "gate insert",
                        "required_signoff update",
                        "permission_signoff delete",
                        "permission insert");
        JsonNode required = set.get("changes").get(2);
        assertThat(required.get("signoffs_required").asInt()).isEqualTo(2);
        assertThat(required.get("base").get("signoffs_required").asInt()).isEqualTo(1);
        assertThat(set.get("changes").get(4).get("options")).isEqualTo(json("{'products': ['App']}"));
        team.refuses(
                400,
                "ann",
                "POST",
                SETS,
                "{'title': 'Mixed', 'when': 'W', 'changes': [" + RAISE + ", "
                        + "{'object': 'permission_signoff', 'change_type': 'delete', 'product': 'App', 'role': 'releng'}]}");
    }

    @Test
    void aSetIsSignedAndEnactedAndTellsThatItIsOver() {
        JsonNode set = write("Go", "{'object': 'rule', 'change_type': 'update', 'rule_id': 7, 'comment': 'gone live'}");
        team.refuses(400, "bot", "POST", path(set) + "/enact", "");
        JsonNode signed = step("rel", set, "signoffs", "{'role': 'releng', 'data_version': 1}");

        assertThat(signed.get("signoffs")).isEqualTo(json("{'rel': 'releng'}"));
        assertThat(signed.get("missing")).isEqualTo(json("{}"));
        assertThat(signed.get("obstacles")).isEmpty();
        JsonNode enacted = step("bot", set, "enact", "{'data_version': 1}");
        assertThat(enacted.get("state").asString()).isEqualTo("enacted");
        assertThat(enacted.get("ended_by").asString()).isEqualTo("bot");
        assertThat(enacted.get("signoffs")).isEqualTo(json("{'rel': 'releng'}"));
        assertThat(enacted.get("required_signoffs")).isEqualTo(json("{}"));
        assertThat(team.get("/api/rules/7").get("comment").asString()).isEqualTo("gone live");
        team.refuses(409, "bot", "POST", path(set) + "/enact", "");
        team.refuses(409, "ren", "POST", path(set) + "/signoffs", "{'role': 'releng'}");
        team.refuses(409, "ann", "DELETE", path(set), "");
    }

    @Test
    void signoffsAreTakenBackByThemselvesOrByWhoHoldsTheRole() {
        JsonNode set = write("Sign", RAISE);
        step("rel", set, "signoffs", "{'role': 'releng'}");
        step("rel", set, "signoffs", "{'role': 'releng'}");

        team.refuses(403, "man", "DELETE", path(set) + "/signoffs?username=rel", "");
        team.refuses(404, "man", "DELETE", path(set) + "/signoffs", "");
        assertThat(team.as("ren", "DELETE", path(set) + "/signoffs?username=rel", "")
                        .get("signoffs"))
                .isEmpty();
        step("ren", set, "signoffs", "{'role': 'releng'}");
        assertThat(step("ren", set, "signoffs", "{'role': 'relman'}").get("signoffs"))
                .isEqualTo(json("{'ren': 'relman'}"));
        assertThat(team.as("ren", "DELETE", path(set) + "/signoffs", "").get("signoffs"))
                .isEmpty();
    }

    @Test
    void signoffsLapseByAnEditOfContentOrTimeAndNotByOneOfTheTitle() {
        JsonNode set = write("Sign", RAISE);
        step("rel", set, "signoffs", "{'role': 'releng'}");

        assertThat(edit(set, "{'title': 'Signed', 'data_version': 1}").get("signoffs"))
                .isEqualTo(json("{'rel': 'releng'}"));
        String kept = "{'sc_id': " + set.get("changes").get(0).get("sc_id") + "}";
        assertThat(edit(set, "{'changes': [" + kept + "]}").get("signoffs")).isEqualTo(json("{'rel': 'releng'}"));
        JsonNode moved = edit(set, "{'when': " + (set.get("when").asLong() + 1000) + "}");
        assertThat(moved.get("signoffs")).isEmpty();
        assertThat(moved.get("lapsed_signoffs")).hasSize(1);
        assertThat(moved.get("lapsed_signoffs").get(0)).isEqualTo(json("""
                {'person': 'rel', 'role': 'releng', 'reason': 'was given when this was something else: due time'}
                """));
        assertThat(moved.get("title").asString()).isEqualTo("Signed");
        assertThat(moved.get("data_version").asInt()).isEqualTo(4);
        step("rel", set, "signoffs", "{'role': 'releng'}");
        assertThat(edit(set, "{'changes': [" + kept + ", " + beta(82) + "]}").get("signoffs"))
                .isEmpty();
    }

    @Test
    void aChangeKeepsItsIdWhileOthersComeAndGo() {
        JsonNode set = write("Two additions", "%s, %s".formatted(addition(1), addition(2)));
        long second = set.get("changes").get(1).get("sc_id").asLong();
        long reserved = set.get("changes").get(1).get("rule_id").asLong();

        JsonNode alone = edit(set, "{'changes': [{'sc_id': " + second + "}]}");
        assertThat(alone.get("changes")).hasSize(1);
        assertThat(alone.get("changes").get(0)).isEqualTo(set.get("changes").get(1));
        JsonNode rewritten = edit(
                set,
                "{'changes': [%s, {'sc_id': %d, 'priority': 4, 'mapping': 'App-2', 'backgroundRate': 9, 'update_type': 'minor'}]}"
                        .formatted(beta(83), second));
        JsonNode change = rewritten.get("changes").get(1);
        assertThat(change.get("sc_id").asLong()).isEqualTo(second);
        assertThat(change.get("rule_id").asLong()).isEqualTo(reserved);
        assertThat(change.get("priority").asInt()).isEqualTo(4);
        assertThat(change.get("product").isNull()).isTrue();
    }

    @Test
    void whatASetIsToldAsCanBeSentBack() {
        JsonNode set = write("Round trip", RAISE + ", " + beta(84) + ", " + addition(3) + """
                , {'object': 'pin', 'change_type': 'update', 'product': 'App', 'channel': 'release', 'version': '1.', 'mapping': 'App-2'},
                {'object': 'release', 'change_type': 'insert', 'name': 'App-4', 'product': 'App', 'blob':
                 {'name': 'App-4', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '3.0', 'displayVersion': '3.0', 'platforms': {}}}
                """);

        JsonNode again =
                edit(set, "{'changes': " + set.get("changes").toString().replace('"', '\'') + "}");

        assertThat(again.get("changes")).isEqualTo(set.get("changes"));
    }

    @Test
    void aHeldSetIsOutOfTheQueueUntilItIsResumed() {
        JsonNode set = write("Hold", RAISE);
        step("rel", set, "signoffs", "{'role': 'releng'}");

        JsonNode held = step("ann", set, "hold", "{'data_version': 1}");
        assertThat(held.get("state").asString()).isEqualTo("held");
        assertThat(held.get("signoffs")).isEqualTo(json("{'rel': 'releng'}"));
        assertThat(held.get("required_signoffs")).isEqualTo(json("{'releng': 1}"));
        team.refuses(409, "bot", "POST", path(set) + "/enact", "");
        team.refuses(409, "ann", "POST", path(set) + "/resume", "{'data_version': 1}");
        assertThat(step("ann", set, "resume", "{'data_version': 2}").get("signoffs"))
                .isEqualTo(json("{'rel': 'releng'}"));
        step("ann", set, "hold", "");
        assertThat(step("ann", set, "resume", "{'when': " + (set.get("when").asLong() + 1) + "}")
                        .get("signoffs"))
                .isEmpty();
    }

    @Test
    void aWithdrawnSetIsCopiedToANewDraft() {
        JsonNode set = write("Copy me", RAISE + ", " + addition(5) + """
                , {'object': 'release', 'change_type': 'update', 'name': 'App-2', 'blob':
                 {'name': 'App-2', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '2.1', 'displayVersion': '2.1', 'platforms': {}}}
                """);
        JsonNode withdrawn = team.as("ann", "DELETE", path(set) + "?data_version=1", "");
        assertThat(withdrawn.get("state").asString()).isEqualTo("withdrawn");
        team.refuses(409, "ann", "DELETE", path(set), "");

        JsonNode copy = team.as("root", "POST", path(set) + "/copy", "");

        assertThat(copy.get("id")).isNotEqualTo(set.get("id"));
        assertThat(copy.get("state").asString()).isEqualTo("draft");
        assertThat(copy.get("author").asString()).isEqualTo("root");
        assertThat(copy.get("title").asString()).isEqualTo("Copy me");
        assertThat(copy.get("when")).isEqualTo(set.get("when"));
        assertThat(told(copy)).isEqualTo(told(set));
        assertThat(copy.get("changes").get(0).get("fields"))
                .isEqualTo(set.get("changes").get(0).get("fields"));
        assertThat(copy.get("changes").get(2).get("fields"))
                .isEqualTo(set.get("changes").get(2).get("fields"));
        assertThat(copy.get("changes").get(1).get("rule_id"))
                .isNotEqualTo(set.get("changes").get(1).get("rule_id"));
        assertThat(team.as("ann", "POST", path(set) + "/copy", "{'title': 'Mine', 'when': 'W'}")
                        .get("title")
                        .asString())
                .isEqualTo("Mine");
    }

    @Test
    void aSetThatConflictsSaysSo() {
        JsonNode set = write("Base moves", beta(85));
        team.as(
                "ann",
                "POST",
                "/api/rules/8",
                "{'data_version': %d, 'priority': 86}"
                        .formatted(team.get("/api/rules/8").get("data_version").asInt()));

        JsonNode now = team.get(path(set));

        assertThat(texts(now.get("conflicts"))).singleElement().asString().contains("priority was '80'");
        assertThat(now.get("needs_attention").asBoolean()).isTrue();
        assertThat(now.get("changes")
                        .get(0)
                        .get("fields")
                        .get("priority")
                        .get("live")
                        .asInt())
                .isEqualTo(86);
        team.refuses(409, "bot", "POST", path(set) + "/enact", "");
        JsonNode mine = edit(set, "{'changes': [" + beta(85) + "]}");
        assertThat(mine.get("conflicts")).isEmpty();
        assertThat(mine.get("changes").get(0).get("sc_id"))
                .isEqualTo(set.get("changes").get(0).get("sc_id"));
        team.as(
                "ann",
                "POST",
                "/api/rules/8",
                "{'data_version': %d, 'priority': 80}"
                        .formatted(team.get("/api/rules/8").get("data_version").asInt()));
    }

    @Test
    void aStaleDataVersionIsAConflictInEveryStep() {
        JsonNode set = write("Stale", RAISE);
        edit(set, "{'title': 'Newer'}");

        for (String step : List.of("hold", "enact")) {
            team.refuses(409, "root", "POST", path(set) + "/" + step, "{'data_version': 1}");
        }
        team.refuses(409, "rel", "POST", path(set) + "/signoffs", "{'role': 'releng', 'data_version': 1}");
        team.refuses(409, "ann", "POST", path(set), "{'title': 'Mine', 'data_version': 1}");
        team.refuses(409, "ann", "DELETE", path(set) + "?data_version=1", "");
    }

    @Test
    void whatWaitsForSomebodyIsWhatTheyCanSign() {
        JsonNode set = write("Wait", RAISE);

        JsonNode waiting = team.as("rel").get("/api/waiting");

        assertThat(waiting.get("count").asInt()).isEqualTo(1);
        assertThat(waiting.get("to_sign").get(0))
                .isEqualTo(json("""
                {'change_set': %d, 'title': 'Wait', 'when': %d, 'roles': ['releng']}
                """.formatted(id(set), set.get("when").asLong())));
        assertThat(team.as("man").get("/api/waiting").get("count").asInt()).isZero();
        step("rel", set, "signoffs", "{'role': 'releng'}");
        assertThat(team.as("rel").get("/api/waiting").get("count").asInt()).isZero();
    }

    private static JsonNode write(String title, String changes) {
        return team.as("ann", "POST", SETS, "{'title': '%s', 'when': 'W', 'changes': [%s]}".formatted(title, changes));
    }

    private static JsonNode edit(JsonNode set, String body) {
        return team.as("ann", "POST", path(set), body);
    }

    private static JsonNode step(String person, JsonNode set, String step, String body) {
        return team.as(person, "POST", path(set) + "/" + step, body);
    }

    private static String beta(int priority) {
        return "{'object': 'rule', 'change_type': 'update', 'rule_id': 'beta', 'priority': " + priority + "}";
    }

    private static String addition(int priority) {
        return "{'object': 'rule', 'change_type': 'insert', 'priority': " + priority
                + ", 'mapping': 'App-1', 'backgroundRate': 5, 'update_type': 'minor', 'product': 'App'}";
    }

    private static String path(JsonNode set) {
        return SETS + "/" + id(set);
    }

    private static long id(JsonNode set) {
        return set.get("id").asLong();
    }

    private static List<Long> ids(String state) {
        return team.get(SETS + "?state=" + state)
                .get("change_sets")
                .valueStream()
                .map(ChangeSetsApiTest::id)
                .toList();
    }

    private static List<String> told(JsonNode set) {
        return set.get("changes")
                .valueStream()
                .map(change -> change.get("object").asString() + " "
                        + change.get("change_type").asString())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
