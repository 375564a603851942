package dev.rehearsal.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.Patience;
import dev.rehearsal.serve.RawHttp;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Bugzilla 1369379 asked for, from the mapping to the history, as people and their scripts meet it over HTTP: a
 * minor update is queued, tested on the computed channel, respun, tested again, signed, and live.
 */
class TestChannelStoryTest {

    /** Long enough for everybody to have signed, in the common case; what takes longer goes live a little later. */
    private static final long SECONDS_UNTIL_DUE = 4;

    @ParameterizedTest
    @MethodSource
    void anUpdateGoesLiveAsItWasTested(RecordedUpdate update, String product, String next) throws IOException {
        tell(update, product, next);
    }

    static Stream<Arguments> anUpdateGoesLiveAsItWasTested() throws IOException {
        return RecordedUpdate.thereAre(Map.of(
                "heron-3.6.13", List.of("Heron", "Heron-3.6.13-build2"),
                "firefox-3.6.13", List.of("Firefox", "Firefox-3.6.13-build3")));
    }

    private static void tell(RecordedUpdate update, String product, String next) throws IOException {
        try (RunningRehearsal rehearsal =
                RunningRehearsal.with(dataset(update, product), "--rehearsal.enactor.interval=100ms")) {
            new Story(rehearsal, update, product, next).tell();
        }
    }

    /** Without the rules that people kept by hand for test channels, and with people. */
    private static JsonNode dataset(RecordedUpdate update, String product) {
        ObjectNode dataset = (ObjectNode) update.dataset().deepCopy();
        ArrayNode rules = RunningRehearsal.JSON.createArrayNode();
        update.dataset().get("rules").forEach(rule -> {
            if (!rule.get("channel").asString().endsWith("test")) {
                rules.add(rule);
            }
        });
        dataset.set("rules", rules);
        ObjectNode more = RunningRehearsal.json("""
                {'people': [
                  {'name': 'author', 'permissions': {'rule': {}, 'release': {}, 'channel_mapping': {}, 'gate': {}}},
                  {'name': 'signer', 'roles': ['releng'], 'permissions': {'rule': {}}},
                  {'name': 'tester', 'roles': ['qa'], 'permissions': {'break_glass': {'products': ['Nothing']}}}],
                 'required_signoffs': [
                  {'product': 'PRODUCT', 'channel': 'release', 'role': 'releng', 'signoffs_required': 1}]}
                """.replace("PRODUCT", product));
        dataset.setAll(more);
        return dataset;
    }

    /** One telling of it. */
    private static final class Story {

        private final RunningRehearsal rehearsal;
        private final RecordedUpdate update;
        private final String product;
        private final String next;
        private final RunningRehearsal.Caller author;
        private final RunningRehearsal.Caller signer;
        private final RunningRehearsal.Caller tester;

        Story(RunningRehearsal rehearsal, RecordedUpdate update, String product, String next) {
            this.rehearsal = rehearsal;
            this.update = update;
            this.product = product;
            this.next = next;
            this.author = rehearsal.as("author");
            this.signer = rehearsal.as("signer");
            this.tester = rehearsal.as("tester");
        }

        void tell() {
            mapAndGuard();
            List<String> releaseUrls = update.urlsAs("releasetest", "release");
            List<String> liveBefore = answers(releaseUrls);
            RawHttp.Reply untouched =
                    rehearsal.ask(update.urlsAs("releasetest", "releasetest").getFirst());
            assertThat(untouched.header("Rehearsal-Fingerprint")).isEqualTo(liveFingerprint());

            Instant due = Instant.now().plusSeconds(SECONDS_UNTIL_DUE);
            long set = schedule(due);
            assertThat(update.differencesAs(rehearsal, "releasetest", "releasetest"))
                    .isEmpty();
            assertThat(answers(releaseUrls)).isEqualTo(liveBefore);

            pass();
            assertThat(gateIsOpen(set)).isTrue();
            editSomethingElse();
            assertThat(gateIsOpen(set)).isTrue();

            String respun = respinOneLocale();
            assertThat(gateIsOpen(set)).isFalse();
            JsonNode stale = rehearsal
                    .get("/api/verdicts?test_channel=releasetest&product=" + product)
                    .get("verdicts")
                    .get(0);
            assertThat(stale.get("stale").asBoolean()).isTrue();
            assertThat(stale.get("stale_because").toString()).contains(next).contains(respun);
            sign(set);
            HttpResponse<String> tooEarly = send(author, "POST", "/api/change_sets/" + set + "/enact", "{}");
            assertThat(tooEarly.statusCode()).isIn(403, 409);
            assertThat(answers(releaseUrls)).isEqualTo(liveBefore);

            List<String> tested = answers(update.urlsAs("releasetest", "releasetest"));
            String promised = pass();
            Patience.until("the set is live", () -> state(set).equals("enacted"));

            JsonNode enacted = rehearsal.get("/api/change_sets/" + set);
            assertThat(enacted.get("ended_at").asLong()).isGreaterThanOrEqualTo(due.toEpochMilli());
            assertThat(liveFingerprint()).isEqualTo(promised);
            assertThat(answers(update.urlsAs("releasetest", "releasetest"))).isEqualTo(tested);
            assertThat(answers(releaseUrls)).isNotEqualTo(liveBefore);
            itIsAllInTheHistory(set, due);
        }

