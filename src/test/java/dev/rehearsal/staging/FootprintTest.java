package dev.rehearsal.staging;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static dev.rehearsal.staging.LiveState.live;
import static dev.rehearsal.staging.SetBuilder.aSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FootprintTest {

    private static final Set<ProductChannel> PAIRS =
            Set.of(new ProductChannel("Firefox", "beta"), new ProductChannel(null, "beta"));

    private final LiveState state = live().releases("R1", "R2");

    /** Whether it does to Firefox what it does to any other product is told to its signers. */
    @Test
    void aStepForEveryProductDependsOnWhatSetsOneOfThemApart() {
        Footprint forEvery =
                of(aSet(1).adds(aRule().withId(103).forChannel("beta").mapsTo("R1")));
        Footprint forFirefox = of(aSet(2).adds(aRule().withId(104)
                .forProduct("Firefox")
                .forChannel("beta")
                .mapsTo("R2")));

        assertThat(forEvery.dependsOnAny(forFirefox.writes())).isTrue();
    }

    @Test
    void stepsForTwoProductsDoNotDependOnEachOther() {
        Footprint forFirefox = of(aSet(1).adds(aRule().withId(103)
                .forProduct("Firefox")
                .forChannel("beta")
                .mapsTo("R1")));
        Footprint forAnother = of(aSet(2).adds(aRule().withId(104)
                .forProduct("Focus")
                .forChannel("beta")
                .mapsTo("R2")));

        assertThat(forFirefox.dependsOnAny(forAnother.writes())).isFalse();
    }

    private Footprint of(SetBuilder builder) {
        QueuedSet set = builder.build(state.contents());
        Tables before = state.tables();
        WorkingTables working = new WorkingTables(before, state.contents());
        List<Transition> step = working.lay(set).transitions();
        List<Effect> effects = new EffectTracker.Start(before, state.contents(), PAIRS, Lens.EVERYTHING)
                .track()
                .follow(step);
        return Footprint.of(set.changes(), step, effects, before, working, state.contents());
    }
}
