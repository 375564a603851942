package dev.rehearsal.serve;

import static dev.rehearsal.serve.World.on;
import static dev.rehearsal.serve.World.world;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rehearsal.blob.UpdateXml;
import dev.rehearsal.blob.UrlPolicy;
import dev.rehearsal.serve.sample.SamplingOptions;
import dev.rehearsal.serve.signature.ContentSignatures;
import dev.rehearsal.serve.signature.SignatureProperties;
import java.io.IOException;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UpdateFilterTest {

    private final SnapshotHolder snapshots = new SnapshotHolder();
    private final RequestSampler sampler = new RequestSampler(SamplingOptions.USUAL, 1);
    private final UpdateFilter filter = filter(Asking::noDice);

    private UpdateFilter filter(IntSupplier roll) {
        return new UpdateFilter(
                snapshots,
                new UpdateAnswers(UrlPolicy.OPEN, true, roll),
                new OperationsPages(
                        snapshots, new NodeIdentity("rehearsal", "1.2", "c0ffee", "abcd"), Clock.systemUTC()),
                NodeRole.ALL,
                new UpdateMeter(),
                sampler,
                new Unavailable(),
                new ContentSignatures(new SignatureProperties(Map.of(), null), Clock.systemUTC()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/foo",
                "/Update/6/x",
                "/foo/update",
                "/jsonx",
                "/api/rules",
                "/__heartbeat__/x",
                "/ui/update"
            })
    void passesOtherUrlsOn(String url) throws IOException {
        assertThat(filter.answered(new MockHttpServletRequest("GET", url), new MockHttpServletResponse()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/update", "/updates", "//update/6", "/%75pdate", "/x/../update", "/json", "/json/x"})
    void keepsUpdateUrlsHoweverTheyAreSpelt(String url) throws IOException {
        assertThat(get(url).getStatus()).isIn(200, 404);
    }

    @Test
    void answersWithTheHeadersOfBalrog() throws IOException {
        snapshots.replace(world().release("New", "136.0").rule(7, "New").snapshot());

        MockHttpServletResponse response = get(on("release").path());

        assertThat(response.getContentType()).isEqualTo("text/xml; charset=utf-8");
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
        assertThat(response.getHeader("Cache-Control")).isEqualTo("public, max-age=90");
        assertThat(response.getHeader("Rule-ID")).isEqualTo("7");
        assertThat(response.getHeader("Rule-Data-Version")).isEqualTo("1");
        assertThat(response.getHeader("Rehearsal-Fingerprint")).isNull();
    }

    @Test
    void namesTheFingerprintOnATestChannel() throws IOException {
        World shown = world().release("New", "136.0").rule(7, "New");
        snapshots.replace(world().snapshot().mapping("release-cdntest", "release", shown.state()));

        assertThat(get(on("release-cdntest").path()).getHeader("Rehearsal-Fingerprint"))
                .isEqualTo(InMemorySnapshot.fingerprintOf("release-cdntest"));
    }

    @Test
    void samplesARequestWhetherItsAnswerIsNewOrKept() throws IOException {
        snapshots.replace(world().release("New", "136.0")
                .rule(7, "New", "channel", "release")
                .snapshot());
        for (int time = 0; time < 5; time++) {
            get(on("release").path());
        }

        assertThat(sampler.drain().values()).singleElement().satisfies(sample -> {
            assertThat(sample.seen()).isEqualTo(5);
            assertThat(sample.classes().values()).containsExactly(5L);
        });
    }

    @Test
    void redirectsWithinTheHost() throws IOException {
        MockHttpServletResponse response = get("//update//1/Firefox/1.0/2/t/l/c/update.xml");

        assertThat(response.getStatus()).isEqualTo(308);
        assertThat(response.getHeader("Location")).isEqualTo("/update/1/Firefox/1.0/2/t/l/c/update.xml");
    }

    @Test
    void tellsWhichMethodsThereAre() throws IOException {
        assertThat(send("POST", on("release").path()).getHeader("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(send("OPTIONS", on("release").path()).getStatus()).isEqualTo(200);
    }

    @Test
    void refusesUndeclaredParametersAsAProblem() throws IOException {
        MockHttpServletRequest request =
                new MockHttpServletRequest("GET", on("release").path());
        request.setQueryString("a\"b%0A=1");
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.answered(request, response);

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(Oracle.JSON
                        .readTree(response.getContentAsString())
                        .get("detail")
                        .stringValue())
                .isEqualTo("Extra query parameter(s) a\"b\n not in spec");
    }

    @Nested
    class RepeatedUrls {

        private final String url = on("release").path();

        @Test
        void getTheSameAnswer() throws IOException {
            snapshots.replace(world().release("New", "136.0").rule(7, "New").snapshot());

            MockHttpServletResponse first = get(url);
            MockHttpServletResponse second = get(url);

            assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString());
            assertThat(second.getHeader("Rule-ID")).isEqualTo("7");
        }

        @Test
        void areAnsweredFromTheSnapshotOfTheMoment() throws IOException {
            snapshots.replace(world().release("New", "136.0").rule(7, "New").snapshot());
            get(url);
            snapshots.replace(world().release("Newer", "137.0").rule(8, "Newer").snapshot());

            assertThat(get(url).getHeader("Rule-ID")).isEqualTo("8");
        }

        @Test
        void rollTheDiceEachTime() throws IOException {
            Iterator<Integer> rolls = List.of(49, 50, 0).iterator();
            UpdateFilter rolling = filter(rolls::next);
            snapshots.replace(world().release("New", "136.0")
                    .release("Old", "130.0")
                    .rule(7, "New", "backgroundRate", 50, "fallbackMapping", "Old")
                    .snapshot());

            assertThat(answered(rolling, request("GET", url)).getContentAsString())
                    .contains("/New\"");
            assertThat(answered(rolling, request("GET", url)).getContentAsString())
                    .contains("/Old\"");
            assertThat(answered(rolling, request("GET", url)).getContentAsString())
                    .contains("/New\"");
        }

        @Test
        void differByArchitecture() throws IOException {
            snapshots.replace(world().rule(1, null, "headerArchitecture", "Intel")
                    .rule(2, null, "headerArchitecture", "PPC")
                    .snapshot());
            String mac = on("release").with("buildTarget", "Darwin_x86").path();
            MockHttpServletRequest fromPowerPc = request("GET", mac);
            fromPowerPc.addHeader("User-Agent", "Firefox (Macintosh; PPC)");

            assertThat(get(mac).getHeader("Rule-ID")).isEqualTo("1");
            assertThat(answered(filter, fromPowerPc).getHeader("Rule-ID")).isEqualTo("2");
            assertThat(get(mac).getHeader("Rule-ID")).isEqualTo("1");
        }

        @Test
        void differByQueryString() throws IOException {
            snapshots.replace(world().rule(1, null, "mig64", true)
                    .rule(2, null, "priority", 1)
                    .snapshot());
            MockHttpServletRequest migrating = request("GET", url);
            migrating.setQueryString("mig64=1");

            assertThat(get(url).getHeader("Rule-ID")).isEqualTo("2");
            assertThat(answered(filter, migrating).getHeader("Rule-ID")).isEqualTo("1");
        }

        @Test
        void keepTheirMethods() throws IOException {
            snapshots.replace(world().snapshot());
            get(url);

            assertThat(send("POST", url).getStatus()).isEqualTo(405);
        }
    }

    @Nested
    class OperationsPagesOfANode {

        @Test
        void sayHowManyRulesAreServed() throws IOException {
            snapshots.replace(world().rule(1, "A").rule(2, "B").snapshot());

            assertThat(get("/__heartbeat__").getContentAsString()).isEqualTo("2");
        }

        @Test
        void sayThatNoRulesAreLoadedYet() throws IOException {
            assertThat(get("/__heartbeat__").getStatus()).isEqualTo(503);
            assertThat(get(on("release").path()).getStatus()).isEqualTo(503);
        }

        @ParameterizedTest
        @CsvSource({
            "/__lbheartbeat__, 200, no-cache",
            "/__version__, 200, no-cache",
            "/robots.txt, 200, no-cache",
            "/contribute.json, 404, 'public, max-age=90'"
        })
        void areThereBeforeAnyRules(String page, int status, String cacheControl) throws IOException {
            MockHttpServletResponse response = get(page);

            assertThat(response.getStatus()).isEqualTo(status);
            assertThat(response.getHeader("Cache-Control")).isEqualTo(cacheControl);
            assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        }

        @Test
        void sayWhatRunsHere() throws IOException {
            snapshots.replace(world().snapshot());

            assertThat(Oracle.JSON.readValue(get("/__version__").getContentAsString(), Map.class))
                    .isEqualTo(Map.of(
                            "name", "rehearsal",
                            "version", "1.2",
                            "commit", "c0ffee",
                            "snapshot_version", 1,
                            "allow_list", "abcd"));
        }
    }

    @Nested
    class Faults {

        private final ListAppender<ILoggingEvent> log = new ListAppender<>();

        @BeforeEach
        void listen() {
            log.start();
            ((Logger) LoggerFactory.getLogger(FaultLog.class)).addAppender(log);
            ServedState served = world().release("New", "136.0").rule(7, "New").state();
            ServedState broken = new ServedState(served.rules(), served.releases(), served.pins(), content -> {
                throw new IllegalStateException("The disk is gone");
            });
            snapshots.replace(new InMemorySnapshot(broken, new Shutoffs(Set.of())));
        }

        @AfterEach
        void stopListening() {
            ((Logger) LoggerFactory.getLogger(FaultLog.class)).detachAppender(log);
        }

        @Test
        void areAnsweredAsNoUpdate() throws IOException {
            MockHttpServletResponse response = get(on("release").path());

            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.getContentAsString()).isEqualTo(UpdateXml.EMPTY);
        }

        @Test
        void areToldOnce() throws IOException {
            get(on("release").path());
            get(on("beta").path());

            assertThat(log.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN);
        }
    }

    private MockHttpServletResponse get(String url) throws IOException {
        return send("GET", url);
    }

    private MockHttpServletResponse send(String method, String url) throws IOException {
        return answered(filter, request(method, url));
    }

    private static MockHttpServletRequest request(String method, String url) {
        return new MockHttpServletRequest(method, url);
    }

    private static MockHttpServletResponse answered(UpdateFilter filter, MockHttpServletRequest request)
            throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        assertThat(filter.answered(request, response)).isTrue();
        return response;
    }
}
