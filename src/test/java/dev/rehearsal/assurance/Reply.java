package dev.rehearsal.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/**
 * What somebody who tried something was told.
 *
 * @param asked method and path
 */
record Reply(String asked, int status, String body) {

    Reply succeeds() {
        assertThat(status).as("%s: %s", asked, body).isBetween(200, 299);
        return this;
    }

    /** Refused because of what was asked, in words that a person can read. */
    Reply isRefused() {
        assertThat(status).as("%s: %s", asked, body).isBetween(400, 499);
        return this;
    }

    boolean wasDone() {
        return status >= 200 && status <= 299;
    }

    JsonNode json() {
        return Server.JSON.readTree(body);
    }
}
