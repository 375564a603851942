package dev.rehearsal.insight.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.blob.UrlPolicy;
import dev.rehearsal.live.InMemoryContents;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.impact.RequestClass;
import dev.rehearsal.staging.Chance;
import dev.rehearsal.staging.GeneratedQueries;
import dev.rehearsal.staging.GeneratedQueue;
import dev.rehearsal.staging.GeneratedState;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Seeds;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever is asked again after a change, and whoever is not: shares are those of who asks all of them anew. */
class DecidedRequestsPropertiesTest {

    private static final UpdateAnswers ANSWERS = new UpdateAnswers(UrlPolicy.OPEN, true, () -> {
        throw new AssertionError("nothing is rolled");
    });

    static LongStream seeds() {
        return Seeds.upTo(1_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void comeToTheSameHoweverTheStateWasReached(long seed) {
        Chance chance = new Chance(seed);
        InMemoryContents contents = new InMemoryContents();
        Tables live = new GeneratedState(chance, contents).tables();
        List<QueuedSet> queue = GeneratedQueue.of(chance, contents, live, 3);
        ServedState before = served(live, contents);
        ServedState after = served(Stage.of(live, queue, contents).staged(), contents);
        Population population = population(chance);

        DecidedRequests reached =
                DecidedRequests.of(ANSWERS, before, population).in(after);

        DecidedRequests anew = DecidedRequests.of(ANSWERS, after, population);
        assertThat(reached.byRule()).isEqualTo(anew.byRule());
        assertThat(reached.byRelease().parts())
                .usingRecursiveComparison()
                .withEqualsForType((one, other) -> Math.abs(one - other) < 1e-9, Double.class)
                .isEqualTo(anew.byRelease().parts());
    }

    private static Population population(Chance chance) {
        List<UpdateQuery> queries = GeneratedQueries.of(chance, 30, "Firefox", "release");
        return new Population(
                new ProductChannel("Firefox", "release"),
                "a test",
                Instant.EPOCH,
                Instant.EPOCH,
                IntStream.range(0, queries.size())
                        .mapToObj(i -> new RequestClass(queries.get(i), i + 1L))
                        .toList(),
                1_000);
    }

    private static ServedState served(Tables tables, InMemoryContents contents) {
        return new ServedState(tables.ruleSet(), tables.releases(), tables.pins(), contents);
    }
}
