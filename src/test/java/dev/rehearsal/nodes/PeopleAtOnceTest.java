package dev.rehearsal.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.Share;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.nodes.Model.Taken;
import dev.rehearsal.staging.ChangeSetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two people do something to the same set in the same moment, each having looked at it before. */
@EachDatabase
class PeopleAtOnceTest {

    private static final int ROUNDS = 100;
    private static final int SEEDS = 10;

    private final Crew crew;

    PeopleAtOnceTest(TestDatabase database) {
        this.crew = new Crew(database);
    }

    static LongStream seeds() {
        return LongStream.range(0, Share.of(SEEDS));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void oneAlwaysComesAfterTheOther(long seed) throws Exception {
        Random random = new Random(seed);
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            for (int number = 0; number < ROUNDS; number++) {
                outcomes.addAll(new Round(seed + "." + number, random).play(people));
            }
        }
        assertThat(outcomes).as("how rounds end").contains(Outcome.DONE, Outcome.CONFLICT, Outcome.INVALID);
    }

    /** One set from being scheduled to being looked at after both have done what they wanted. */
    private final class Round {

        private final String name;
        private final ChangeSetId set;
        private final Model before;
        private final List<String> liveBefore = crew.live();
        private final Step one;
        private final Step other;

        Round(String name, Random random) {
            this.name = name;
            this.set = crew.schedules(name);
            Model start = Model.pending(name, name);
            if (random.nextBoolean()) {
                start = prepared(start, Crew.signs());
            }
            if (random.nextInt(4) == 0) {
                start = prepared(start, Crew.holds());
            }
            this.before = start;
            this.one = Crew.someStep(random, name + ".one");
            this.other = Crew.someStep(random, name + ".other");
        }

        private Model prepared(Model start, Step step) {
            assertThat(crew.take(step, set, start.dataVersion())).isEqualTo(Outcome.DONE);
            return start.take(step, start.dataVersion()).after();
        }

        List<Outcome> play(ExecutorService people) throws Exception {
            int seen = before.dataVersion();
            CyclicBarrier together = new CyclicBarrier(2);
            Future<Outcome> first = people.submit(() -> {
                together.await();
                return crew.take(one, set, seen);
            });
            Future<Outcome> second = people.submit(() -> {
                together.await();
                return crew.take(other, set, seen);
            });
            List<Outcome> outcomes = List.of(first.get(1, TimeUnit.MINUTES), second.get(1, TimeUnit.MINUTES));
            Model after = crew.told(set);

            assertThat(List.of(inOrder(one, other, false), inOrder(other, one, true)))
                    .as("round %s: %s and %s at once, on %s", name, one, other, before)
                    .contains(new Ending(outcomes, after));
            assertLive(after);
            assertServed(after);
            withdrawIfOpen(after);
            return outcomes;
        }

        private Ending inOrder(Step earlier, Step later, boolean turned) {
            Taken first = before.take(earlier, before.dataVersion());
            Taken second = first.after().take(later, before.dataVersion());
            return new Ending(
                    turned ? List.of(second.outcome(), first.outcome()) : List.of(first.outcome(), second.outcome()),
                    second.after().asTold());
        }

        private void assertLive(Model after) {
            if (after.state().equals("enacted")) {
                assertThat(crew.live()).containsOnly(crew.written(set).getFirst());
                assertThat(crew.written(set))
                        .as("round %s: each rule once", name)
                        .hasSize(2)
                        .allMatch(row -> row.startsWith(after.content() + " "));
            } else {
                assertThat(crew.live()).as("round %s", name).isEqualTo(liveBefore);
                assertThat(crew.written(set)).as("round %s", name).isEmpty();
            }
        }

        private void assertServed(Model after) {
            assertThat(crew.servesWhatIsWritten())
                    .as("round %s: when both have returned", name)
                    .isTrue();
            assertThat(crew.served().pending(set).map(Crew::stateOf))
                    .as("round %s", name)
                    .isEqualTo(after.state().equals("pending") ? Optional.of("pending") : Optional.empty());
        }

        private void withdrawIfOpen(Model after) {
            crew.take(new Step.Withdraw(TestDatabase.WRITER), set, after.dataVersion());
        }
    }

    /** How both calls ended, and what became of the set. */
    private record Ending(List<Outcome> outcomes, Model set) {}
}
