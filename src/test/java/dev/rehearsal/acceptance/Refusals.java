package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** What every refusal of the API is like: problem JSON with the right status, and a sentence. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(HttpResponse<String> refusal, int status) {
        assertThat(refusal.statusCode()).as(refusal.body()).isEqualTo(status);
        assertThat(refusal.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = RunningRehearsal.JSON.readTree(refusal.body());
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.path("type").asString("")).as(refusal.body()).isNotBlank();
    }

    /** Single quotes for double ones, and a time to come for W. */
    static String json(String body) {
        return body.replace("'W'", Long.toString(Instant.now().plusSeconds(3600).toEpochMilli()))
                .replace('\'', '"');
    }
}
