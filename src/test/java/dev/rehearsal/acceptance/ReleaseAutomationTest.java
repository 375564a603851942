package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The script of docs/release-automation takes a release from its first locale to its lock, with people where they belong. */
class ReleaseAutomationTest {

    private static final String SCRIPT =
            Path.of("docs/release-automation/promote.py").toAbsolutePath().toString();

    @TempDir
    private Path folder;

    private RunningRehearsal rehearsal;
    private final Map<String, String> tokens = new HashMap<>();

    @BeforeEach
    void start() throws IOException {
        requirePython();
        rehearsal = RunningRehearsal.with(
                RunningRehearsal.json("""
                {'rules': [
                  {'rule_id': 7, 'alias': 'app-release', 'priority': 90, 'mapping': 'App-1', 'backgroundRate': 100,
                   'update_type': 'minor', 'product': 'App', 'channel': 'release', 'data_version': 1}],
                 'releases': [
                  {'name': 'App-1', 'product': 'App', 'data_version': 1, 'blob':
                   {'name': 'App-1', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '1.0', 'displayVersion': '1.0',
                    'platforms': {}}}],
                 'people': [
                  {'name': 'check-bot', 'roles': ['qa-bot'], 'permissions': {'release_locale': {'products': ['Nothing']}}},
                  {'name': 'ship-bot', 'permissions': {'rule': {'products': ['App'], 'actions': ['modify']},
                   'release': {'products': ['App']}, 'release_read_only': {'products': ['App']}, 'pinnable_release': {'products': ['App']}}},
                  {'name': 'ada', 'roles': ['releng'], 'permissions': {'rule': {}}}],
                 'required_signoffs': [{'product': 'App', 'channel': 'release', 'role': 'releng', 'signoffs_required': 1}],
                 'gates': [{'product': 'App', 'live_channel': 'release', 'role': 'qa-bot', 'passes_required': 1}],
                 'channel_mappings': [{'product': 'App', 'live_channel': 'release', 'test_channel': 'release-cdntest'}]}
                """),
                "--rehearsal.enactor.interval=100ms",
                "--rehearsal.system-accounts=ship-bot,check-bot",
                "--rehearsal.signoff.digest-required=true");
        Files.writeString(
                folder.resolve("App-2.json"),
                RunningRehearsal.json("""
                        {'name': 'App-2', 'schema_version': 9, 'hashFunction': 'sha512', 'appVersion': '2.0', 'displayVersion': '2.0',
                         'fileUrls': {'release': {'completes': {'*': 'https://files.example/app-2.mar'}},
                                      'release-cdntest': {'completes': {'*': 'https://cdn.example/app-2.mar'}}},
                         'platforms': {'p': {'OS_FTP': 'p', 'OS_BOUNCER': 'p', 'locales': {
                           'de': {'buildID': '20261120101500', 'appVersion': '2.0', 'displayVersion': '2.0',
                                  'completes': [{'from': '*', 'filesize': 1, 'hashValue': 'HASH'}]},
                           'fr': {'buildID': '20261120101500', 'appVersion': '2.0', 'displayVersion': '2.0',
                                  'completes': [{'from': '*', 'filesize': 1, 'hashValue': 'HASH'}]}}}}}
                        """.replace("HASH", "ab".repeat(64))).toString());
    }

    @AfterEach
    void stop() {
        if (rehearsal != null) {
            rehearsal.close();
        }
    }

    @Test
    void aReleaseGoesFromItsFirstLocaleToItsLock() throws IOException {
        plan("20261120101500");
        assertThat(promote("submit")).isEqualTo(new Run(0, "App-2 is complete"));
        assertThat(rehearsal
                        .get("/api/releases/App-2")
                        .get("platforms")
                        .get("p")
                        .get("locales")
                        .propertyNames())
                .containsExactlyInAnyOrder("de", "fr");
        assertThat(promote("submit")).isEqualTo(new Run(0, "App-2 is complete"));

        String set = promote("schedule").said();
        assertThat(promoteAs("check-bot", "check", set))
                .isEqualTo(new Run(0, "release-cdntest: pass, 2 queries as expected"));
        JsonNode waiting = rehearsal.get("/api/change_sets/" + set);
        assertThat(waiting.get("gates").get(0).get("open").asBoolean()).isTrue();
        String looked = promoteAs("ada", "look", set).said();
        assertThat(looked).contains("Ship App-2 to release, by ship-bot, pending", "signoffs missing: 1 by releng");
        String digest = looked.substring(looked.lastIndexOf(' ') + 1);
        assertThat(promoteAs("ada", "sign", set, "releng", digest)).isEqualTo(new Run(0, "signed as releng"));

        assertThat(promote("wait", set).said()).endsWith("live");
        assertThat(promote("finish")).isEqualTo(new Run(0, "App-2 is read-only"));

        assertThat(rehearsal.get("/api/rules/7").get("mapping").asString()).isEqualTo("App-2");
        assertThat(rehearsal
                        .get("/api/releases/App-2/read_only")
                        .get("read_only")
                        .asBoolean())
                .isTrue();
        assertThat(rehearsal.get("/api/v2/pins/App/release/2.").toString()).contains("App-2");
    }

