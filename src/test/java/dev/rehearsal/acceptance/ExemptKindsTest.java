package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Automation that works as with Balrog goes on doing so where an installation exempts what it writes, but not past gates. */
class ExemptKindsTest {

    private static final String HASH = "ab".repeat(64);

    private static RunningRehearsal rehearsal;
    private static RunningRehearsal.Caller ann;

    @BeforeAll
    static void start() {
        rehearsal = RunningRehearsal.with(
                RunningRehearsal.json("""
                {'rules': [
                  {'rule_id': 1, 'priority': 90, 'mapping': 'App-2', 'backgroundRate': 100, 'update_type': 'minor',
                   'product': 'App', 'channel': 'release', 'data_version': 1},
                  {'rule_id': 2, 'priority': 90, 'mapping': 'All', 'backgroundRate': 100, 'update_type': 'minor',
                   'product': 'Plugins', 'channel': 'release', 'data_version': 1},
                  {'rule_id': 3, 'priority': 90, 'mapping': 'App-3', 'backgroundRate': 100, 'update_type': 'minor',
                   'product': 'App', 'channel': 'beta', 'data_version': 1}],
                 'releases': [
                  {'name': 'App-1', 'product': 'App', 'data_version': 1, 'blob': APP-1},
                  {'name': 'App-2', 'product': 'App', 'data_version': 1, 'blob': APP-2},
                  {'name': 'App-3', 'product': 'App', 'data_version': 1, 'blob': APP-3},
                  {'name': 'All', 'product': 'Plugins', 'data_version': 1, 'blob':
                   {'name': 'All', 'schema_version': 4000, 'blobs': ['One']}},
                  {'name': 'One', 'product': 'Plugins', 'data_version': 1, 'blob': ONE}],
                 'people': [
                  {'name': 'ann', 'permissions': {'rule': {}, 'release': {}, 'pinnable_release': {}}},
                  {'name': 'rex', 'roles': ['releng'], 'permissions': {'break_glass': {'products': ['Nothing']}}},
                  {'name': 'tess', 'roles': ['qa'], 'permissions': {'break_glass': {'products': ['Nothing']}}}],
                 'required_signoffs': [
                  {'product': 'App', 'channel': 'release', 'role': 'releng', 'signoffs_required': 1},
                  {'product': 'Plugins', 'channel': 'release', 'role': 'releng', 'signoffs_required': 1}],
                 'gates': [{'product': 'App', 'live_channel': 'beta', 'role': 'qa', 'passes_required': 1}]}
                """.replace("APP-1", app("App-1", "20250101000000", ""))
                        .replace(
                                "APP-2",
                                app("App-2", "20260101000000", "{'from': 'App-1', 'filesize': 1, 'hashValue': 'HASH'}"))
                        .replace("APP-3", app("App-3", "20260101000000", ""))
                        .replace("ONE", one("1"))),
                "--rehearsal.signoff.exempt=pins,superblob-parts,partial-sources",
                "--rehearsal.enactor.interval=1h");
        ann = rehearsal.as("ann");
    }

    @AfterAll
    static void stop() {
        rehearsal.close();
    }

    @Test
    void aPinIsSetAtOnceThoughNotPastAGate() {
        assertThat(pins("release").statusCode()).isEqualTo(200);

        HttpResponse<String> gated = pins("beta");

        assertThat(gated.statusCode()).as(gated.body()).isEqualTo(409);
    }

    @Test
    void aPartOfASuperblobIsWrittenAtOnce() {
        assertThat(writes("One", "Plugins", one("2")).statusCode()).isEqualTo(200);
    }

    @Test
    void theJournalTellsWhatWentWithoutSignoffs() {
        // Unless another test has written it already.
        writes("One", "Plugins", one("3"));

        HttpResponse<String> journal = ann.send("GET", "/api/journal?product=Plugins", "");

        assertThat(journal.body()).contains("\"object\":\"exempt_use\"").contains("Plugins");
    }

    @Test
    void theBuildThatAPartialComesFromIsWrittenAtOnce() {
        assertThat(writes("App-1", "App", app("App-1", "20250202000000", "")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aReleaseThatARuleNamesNeedsSignoffsAllTheSame() {
        HttpResponse<String> named = writes("App-2", "App", app("App-2", "20260202000000", ""));

        assertThat(named.statusCode()).as(named.body()).isEqualTo(400);
        assertThat(named.body()).contains("signoff is required: 0 of 1 by releng given");
    }

    private static HttpResponse<String> pins(String channel) {
        return ann.send(
                "PUT",
                "/api/v2/releases/App-3/pinnable",
                RunningRehearsal.json(
                                "{'product': 'App', 'channel': 'CHANNEL', 'version': '1.'}".replace("CHANNEL", channel))
                        .toString());
    }

    private static HttpResponse<String> writes(String name, String product, String blob) {
        return ann.send(
                "PUT",
                "/api/releases/" + name,
                RunningRehearsal.json("{'product': 'PRODUCT', 'data_version': 1, 'blob': BLOB}"
                                .replace("PRODUCT", product)
                                .replace("BLOB", blob))
                        .toString());
    }

    private static String app(String name, String buildId, String partial) {
        return """
                {'name': 'NAME', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '1.0', 'displayVersion': '1.0',
                 'fileUrls': {'*': {'completes': {'*': 'https://files.example/c'}, 'partials': {'App-1': 'https://files.example/p'}}},
                 'platforms': {'p': {'locales': {'de': {'buildID': 'BUILD',
                   'completes': [{'from': '*', 'filesize': 1, 'hashValue': 'HASH'}], 'partials': [PARTIAL]}}}}}
                """.replace("NAME", name)
                .replace("BUILD", buildId)
                .replace("PARTIAL", partial)
                .replace("HASH", HASH);
    }

    private static String one(String version) {
        return """
                {'name': 'One', 'schema_version': 1000, 'hashFunction': 'sha512', 'vendors': {'plug': {'version': 'VERSION',
                 'platforms': {'p': {'filesize': 1, 'hashValue': 'HASH', 'fileUrl': 'https://files.example/'}}}}}
                """.replace("VERSION", version).replace("HASH", HASH);
    }
}
