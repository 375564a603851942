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
    void goesOnKnowingWhatIsAskedAgainAndAgainWhenItIsFull() {
        int asked = 0;
        int known = 0;
        for (int count = 0; count < 30_000; count++) {
            cache.keep(snapshot, "/rare/" + count, "x=1", answer("y".repeat(1_000)));
            String often = "/often/" + count % 50;
            if (count > 1_000) {
                asked++;
                known += cache.find(snapshot, often, null) == null ? 0 : 1;
            }
            if (cache.find(snapshot, often, null) == null) {
                cache.keep(snapshot, often, null, answer("kept"));
            }
        }

        assertThat(known).isGreaterThan(asked * 999 / 1000);
    }

    @Test
    void holdsManySmallAnswersOrFewGreatOnes() {
        assertThat(keptOf(60_000, "kept")).isGreaterThan(20_000);
        assertThat(keptOf(60_000, "x".repeat(4_000))).isBetween(1_000L, 12_000L);
    }

    private long keptOf(int answers, String body) {
        WireAnswer answer = answer(body);
        for (int count = 0; count < answers; count++) {
            cache.keep(snapshot, "/" + body.length() + "/" + count, null, answer);
        }
        return IntStream.range(0, answers)
                .filter(count -> cache.find(snapshot, "/" + body.length() + "/" + count, null) != null)
                .count();
    }

    private static WireAnswer answer(String body) {
        return WireAnswer.of(Answer.of(200, Answer.MediaType.XML, body));
    }
}
