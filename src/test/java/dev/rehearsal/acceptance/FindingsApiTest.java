package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is wrong or odd, over HTTP: when a set is saved, and whenever somebody asks. */
class FindingsApiTest {

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

    private static JsonNode throttle() {
        return team.as("ann", "POST", "/api/change_sets", """
                {'title': 'Throttle', 'when': 'W', 'changes': [{'object': 'rule', 'change_type': 'update', 'rule_id': 7, 'backgroundRate': 25}]}
                """);
    }

    @Test
    void aSetSaysSoWhenItIsSavedAndWhenItIsRead() {
        JsonNode set = throttle();

        assertThat(set.get("findings").get(0))
                .isEqualTo(json("""
                {'kind': 'throttled', 'severity': 'warning',
                 'sentence': '75 % of the clients of rule #7 get no update at all: it has no fallback mapping',
                 'what_to_do': 'name a fallback mapping, if they shall get one',
                 'change_set': SET, 'rule_id': 7, 'channel': null}
                """.replace("SET", set.get("id").toString())));
        assertThat(team.get("/api/change_sets/" + set.get("id")).get("findings"))
                .isEqualTo(set.get("findings"));
    }

    @Test
    void whatConcernsAProductOnAChannelIsListed() {
        throttle();

        JsonNode found = team.get("/api/findings?product=App&channel=release");
        assertThat(found.get("count").asInt()).isEqualTo(1);
        assertThat(found.get("findings").get(0).get("kind").asString()).isEqualTo("throttled");
        assertThat(team.get("/api/findings?channel=release-cdntest")).isEqualTo(found);
        assertThat(team.get("/api/findings?product=App&channel=beta")
                        .get("count")
                        .asInt())
                .isZero();
        assertThat(team.get("/api/findings")).isEqualTo(found);
    }
}
