package dev.rehearsal.staging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.live.InMemoryContents;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of a state, brought forward to a later one, against what is found where all of that is looked at anew. */
class EffectTrackerStartTest {

    private static final int STATES = 6;
    private static final Lens SIGNED = new Lens(false, true, true);
    private static final Set<ProductChannel> PAIRS = Set.of(
            new ProductChannel("Firefox", "release"),
            new ProductChannel("Firefox", "release-cck-acme"),
            new ProductChannel("Thunderbird", "release"),
            new ProductChannel("GMP", "beta"),
            new ProductChannel("Guardian", "beta"),
            new ProductChannel(null, "release"));

    static LongStream seeds() {
        return Seeds.upTo(3_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsBroughtForwardIsWhatIsFoundAnew(long seed) {
        InMemoryContents contents = new InMemoryContents();
        Chance chance = new Chance(seed);
        Tables tables = new GeneratedState(chance, contents).tables();
        EffectTracker.Start brought = new EffectTracker.Start(tables, contents, PAIRS, SIGNED);
        for (int state = 0; state < STATES; state++) {
            Tables later = Mutation.of(chance, contents, tables);

            brought = brought.next(later, TablesDifference.between(tables, later));

            EffectTracker.Start anew = new EffectTracker.Start(later, contents, PAIRS, SIGNED);
            assertThat(brought.deciding()).as("state %d", state).isEqualTo(anew.deciding());
            Tables next = Mutation.of(chance, contents, later);
            List<Transition> step = TablesDifference.between(later, next);
            assertThat(told(brought.track().follow(step)))
                    .isEqualTo(told(anew.track().follow(step)));
            tables = later;
        }
    }

    /** Otherwise the seeds would show little. */
    @Test
    void mostPairsAreKept() {
        int kept = 0;
        for (long seed = 0; seed < 100; seed++) {
            InMemoryContents contents = new InMemoryContents();
            Chance chance = new Chance(seed);
            Tables tables = new GeneratedState(chance, contents).tables();
            EffectTracker.Start start = new EffectTracker.Start(tables, contents, PAIRS, SIGNED);
            Tables later = Mutation.of(chance, contents, tables);
            EffectTracker.Start next = start.next(later, TablesDifference.between(tables, later));
            kept += (int) PAIRS.stream()
                    .filter(pair ->
                            start.deciding().get(pair) == next.deciding().get(pair))
                    .count();
        }
        assertThat(kept).isBetween(100, 500);
    }

    private static Set<List<Object>> told(List<Effect> effects) {
        return effects.stream()
                .map(effect -> List.<Object>of(
                        effect.pair(),
                        effect.needsSignoffs(),
                        effect.fingerprintAfter(),
                        Set.copyOf(effect.entering()),
                        effect.moved()))
                .collect(Collectors.toSet());
    }
}
