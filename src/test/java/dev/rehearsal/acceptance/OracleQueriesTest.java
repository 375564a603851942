package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.serve.Oracle;
import dev.rehearsal.serve.RawHttp.Reply;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every recorded request gets what Balrog answered it, byte for byte. */
class OracleQueriesTest {

    private static RunningRehearsal rehearsal;

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.with(Oracle.json("dataset.json"), OracleOptions.all());
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    static Stream<Arguments> queries() {
        return Oracle.lines("queries.jsonl").stream()
                .map(query -> Arguments.of(
                        query.get("id").intValue(), query.get("group").stringValue(), query));
    }

    @ParameterizedTest(name = "{1} {0}")
    @MethodSource("queries")
    void isAnsweredAsByBalrogEachTime(int id, String group, JsonNode query) {
        assertAnsweredAsByBalrog(rehearsal, query);
        assertAnsweredAsByBalrog(rehearsal, query);
    }

    static void assertAnsweredAsByBalrog(RunningRehearsal rehearsal, JsonNode query) {
        Reply reply = rehearsal.ask(
                query.path("method").stringValue("GET"), query.get("url").stringValue(), requestHeaders(query));

        Expected expected = new Expected(query);
        if (expected.status() == 500) {
            assertThat(reply).satisfies(OracleQueriesTest::degradesGracefully);
        } else if (query.path("regex_glob").booleanValue(false)) {
            assertThat(reply.status()).isLessThan(500);
        } else {
            expected.assertMatches(reply);
        }
    }

    private static void degradesGracefully(Reply reply) {
        assertThat(reply.status()).isIn(200, 400, 404);
        if (reply.status() == 200) {
            assertThat(reply.mediaType()).isEqualTo("text/xml");
            assertThat(reply.body())
                    .startsWith("<?xml version=\"1.0\"?>\n<updates>")
                    .endsWith("</updates>");
        }
    }

    private static Map<String, String> requestHeaders(JsonNode query) {
        Map<String, String> headers = new LinkedHashMap<>();
        query.path("request_headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().stringValue()));
        return headers;
    }

    private record Expected(JsonNode query) {

        int status() {
            return query.get("status").intValue();
        }

        String mediaType() {
            String type = query.get("content_type").stringValue();
            return type.split(";")[0];
        }

        void assertMatches(Reply reply) {
            assertThat(reply.status()).isEqualTo(status());
            assertThat(reply.mediaType()).isEqualTo(mediaType());
            for (String name :
                    List.of("Strict-Transport-Security", "X-Content-Type-Options", "Content-Security-Policy")) {
                assertThat(reply.header(name)).as(name).isEqualTo(header(name));
            }
            if (status() == 308) {
                assertThat(pathOf(reply.header("Location"))).isEqualTo(pathOf(header("Location")));
            } else if (!mediaType().equals("application/problem+json")) {
                assertThat(reply.body()).isEqualTo(query.get("body").stringValue());
            }
            if (status() == 200) {
                for (String name : List.of("Cache-Control", "Rule-ID", "Rule-Data-Version")) {
                    assertThat(reply.header(name)).as(name).isEqualTo(header(name));
                }
            }
        }

        private @Nullable String header(String name) {
            return query.get("headers").path(name).stringValue(null);
        }

        private static String pathOf(@Nullable String location) {
            return URI.create(Objects.requireNonNull(location)).getRawPath();
        }
    }
}
