package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Shares of requests tell what they were worked out from. */
class TrafficSharesApiTest {

    private static final String URL = "/update/3/App/%s/0/p/de/release/os/d/dv/update.xml";

    private final RunningRehearsal rehearsal = RunningRehearsal.with(json("""
            {'rules': [
                {'rule_id': 1, 'priority': 1, 'product': 'App', 'channel': 'release', 'backgroundRate': 100, 'update_type': 'minor'},
                {'rule_id': 2, 'priority': 2, 'product': 'App', 'channel': 'release', 'version': '<2.0', 'backgroundRate': 100, 'update_type': 'minor'}]}
            """), "--rehearsal.limits.api-per-second=0");

    @AfterEach
    void stop() {
        rehearsal.close();
    }

    @Test
    void areOfTheListThatStandsForTheSample() {
        String list = "3 " + URL.formatted("1.0") + "\n1 " + URL.formatted("5.0") + "\n";
        rehearsal.exchange(
                HttpRequest.newBuilder(URI.create(rehearsal.url("/api/traffic/lists?name=CDN&from=1000&until=2000")))
                        .header("Authorization", "Bearer " + RunningRehearsal.TOKEN)
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(list))
                        .build());

        JsonNode shares = rehearsal.get("/api/traffic?product=App&channel=release&back=30d");

        assertThat(shares.get("now")).isEqualTo(json("""
                {'now': [{'gets': 'no_update', 'release': null, 'version': null,
                          'share': {'lower': 1.0, 'estimate': 1.0, 'upper': 1.0}}]}
                """).get("now"));
        assertThat(shares.get("queued")).isEqualTo(shares.get("now"));
        assertThat(shares.get("rules")).isEqualTo(json("""
                {'rules': [{'rule_id': 2, 'share': {'lower': 0.75, 'estimate': 0.75, 'upper': 0.75}},
                           {'rule_id': 1, 'share': {'lower': 0.25, 'estimate': 0.25, 'upper': 0.25}}]}
                """).get("rules"));
        assertThat(shares.at("/sample/source").asString()).startsWith("the list 'CDN'");
        assertThat(shares.at("/sample/of").asInt()).isEqualTo(4);
    }

    @Test
    void areNoneWhereNothingIsKnown() {
        assertThat(rehearsal.get("/api/traffic?product=Nothing&channel=nowhere"))
                .isEqualTo(json("""
                {'product': 'Nothing', 'channel': 'nowhere', 'back': '24h', 'sample': null, 'now': [], 'queued': [], 'rules': []}
                """));
    }

    @ParameterizedTest
    @CsvSource({
        "product=App&channel=release&back=7d, must be 24h or 30d",
        "product=App, channel",
        "channel=release, product"
    })
    void sayWhatIsWrong(String query, String sentence) {
        var answer = rehearsal.send("GET", "/api/traffic?" + query, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
    }
}