        private void mapAndGuard() {
            long set = enactedOnceSigned("""
                    {'title': 'releasetest shows release', 'when': 'W', 'changes': [
                     {'object': 'channel_mapping', 'change_type': 'insert', 'product': 'PRODUCT', 'live_channel': 'release',
                      'test_channel': 'releasetest', 'scope': 'whole_queue'},
                     {'object': 'gate', 'change_type': 'insert', 'product': 'PRODUCT', 'live_channel': 'release', 'role': 'qa',
                      'passes_required': 1}]}
                    """);
            assertThat(state(set)).isEqualTo("enacted");
        }

        private long schedule(Instant due) {
            String body = """
                    {'title': 'Ship NEXT to release', 'when': DUE, 'changes': [
                     {'object': 'rule', 'change_type': 'update', 'rule_id': RULE, 'mapping': 'NEXT'}]}
                    """.replace("NEXT", next)
                    .replace("DUE", Long.toString(due.toEpochMilli()))
                    .replace("RULE", update.ruleOf("release").get("rule_id").asString());
            return done(author, "POST", "/api/change_sets", body).get("id").asLong();
        }

        /** As a bot would: it vouches for the state that really answered. */
        private String pass() {
            String fingerprint = Objects.requireNonNull(rehearsal
                    .ask(update.urlsAs("releasetest", "releasetest").getFirst())
                    .header("Rehearsal-Fingerprint"));
            done(tester, "POST", "/api/verdicts", """
                    {'test_channel': 'releasetest', 'product': 'PRODUCT', 'fingerprint': 'F', 'outcome': 'pass', 'note': 'all files are there'}
                    """.replace("'F'", "'" + fingerprint + "'"));
            return fingerprint;
        }

        private void editSomethingElse() {
            done(
                    author,
                    "PUT",
                    "/api/rules/" + update.ruleOf("beta").get("rule_id").asString(),
                    "{'data_version': 1, 'comment': 'nothing to do with it'}");
        }

        /** @return the locale that got a new file */
        private String respinOneLocale() {
            JsonNode blob = rehearsal.get("/api/releases/" + next);
            String platform = blob.get("platforms").propertyNames().iterator().next();
            JsonNode locales = blob.get("platforms").get(platform).get("locales");
            String locale = locales.propertyNames().iterator().next();
            ObjectNode build = (ObjectNode) locales.get(locale).deepCopy();
            ((ObjectNode) build.get("complete")).put("filesize", "1");
            ObjectNode body = RunningRehearsal.JSON
                    .createObjectNode()
                    .put("product", product)
                    .put("data", build.toString())
                    .put("schema_version", blob.get("schema_version").asInt())
                    .put("data_version", 1);
            done(author, "PUT", "/api/releases/" + next + "/builds/" + platform + "/" + locale, body.toString());
            return locale;
        }

        private void itIsAllInTheHistory(long set, Instant due) {
            JsonNode journal = rehearsal.get("/api/journal?change_set=" + set).get("entries");
            assertThat(journal.valueStream().map(entry -> entry.get("object").asString()))
                    .contains("rule", "signoff");
            assertThat(rehearsal
                            .get("/api/verdicts?test_channel=releasetest&product=" + product)
                            .get("count")
                            .asInt())
                    .isEqualTo(2);
            JsonNode then = rehearsal.get(
                    "/api/test_channels/releasetest/rules?product=" + product + "&at=" + (due.toEpochMilli() - 1));
            assertThat(then.get("change_sets").toString()).isEqualTo("[" + set + "]");
            assertThat(rehearsal
                            .get("/api/test_channels/releasetest/rules?product=" + product)
                            .get("change_sets"))
                    .isEmpty();
        }

        private long enactedOnceSigned(String body) {
            long set = done(author, "POST", "/api/change_sets", body).get("id").asLong();
            sign(set);
            rehearsal.post("/api/change_sets/" + set + "/enact", RunningRehearsal.JSON.createObjectNode());
            return set;
        }

        private void sign(long set) {
            done(signer, "POST", "/api/change_sets/" + set + "/signoffs", "{'role': 'releng'}");
        }

        private boolean gateIsOpen(long set) {
            return rehearsal
                    .get("/api/change_sets/" + set)
                    .get("gates")
                    .get(0)
                    .get("open")
                    .asBoolean();
        }

        private String state(long set) {
            return rehearsal.get("/api/change_sets/" + set).get("state").asString();
        }

        private String liveFingerprint() {
            return rehearsal
                    .get("/api/channels/release/fingerprint?product=" + product)
                    .get("fingerprint")
                    .asString();
        }

        private List<String> answers(List<String> urls) {
            return urls.stream()
                    .map(rehearsal::ask)
                    .map(reply -> reply.status() + " " + reply.body())
                    .toList();
        }

        private JsonNode done(RunningRehearsal.Caller who, String method, String path, String body) {
            HttpResponse<String> response = send(who, method, path, body);
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
            return RunningRehearsal.JSON.readTree(response.body());
        }

        private HttpResponse<String> send(RunningRehearsal.Caller who, String method, String path, String body) {
            return who.send(method, path, Refusals.json(body.replace("PRODUCT", product)));
        }
    }
}
