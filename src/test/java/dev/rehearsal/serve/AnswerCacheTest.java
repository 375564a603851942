package dev.rehearsal.serve;

import static dev.rehearsal.serve.World.world;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {

    private final AnswerCache cache = new AnswerCache();
    private final Snapshot snapshot = world().snapshot();

    @Test
    void findsWhatWasKeptForTheSameUrl() {
        cache.keep(snapshot, "/a", "force=1", answer("kept"));

        assertThat(cache.find(snapshot, "/a", "force=1")).isNotNull();
        assertThat(cache.find(snapshot, "/a", null)).isNull();
        assertThat(cache.find(snapshot, "/b", "force=1")).isNull();
    }

    @Test
    void forgetsWithTheSnapshot() {
        cache.keep(snapshot, "/a", null, answer("kept"));

        assertThat(cache.find(world().snapshot(), "/a", null)).isNull();
    }

    @Test
    void keepsNoGreatAnswersOrUrls() {
        cache.keep(snapshot, "/a", null, answer("x".repeat(100_000)));
        cache.keep(snapshot, "/" + "x".repeat(10_000), null, answer("kept"));

        assertThat(cache.find(snapshot, "/a", null)).isNull();
        assertThat(cache.find(snapshot, "/" + "x".repeat(10_000), null)).isNull();
    }

    @Test
    void staysWithinItsBound() {
        for (int count = 0; count < 20_000; count++) {
            cache.keep(snapshot, "/" + count, null, answer("kept"));
        }

        long kept = IntStream.range(0, 20_000)
                .filter(count -> cache.find(snapshot, "/" + count, null) != null)
                .count();
        assertThat(kept).isBetween(1L, 8192L);
    }

    private static WireAnswer answer(String body) {
        return WireAnswer.of(Answer.of(200, Answer.MediaType.XML, body));
    }
}