    @Test
    void whatIsNotAsExpectedIsFailed() throws IOException {
        plan("20990101000000");
        promote("submit");
        String set = promote("schedule").said();

        Run check = promoteAs("check-bot", "check", set);

        assertThat(check.status()).isEqualTo(1);
        assertThat(check.said()).startsWith("release-cdntest: fail, ").contains("did not get 20990101000000");
        assertThat(rehearsal.get("/api/change_sets/" + set).get("obstacles").toString())
                .contains("was failed by check-bot");
    }

    @Test
    void nobodyTestsWhatTheyWrote() throws IOException {
        plan("20261120101500");
        promote("submit");
        String set = promote("schedule").said();

        promote("check", set);

        assertThat(rehearsal
                        .get("/api/change_sets/" + set)
                        .get("gates")
                        .get(0)
                        .get("open")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void whatChangedAfterALookIsLookedAtAgainBeforeItIsSigned() throws IOException {
        plan("20261120101500");
        promote("submit");
        String set = promote("schedule").said();
        String looked = promoteAs("ada", "look", set).said();
        String digest = looked.substring(looked.lastIndexOf(' ') + 1);
        Path release = folder.resolve("App-2.json");
        Files.writeString(release, Files.readString(release).replace("20261120101500", "20261121101500"));
        promote("submit");

        Run signed = promoteAs("ada", "sign", set, "releng", digest);

        assertThat(signed.status()).isEqualTo(1);
        assertThat(signed.said()).contains("409", "look at it again before signing");
    }

    private void plan(String expected) throws IOException {
        String url = "/update/3/App/%s/0/p/de/{channel}/default/default/default/update.xml";
        Files.writeString(
                folder.resolve("plan.json"),
                RunningRehearsal.json("""
                        {'server': 'SERVER', 'product': 'App', 'live_channel': 'release', 'test_channels': ['release-cdntest'],
                         'rule': 'app-release', 'release': 'App-2.json', 'pin': '2.',
                         'queries': [{'url': 'OLD', 'build_id': 'EXPECTED'}, {'url': 'NOBODY'}]}
                        """.replace("SERVER", rehearsal.url(""))
                                .replace("OLD", url.formatted("1.0"))
                                .replace("NOBODY", url.formatted("1.0").replace("/p/", "/another/"))
                                .replace("EXPECTED", expected))
                        .toString());
    }

    /** @param said without the line break at its end */
    private record Run(int status, String said) {}

    private Run promote(String... step) throws IOException {
        return promoteAs("ship-bot", step);
    }

    private Run promoteAs(String person, String... step) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("python3", SCRIPT, folder.resolve("plan.json").toString()));
        command.addAll(List.of(step));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("REHEARSAL_TOKEN", tokens.computeIfAbsent(person, this::tokenOf));
        builder.environment().put("PROMOTE_SECONDS_BETWEEN_LOOKS", "0.1");
        Process process = builder.start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                return fail("still running: " + command);
            }
            return new Run(process.exitValue(), said.strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private String tokenOf(String person) {
        return rehearsal
                .post(
                        "/api/tokens",
                        RunningRehearsal.JSON
                                .createObjectNode()
                                .put("person", person)
                                .put("name", "promotion"))
                .get("token")
                .asString();
    }

    private static void requirePython() {
        try {
            new ProcessBuilder("python3", "--version").start().destroy();
        } catch (IOException missing) {
            String what = "Python 3 is not installed, so the script of the guide is not run";
            if (System.getenv("CI") != null) {
                fail(what);
            }
            Assumptions.abort(what);
        }
    }
}
