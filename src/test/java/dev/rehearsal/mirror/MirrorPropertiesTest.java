package dev.rehearsal.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.staging.Seeds;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done at a Balrog: after each look, what is here is what is there. */
class MirrorPropertiesTest {

    private static final int LOOKS = 6;

    static LongStream seeds() {
        return Seeds.upTo(200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void afterEachLookTheMirrorIsAsTheSource(long seed) {
        BalrogState state = new BalrogState();
        BalrogHistory history = new BalrogHistory(state, seed);
        try (Followed followed = Followed.of(state)) {
            for (int look = 0; look < LOOKS; look++) {
                history.go(look * 4);
                if (seed % 3 == 0 && look == 3) {
                    followed.restart();
                }
                followed.look();
                assertThat(Followed.differences(followed.here(), followed.there()))
                        .as("look %d", look)
                        .isEmpty();
                assertThat(Followed.differences(followed.waitingHere(), followed.waitingThere()))
                        .as("look %d", look)
                        .isEmpty();
                assertThat(Followed.differences(followed.stagedHere(), followed.stagedThere()))
                        .as("look %d", look)
                        .isEmpty();
            }
        }
    }
}
