package dev.rehearsal.serve;

import static dev.rehearsal.serve.World.on;
import static dev.rehearsal.serve.World.world;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.blob.UrlPolicy;
import dev.rehearsal.serve.sample.SamplingOptions;
import dev.rehearsal.serve.signature.ContentSignatures;
import dev.rehearsal.serve.signature.KeyFile;
import dev.rehearsal.serve.signature.SignatureProperties;
import dev.rehearsal.serve.signature.SignatureProperties.Key;
import dev.rehearsal.serve.signature.Verifier;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Which answers carry a signature: those of Firefox and none of Fenix. */
class SignedAnswersTest {

    private final SnapshotHolder snapshots = new SnapshotHolder();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    SignedAnswersTest() {
        snapshots.replace(world().release("New", "136.0")
                .rule(7, "New", "channel", "release")
                .snapshot());
    }

    @Test
    void anUpdateIsSignedAndSoIsThatThereIsNone() throws Exception {
        KeyFile own = KeyFile.in(folder, "secp384r1");
        UpdateFilter filter = filter(own.key());

        for (String channel : new String[] {"release", "release", "nobody"}) {
            MockHttpServletResponse answer = get(filter, on(channel));
            assertThat(Verifier.accepts(
                            own.pair().getPublic(),
                            Objects.requireNonNull(answer.getHeader("Content-Signature")),
                            answer.getContentAsString()))
                    .as(channel)
                    .isTrue();
        }
    }

    @Test
    void errorsAndOtherProductsAreNotSigned() throws Exception {
        UpdateFilter filter = filter(KeyFile.in(folder, "secp384r1").key());

        assertThat(get(filter, on("release").with("product", "Fenix")).getHeader("Content-Signature"))
                .isNull();
        assertThat(get(filter, on("release").asking("nonsense=1")).getHeader("Content-Signature"))
                .isNull();
    }

    @Test
    void withoutASignatureThereIsNoAnswer() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        UpdateFilter filter =
                filter(new Key(null, null, null, null, null, URI.create("http://127.0.0.1:1"), "key", "user", secret));

        MockHttpServletResponse answer = get(filter, on("release"));

        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-cache");
        assertThat(answer.getContentAsString()).doesNotContain("<update");
    }

    private UpdateFilter filter(Key key) {
        return new UpdateFilter(
                snapshots,
                new UpdateAnswers(UrlPolicy.OPEN, true, Asking::noDice),
                new OperationsPages(snapshots, new NodeIdentity("rehearsal", null, null, null), Clock.systemUTC()),
                NodeRole.ALL,
                new UpdateMeter(),
                new RequestSampler(SamplingOptions.USUAL, 1),
                new Unavailable(),
                new ContentSignatures(new SignatureProperties(Map.of("Firefox", key), null), Clock.systemUTC()));
    }

    private static MockHttpServletResponse get(UpdateFilter filter, UpdateUrl url) throws IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", url.path());
        request.setQueryString(url.query().isEmpty() ? null : url.query().substring(1));
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.answered(request, response);
        return response;
    }
}
