package dev.rehearsal.acceptance;

import static dev.rehearsal.acceptance.RunningRehearsal.JSON;
import static dev.rehearsal.acceptance.RunningRehearsal.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Lists of requests are sent as they are, and figures tell where they come from. */
class TrafficApiTest {

    private static final String LISTS = "/api/traffic/lists";
    private static final String CDN = LISTS + "?name=CDN&from=1000&until=2000";
    private static final String URL = "/update/3/App/0.5/0/p/de/release/os/d/dv/update.xml";

    private final RunningRehearsal rehearsal = RunningRehearsal.with(json("""
            {'rules': [{'rule_id': 1, 'priority': 1, 'product': 'App', 'channel': 'release', 'backgroundRate': 100, 'update_type': 'minor'}]}
            """), "--rehearsal.limits.api-per-second=0");

    @AfterEach
    void stop() {
        rehearsal.close();
    }

    private HttpResponse<String> load(String path, String type, byte[] body) {
        return rehearsal.exchange(HttpRequest.newBuilder(URI.create(rehearsal.url(path)))
                .header("Authorization", "Bearer " + RunningRehearsal.TOKEN)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes(text));
        }
        return packed.toByteArray();
    }

    @Test
    void aListIsLoadedListedAndRemoved() throws IOException {
        HttpResponse<String> loaded = load(CDN, "application/gzip", packed("7 " + URL + "\nsomething else\n"));

        assertThat(loaded.statusCode()).as(loaded.body()).isEqualTo(201);
        JsonNode list = rehearsal.get(LISTS).at("/lists/0");
        assertThat(list).isEqualTo(JSON.readTree(loaded.body()));
        assertThat(list.at("/channels/0")).isEqualTo(json("""
                {'product': 'App', 'channel': 'release', 'requests': 7, 'kept': 7}
                """));
        assertThat(rehearsal.get("/api/traffic/channels").at("/channels/0/list"))
                .isEqualTo(list.get("id"));

        assertThat(rehearsal.send("DELETE", LISTS + "/" + list.get("id"), "").statusCode())
                .isEqualTo(204);
        assertThat(rehearsal.get(LISTS).get("count").asInt()).isZero();
    }

    @Test
    void whatClientsAskIsCountedAtOnce() {
        rehearsal.ask(URL);
        rehearsal.ask(URL);
        rehearsal.ask(URL + "?force=1");

        JsonNode channels = rehearsal.get("/api/traffic/channels").get("channels");
        assertThat(channels.valueStream()
                        .filter(one -> one.at("/product").asString("").equals("App")))
                .singleElement()
                .satisfies(one -> assertThat(one.get("requests").asInt()).isGreaterThanOrEqualTo(2));
    }

    @ParameterizedTest
    @CsvSource({
        "name=&from=1&until=2, must say where the list comes from",
        "name=CDN&from=2&until=1, must be after",
        "name=CDN&from=99999999999999&until=999999999999999, is still to come",
        "name=CDN&from=yesterday&until=2, from",
        "from=1&until=2, name",
        "name=CDN&from=1&until=2&product=App, is no query parameter"
    })
    void whatIsWrongWithAListIsSaid(String query, String sentence) {
        HttpResponse<String> refused = load(LISTS + "?" + query, "text/plain", bytes(URL));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains(sentence);
    }

    @Test
    void aListThatHoldsNoUpdateUrlIsRefused() {
        HttpResponse<String> refused = load(CDN, "text/plain", bytes("one\ntwo\n"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("hold no update URL that counts (lines: 2)");
    }

    @Test
    void aPackedListThatIsCutShortIsRefusedAndNothingIsKept() throws IOException {
        byte[] whole = packed((URL + "\n").repeat(2_000));
        HttpResponse<String> refused = load(CDN, "application/gzip", Arrays.copyOf(whole, whole.length - 12));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("cannot be unpacked");
        assertThat(rehearsal.get(LISTS).get("count").asInt()).isZero();
    }

    @Test
    void whatIsNoListByItsTypeIsNotRead() {
        assertThat(load(CDN, "application/x-www-form-urlencoded", bytes(URL)).statusCode())
                .isEqualTo(415);
    }

    @Test
    void onlyAdministratorsLoadLists() {
        HttpResponse<String> refused = rehearsal.exchange(HttpRequest.newBuilder(URI.create(rehearsal.url(CDN)))
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(URL))
                .build());

        assertThat(refused.statusCode()).isEqualTo(401);
    }

    @Test
    void hoursHaveAnEnd() {
        assertThat(rehearsal.send("GET", "/api/traffic/channels?hours=721", "").statusCode())
                .isEqualTo(400);
    }
}
