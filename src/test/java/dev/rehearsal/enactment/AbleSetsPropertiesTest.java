package dev.rehearsal.enactment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.staging.Seeds;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of all due sets can go is worked out at once, and is what the plan of each of them says. */
class AbleSetsPropertiesTest {

    static LongStream seeds() {
        return Seeds.upTo(1_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areThoseWhosePlansMeetNoObstacle(long seed) {
        OpenSets world = new OpenSets(seed, 5);
        Decision.Situation now = now(world);

        List<ChangeSet> planned = now.queue().stream()
                .filter(set -> !set.due().isAfter(now.at()))
                .filter(set -> world.decision
                        .plan(set, now, BreakGlassScope.NONE)
                        .obstacles()
                        .isEmpty())
                .toList();

        assertThat(world.decision.able(now)).isEqualTo(planned);
    }

    /** Some have agreed to what there was, and then somebody wrote. */
    private static Decision.Situation now(OpenSets world) {
        world.agree();
        if (world.chance.oneIn(2)) {
            world.write();
        }
        Decision.Situation now = world.now();
        return new Decision.Situation(now.live(), now.queue(), now.context(), Instant.EPOCH.plusSeconds(3));
    }

    /** Otherwise the seeds would show nothing. */
    @Test
    void areSomeAndNotAll() {
        int able = 0;
        int due = 0;
        for (long seed = 0; seed < 60; seed++) {
            OpenSets world = new OpenSets(seed, 5);
            Decision.Situation now = now(world);
            able += world.decision.able(now).size();
            due += (int) now.queue().stream()
                    .filter(set -> !set.due().isAfter(now.at()))
                    .count();
        }
        assertThat(able).isBetween(due / 10, due * 9 / 10);
    }
}
