package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Rollouts over HTTP: ann writes, rel signs, tess has a role, bot enacts, eve has no part in App. */
class PlansApiTest {

    private static final String PLANS = "/api/plans";
    private static final String NEW = """
            {'title': 'App-2 to all', 'product': 'App', 'channel': 'release', 'release': 'App-2',
             'steps': [{'percentage': 1}, {'after': 'PT24H', 'percentage': 25}, {'after': 'P3D', 'percentage': 100}],
             'checks': [{'kind': 'figure', 'name': 'crash_rate', 'at_most': 2.0}, {'kind': 'verdict'}]}
            """;

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

    private static String made() {
        return PLANS + "/" + team.as("ann", "POST", PLANS, NEW).get("id");
    }

    @Test
    void hasASetForEachStepAndTellsHowItStands() {
        JsonNode plan = team.get(made());

        assertThat(plan.get("state").asString()).isEqualTo("going");
        assertThat(plan.get("steps")).hasSize(3);
        assertThat(plan.at("/steps/1/percentage").asInt()).isEqualTo(25);
        assertThat(plan.at("/steps/1/soak").asString()).isEqualTo("PT24H");
        assertThat(plan.at("/next/percentage").asInt()).isEqualTo(1);
        assertThat(plan.at("/steps/0/let_go").asBoolean()).isTrue();
        assertThat(plan.at("/steps/1/let_go").asBoolean()).isFalse();
        assertThat(plan.at("/checks/1/outcome").asString()).isEqualTo("inconclusive");
        assertThat(plan.at("/checks/2/outcome").asString()).isEqualTo("success");
        JsonNode set = team.get("/api/change_sets/" + plan.at("/steps/1/change_set"));
        assertThat(set.get("title").asString()).isEqualTo("App-2 to all: 25 % of release");
        assertThat(set.get("obstacles").toString()).contains("does not go on with this step");
    }

    @Test
    void isListed() {
        made();

        assertThat(team.get(PLANS).at("/plans/0/title").asString()).isEqualTo("App-2 to all");
    }

    @Test
    void isStoppedByAnybodyOfTheProductWithoutAReason() {
        String plan = made();

        assertThat(team.as("tess", "POST", plan + "/stop", "").get("state").asString())
                .isEqualTo("stopped");
    }

    @Test
    void goesOnForWhoeverNamesThePercentage() {
        String plan = made();
        team.as("tess", "POST", plan + "/stop", "{'reason': 'it crashes'}");

        team.refuses(409, "ann", "POST", plan + "/resume", "{'percentage': 25}");
        team.refuses(403, "tess", "POST", plan + "/resume", "{'percentage': 1}");
        JsonNode going = team.as("ann", "POST", plan + "/resume", "{'percentage': 1}");

        assertThat(going.get("state").asString()).isEqualTo("going");
        assertThat(going.at("/events/1/act").asString()).isEqualTo("stopped");
        assertThat(going.at("/events/1/note").asString()).isEqualTo("it crashes");
    }

