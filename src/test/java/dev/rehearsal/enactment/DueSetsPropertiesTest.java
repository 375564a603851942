package dev.rehearsal.enactment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Seeds;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How due sets stand, brought forward from write to write, against what it is where all is worked out anew. */
class DueSetsPropertiesTest {

    private static final int WRITES = 6;

    static LongStream seeds() {
        return Seeds.upTo(2_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsBroughtForwardIsWhatIsWorkedOutAnew(long seed) {
        OpenSets world = new OpenSets(seed, 6);
        DueSets brought = world.decision.due(null, now(world));
        for (int write = 0; write < WRITES; write++) {
            int kind = somethingHappens(world);
            Decision.Situation now = now(world);

            brought = world.decision.due(brought, now);

            DueSets anew = world.decision.due(null, now);
            assertThat(told(brought)).as("after a write of kind " + kind).isEqualTo(told(anew));
            assertThat(brought.able()).isEqualTo(anew.able());
        }
    }

    private static int somethingHappens(OpenSets world) {
        if (world.chance.oneIn(4)) {
            world.agree();
            return -1;
        }
        return world.write();
    }

    private static Decision.Situation now(OpenSets world) {
        Decision.Situation now = world.now();
        Instant at = Instant.EPOCH.plusSeconds(world.chance.between(2, 6));
        return new Decision.Situation(now.live(), now.queue(), now.context(), at);
    }

    /** All that is known of each set, but for what may name too much. */
    private static Map<ChangeSetId, List<@Nullable Object>> told(DueSets sets) {
        Map<ChangeSetId, List<@Nullable Object>> told = new LinkedHashMap<>();
        sets.known().keySet().stream().sorted().forEach(id -> {
            DueSets.Known known = Objects.requireNonNull(sets.known().get(id));
            told.put(id, Arrays.asList(told(known.alone()), told(known.inTurn())));
        });
        return told;
    }

    private static @Nullable Object told(DueSets.@Nullable Place place) {
        return place == null ? null : List.of(place.consequences(), place.obstacles());
    }

    /** Otherwise the seeds would show nothing. */
    @Test
    void someIsKnownAndSomeIsWorkedOut() {
        int kept = 0;
        int all = 0;
        int able = 0;
        for (long seed = 0; seed < 100; seed++) {
            OpenSets world = new OpenSets(seed, 6);
            world.agree();
            DueSets before = world.decision.due(null, now(world));
            world.write();
            DueSets after = world.decision.due(before, now(world));
            for (ChangeSet set : world.sets) {
                DueSets.Known then = before.known().get(set.id());
                DueSets.Known now = after.known().get(set.id());
                if (then != null && now != null) {
                    all++;
                    kept += then.alone().consequences() == now.alone().consequences() ? 1 : 0;
                }
            }
            able += after.able().size();
        }
        assertThat(kept).isBetween(all / 4, all * 19 / 20);
        assertThat(able).isPositive();
    }
}
