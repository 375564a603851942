package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people say to a set over HTTP: ann writes, rel, rex and ren could sign, the rest could not. */
class CommentsApiTest {

    private static final String SETS = "/api/change_sets";

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

    private static String set() {
        JsonNode set = team.as("ann", "POST", SETS, """
                {'title': 'Raise', 'when': W, 'changes': [{'object': 'rule', 'change_type': 'update', 'rule_id': 7, 'priority': 95}]}
                """.replace("W", "'W'"));
        String path = SETS + "/" + set.get("id");
        team.as("rel", "POST", path + "/signoffs", "{'role': 'releng'}");
        return path;
    }

    private static JsonNode request(String path) {
        return team.as("rex", "POST", path + "/comments", "{'text': 'No', 'request_changes': true}");
    }

    @Test
    void whoWantsChangesIsToldByTheSetAndItDoesNotGo() {
        String path = set();
        JsonNode request = request(path);
        assertThat(request.get("stands").asBoolean()).isTrue();

        JsonNode told = team.get(path);
        assertThat(told.get("changes_requested_by").toString()).isEqualTo("[\"rex\"]");
        assertThat(told.get("needs_attention").asBoolean()).isTrue();
        assertThat(told.get("obstacles").toString()).contains("changes are requested by rex");
        HttpResponse<String> enacted = team.send("bot", "POST", path + "/enact", "{}");
        assertThat(enacted.statusCode()).isEqualTo(409);
        assertThat(enacted.body()).contains("changes are requested by rex");
    }

    @Test
    void itGoesOnceItsAuthorHasAnswered() {
        String path = set();
        JsonNode request = request(path);

        JsonNode answer =
                team.as("ann", "POST", path + "/comments/" + request.get("id") + "/answers", "{'text': 'But yes'}");

        assertThat(answer.get("ends").asBoolean()).isTrue();
        assertThat(team.get(path).get("changes_requested_by")).isEmpty();
        team.as("bot", "POST", path + "/enact", "{}");
        assertThat(team.get(path).get("state").asString()).isEqualTo("enacted");
    }

    @Test
    void itIsListedUnderWhatWaitsForItsAuthor() {
        request(set());

        JsonNode waiting = team.as("ann").get("/api/waiting");
        assertThat(waiting.at("/to_answer/0/why").asString()).isEqualTo("changes_requested");
        assertThat(waiting.at("/to_answer/0/person").asString()).isEqualTo("rex");
        assertThat(waiting.get("count").asInt()).isEqualTo(1);
    }

    @Test
    void otherPeopleCommentAndNoMore() {
        String path = set();

        assertThat(team.send("eve", "POST", path + "/comments", "{'text': 'No', 'request_changes': true}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(team.send("ci", "POST", path + "/comments", "{'text': 'No', 'request_changes': true}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(team.as("eve", "POST", path + "/comments", "{'text': 'No'}")
                        .get("kind")
                        .asString())
                .isEqualTo("remark");
    }

    @Test
    void whatIsWrongIsToldAndChangesNothing() {
        String path = set();
        String comments = path + "/comments";

        assertThat(status("POST", comments, "{}")).isEqualTo(400);
        assertThat(status("POST", comments, "{'text': '  '}")).isEqualTo(400);
        assertThat(status("POST", comments, "{'text': '" + "x".repeat(2_001) + "'}"))
                .isEqualTo(400);
        assertThat(status("POST", comments, "{'text': 'x', 'field': 'mapping'}"))
                .isEqualTo(400);
        assertThat(status("POST", comments, "{'text': 'x', 'change': 999999}")).isEqualTo(400);
        assertThat(status("POST", comments, "{'text': 'x', 'change': 'y'}")).isEqualTo(400);
        assertThat(status("POST", comments, "{'text': 'x', 'colour': 'y'}")).isEqualTo(400);
        assertThat(status("POST", comments, "{'text': 'a\\ud800b'}")).isEqualTo(400);
        assertThat(status("POST", comments + "/999999/answers", "{'text': 'x'}"))
                .isEqualTo(404);
        assertThat(status("POST", comments + "/999999/take_back", "")).isEqualTo(404);
        assertThat(status("DELETE", comments + "/999999/waiting", "")).isEqualTo(404);
        assertThat(status("POST", SETS + "/999999/comments", "{'text': 'x'}")).isEqualTo(404);
        assertThat(status("GET", SETS + "/999999/comments", "")).isEqualTo(404);
        assertThat(team.get(comments).get("count").asInt()).isZero();
    }

    private static int status(String method, String path, String body) {
        return team.send("rex", method, path, body).statusCode();
    }

    @Test
    void onlyARequestOfOnesOwnIsTakenBackAndOnce() {
        String path = set();
        String request = path + "/comments/" + request(path).get("id");

        assertThat(team.send("rel", "POST", request + "/take_back", "").statusCode())
                .isEqualTo(403);
        team.as("rex", "POST", request + "/take_back", "");
        assertThat(team.send("rex", "POST", request + "/take_back", "").statusCode())
                .isEqualTo(409);
        assertThat(team.get(path + "/comments").at("/comments/0/stands").asBoolean(true))
                .isFalse();
    }
}
