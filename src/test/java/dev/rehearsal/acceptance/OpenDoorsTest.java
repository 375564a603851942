package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.serve.RawHttp;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far the API opens where options say so. */
class OpenDoorsTest {

    private static final String SCREENS = "https://balrog.example";

    private static RunningRehearsal rehearsal;

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.with(
                json(Team.DATASET),
                "--rehearsal.api.anonymous-reading=true",
                "--rehearsal.api.cors-origins=" + SCREENS,
                "--rehearsal.api.public-max-age=30s");
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/rules",
                "/api/rules/7",
                "/api/rules/history",
                "/api/releases",
                "/api/releases/App-1",
                "/api/v2/releases",
                "/api/v2/releases/App-1",
                "/api/v2/pins/App/release/1.",
                "/api/scheduled_changes/rules",
                "/api/scheduled_changes/permissions",
                "/api/required_signoffs/product",
                "/api/required_signoffs/product/history",
                "/api/emergency_shutoff",
                "/api/feeds/App/release.atom"
            })
    void everybodyReadsWhatBalrogLetsThem(String path) {
        assertThat(rehearsal.sendOpenly("GET", path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /api/users
            GET    | /api/users/ann
            GET    | /api/users/current
            GET    | /api/permissions/history
            GET    | /api/tokens
            GET    | /api/journal
            GET    | /api/dataset
            GET    | /api/waiting
            GET    | /api/webhooks
            GET    | /api/notices/wishes
            POST   | /api/rules
            DELETE | /api/rules/7?data_version=3
            PUT    | /api/v2/releases/App-1
            """)
    void nobodyReadsMoreNorWrites(String method, String path) {
        Refusals.assertRefused(rehearsal.sendOpenly(method, path), 401);
    }

    @Test
    void pagesFromANamedOriginMayCall() {
        RawHttp.Reply reply = preflight(SCREENS);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo(SCREENS);
        assertThat(reply.header("Access-Control-Allow-Methods")).contains("DELETE");
    }

    @Test
    void pagesFromElsewhereMayNot() {
        assertThat(preflight("https://elsewhere.example").status()).isEqualTo(403);
    }

    @Test
    void whatIsPublicMayBeKeptForAWhile() {
        assertThat(rehearsal.sendOpenly("GET", "/api/v1/rules").headers().allValues("Cache-Control"))
                .containsExactly("public, max-age=30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/rules/none", "/api/rules"})
    void refusalsAndWhatIsNotPublicAreNotKept(String path) {
        assertThat(rehearsal.sendOpenly("GET", path).headers().allValues("Cache-Control"))
                .singleElement()
                .asString()
                .contains("no-store");
    }

    private static RawHttp.Reply preflight(String origin) {
        return rehearsal.ask(
                "OPTIONS",
                "/api/rules/7",
                Map.of(
                        "Origin",
                        origin,
                        "Access-Control-Request-Method",
                        "DELETE",
                        "Access-Control-Request-Headers",
                        "authorization"));
    }
}