    @Test
    void aStoppedStepIsNotEnactedThoughItIsSigned() {
        String plan = made();
        String set = "/api/change_sets/" + team.get(plan).at("/steps/0/change_set");
        team.as("rel", "POST", set + "/signoffs", "{'role': 'releng'}");
        team.as("tess", "POST", plan + "/stop", "{'reason': 'it crashes'}");

        assertThat(team.send("bot", "POST", set + "/enact", "{}").body()).contains("it was stopped by tess");
        assertThat(team.send("root", "POST", set + "/enact", "{'break_glass': 'hurry'}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aFigureOutOfItsBoundPausesIt() {
        String plan = made();

        JsonNode paused = team.as("rel", "POST", plan + "/figures", "{'name': 'crash_rate', 'value': 2.5}");

        assertThat(paused.get("state").asString()).isEqualTo("paused");
        assertThat(paused.get("reason").asString()).contains("crash_rate is 2.5");
    }

    @Test
    void aMonitorSaysThatItCouldNotFindOut() {
        String plan = made();

        JsonNode going = team.as("rel", "POST", plan + "/figures", "{'name': 'crash_rate', 'error': 'no answer'}");

        assertThat(going.at("/checks/1/outcome").asString()).isEqualTo("error");
    }

    @Test
    void aMovedStepHasAnotherDueTimeAndSoHaveThoseAfterIt() {
        String plan = made();
        JsonNode before = team.get(plan);
        long due = before.at("/steps/1/when").asLong() + 3_600_000;

        JsonNode after = team.as("ann", "POST", plan + "/steps/2", "{'when': %d, 'along': true}".formatted(due));

        assertThat(after.at("/steps/1/when").asLong()).isEqualTo(due);
        assertThat(after.at("/steps/1/soak").asString()).isEqualTo("PT25H");
        assertThat(after.at("/steps/2/when").asLong())
                .isEqualTo(before.at("/steps/2/when").asLong() + 3_600_000);
    }

    @Test
    void aStepStaysBetweenItsNeighbours() {
        String plan = made();
        long last = team.get(plan).at("/steps/2/when").asLong();

        team.refuses(400, "ann", "POST", plan + "/steps/2", "{'when': %d}".formatted(last + 1));
        team.refuses(400, "ann", "POST", plan + "/steps/2", "{'when': %d}".formatted(1));
    }

    @Test
    void theJournalTellsWhatWasDone() {
        String plan = made();
        team.as("tess", "POST", plan + "/stop", "{'reason': 'it crashes'}");

        JsonNode told = team.get("/api/journal?object=plan&limit=1");

        assertThat(told.at("/entries/0/changes/act").toString() + told).contains("stopped", "it crashes", "tess");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            400 | "" | []
            400 | "" | {}
            400 | "" | {'title': 'x', 'product': 'App', 'channel': 'release', 'release': 'App-2', 'steps': []}
            400 | "" | {'title': 'x', 'product': 'App', 'channel': 'release', 'release': 'App-2', 'steps': 'soon'}
            400 | "" | {'title': 'x', 'product': 'App', 'channel': 'release', 'release': 'App-2', 'steps': [1]}
            400 | "" | {'title': 'x', 'product': 'App', 'channel': 'release', 'release': 'App-2', 'steps': [{'percentage': 0}]}
            400 | "" | {'title': 'x', 'product': 'App', 'channel': 'release', 'release': 'App-2', 'steps': [{'percentage': 101}]}
            400 | "" | {'title': 'x', 'product': 'App', 'channel': 'release', 'release': 'App-2', 'steps': [{'percentage': 5}, {'percentage': 5}]}
            400 | "" | {'title': 'x', 'product': 'App', 'channel': 'release', 'release': 'App-2', 'steps': [{'percentage': 5, 'after': 'soon'}]}
            400 | "" | {'title': 'x', 'product': 'App', 'channel': 'release', 'release': 'App-2', 'steps': [{'percentage': 5, 'after': '-PT1H'}]}
            400 | "" | {'title': 'x', 'product': 'App', 'channel': 'release', 'release': 'App-2', 'steps': [{'percentage': 5, 'after': 'PT999999999999H'}]}
            400 | "" | {'title': 'x', 'product': 'App', 'channel': 'release', 'release': 'App-9', 'steps': [{'percentage': 5}]}
            400 | "" | {'title': 'x', 'product': 'App', 'channel': 'release', 'release': 'App-2', 'rule_id': 9, 'steps': [{'percentage': 5}]}
            400 | "" | {'title': 'x', 'product': 'App', 'channel': 'release', 'release': 'App-2', 'start': 1, 'steps': [{'percentage': 5}]}
            400 | "" | {'title': 'x', 'product': 'App', 'channel': 'release', 'release': 'App-2', 'steps': [{'percentage': 5}], 'checks': [{'kind': 'luck'}]}
            400 | "" | {'title': 'x', 'product': 'App', 'channel': 'release', 'release': 'App-2', 'steps': [{'percentage': 5}], 'checks': [{'kind': 'figure', 'name': 'a'}]}
            400 | "" | {'title': 'x', 'product': 'App', 'channel': 'release', 'release': 'App-2', 'steps': [{'percentage': 5}], 'checks': [{'kind': 'url', 'name': 'a', 'url': 'https://elsewhere.example/x'}]}
            400 | "" | {'title': 'x', 'product': 'App', 'channel': 'release', 'release': 'App-2', 'steps': [{'percentage': 5}], 'luck': 1}
            400 | /{plan}/stop | {'reason': 5}
            400 | /{plan}/stop | {'why': 'x'}
            400 | /{plan}/resume | {}
            400 | /{plan}/resume | {'percentage': 'all'}
            400 | /{plan}/figures | {'name': 'crash_rate'}
            400 | /{plan}/figures | {'name': 'crash_rate', 'value': 'many'}
            400 | /{plan}/figures | {'name': 'luck', 'value': 1}
            400 | /{plan}/steps/1 | {'when': 'soon'}
            404 | /{plan}/steps/9 | {'when': 'W'}
            404 | /999999/stop | ""
            404 | /999999/resume | {'percentage': 1}
            """)
    void refusesWhatIsWrongAndChangesNothing(int status, String path, String body) {
        String filled = path.contains("{plan}") ? path.replace("/{plan}", made().substring(PLANS.length())) : path;
        SortedMap<String, String> before = team.rehearsal.tables();

        team.refuses(status, "ann", "POST", PLANS + filled, body);

        assertThat(team.rehearsal.tables()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            eve | /stop      | {}
            eve | /resume    | {'percentage': 1}
            eve | /figures   | {'name': 'crash_rate', 'value': 1}
            eve | /steps/2   | {'when': 'W'}
            """)
    void isNoneOfTheBusinessOfWhoHasNoPartInTheProduct(String person, String path, String body) {
        String plan = made();

        team.refuses(403, person, "POST", plan + path, body);
    }
}
