package dev.rehearsal.serve.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.blob.UrlPolicy;
import dev.rehearsal.live.InMemoryContents;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever is asked again after a change, and whoever is not: each prefix of a queue moves those whose answers differ. */
class AnsweredPopulationPropertiesTest {

    private static final UpdateAnswers ANSWERS = new UpdateAnswers(UrlPolicy.OPEN, true, () -> {
        throw new AssertionError("nothing is rolled");
    });

    static LongStream seeds() {
        return Seeds.upTo(2_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void movesExactlyThoseWhoseAnswersDiffer(long seed) {
        Chance chance = new Chance(seed);
        InMemoryContents contents = new InMemoryContents();
        Tables live = new GeneratedState(chance, contents).tables();
        List<QueuedSet> queue = GeneratedQueue.of(chance, contents, live, 4);
        Population population = population(chance);
        AnsweredPopulation staged = AnsweredPopulation.of(ANSWERS, served(live, contents), population);

        for (int length = 1; length <= queue.size(); length++) {
            ServedState state =
                    served(Stage.of(live, queue.subList(0, length), contents).staged(), contents);
            staged = staged.in(state);

            assertThat(staged.movements().moving()).isEqualTo(plainly(population, served(live, contents), state));
        }
    }

    /** A quarter of each world's requests is drawn, and what these get is compared with what all get. */
    @Test
    void boundsMissWhatAllGetInAtMostOneOfTwenty() {
        int worlds = 0;
        int missed = 0;
        for (long seed : Seeds.upTo(2_000).toArray()) {
            Chance chance = new Chance(seed);
            InMemoryContents contents = new InMemoryContents();
            Tables live = new GeneratedState(chance, contents).tables();
            List<QueuedSet> queue = GeneratedQueue.of(chance, contents, live, 3);
            Population all = population(chance);
            Population drawn = drawn(all, new Random(seed));
            ServedState before = served(live, contents);
            ServedState after = served(Stage.of(live, queue, contents).staged(), contents);

            Share share = Movements.between(ANSWERS, before, after, drawn).changed();
            double truth =
                    Movements.between(ANSWERS, before, after, all).changed().estimate();

            worlds++;
            missed += truth < share.lower() - 1e-9 || truth > share.upper() + 1e-9 ? 1 : 0;
        }
        assertThat(missed).isLessThanOrEqualTo(worlds / 20);
    }

    private static Population drawn(Population all, Random random) {
        List<UpdateQuery> requests = new ArrayList<>();
        all.classes().forEach(asked -> requests.addAll(Collections.nCopies((int) asked.requests(), asked.query())));
        Collections.shuffle(requests, random);
        Map<UpdateQuery, Long> counted = new LinkedHashMap<>();
        requests.subList(0, requests.size() / 4).forEach(query -> counted.merge(query, 1L, Long::sum));
        return new Population(
                all.where(),
                all.source(),
                all.from(),
                all.until(),
                counted.entrySet().stream()
                        .map(one -> new RequestClass(one.getKey(), one.getValue()))
                        .toList(),
                requests.size());
    }

    private static List<Movement> plainly(Population population, ServedState before, ServedState after) {
        return population.classes().stream()
                .map(asked -> new Movement(
                        asked, Answers.of(ANSWERS, before, asked.query()), Answers.of(ANSWERS, after, asked.query())))
                .filter(movement -> movement.changed() > 0)
                .toList();
    }

    private static Population population(Chance chance) {
        List<UpdateQuery> queries = new ArrayList<>();
        GeneratedState.PRODUCTS.forEach(
                product -> queries.addAll(GeneratedQueries.of(chance, 12, product, chance.oneOf("release", "beta"))));
        return new Population(
                new ProductChannel("Firefox", "release"),
                "a test",
                Instant.EPOCH,
                Instant.EPOCH,
                IntStream.range(0, queries.size())
                        .mapToObj(i -> new RequestClass(queries.get(i), i + 1L))
                        .toList(),
                queries.size() * (queries.size() + 1L) / 2);
    }

    private static ServedState served(Tables tables, InMemoryContents contents) {
        return new ServedState(tables.ruleSet(), tables.releases(), tables.pins(), contents);
    }
}
