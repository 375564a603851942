package dev.rehearsal.enactment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Seeds;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What signers would sign, brought forward from write to write, against what it is where all is worked out anew. */
class DigestIndexPropertiesTest {

    private static final int WRITES = 6;

    static LongStream seeds() {
        return Seeds.upTo(2_000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eachWriteLeadsToTheSetsThatItMakesSomethingElseOf(long seed) {
        OpenSets world = new OpenSets(seed, 6);
        DigestIndex index = anew(world);
        for (int write = 0; write < WRITES; write++) {
            Map<ChangeSetId, Readiness> before = world.decision.forecast(world.now());
            int kind = world.write();
            DigestIndex known = index;

            index = world.decision.index(known, world.now());

            assertThat(digests(index))
                    .as(() -> told(world, kind, before, known))
                    .isEqualTo(digests(anew(world)));
        }
    }

    /** Otherwise the seeds would show nothing. */
    @Test
    void theWritesAreWorthFollowing() {
        int changed = 0;
        int same = 0;
        for (long seed = 0; seed < 100; seed++) {
            OpenSets world = new OpenSets(seed, 6);
            DigestIndex before = anew(world);
            world.write();
            DigestIndex after = anew(world);
            changed += after.changedSince(before).size();
            same += after.sets().size() - after.changedSince(before).size();
        }
        assertThat(changed).isBetween(30, 300);
        assertThat(same).isBetween(200, 600);
    }

    /** What differs, for whoever has to find out why. */
    private static String told(OpenSets world, int kind, Map<ChangeSetId, Readiness> before, DigestIndex known) {
        StringBuilder told = new StringBuilder("after a write of kind " + kind);
        world.decision.forecast(world.now()).forEach((id, readiness) -> {
            Readiness then = before.get(id);
            if (then != null) {
                Map<String, String> was = new TreeMap<>(then.inTurn().digest().items());
                Map<String, String> is =
                        new TreeMap<>(readiness.inTurn().digest().items());
                Map<String, String> same = new TreeMap<>(was);
                same.entrySet().retainAll(is.entrySet());
                was.entrySet().removeAll(same.entrySet());
                is.entrySet().removeAll(same.entrySet());
                if (!was.equals(is)) {
                    told.append("\nset %s: %s became %s; known: %s"
                            .formatted(id, was, is, known.sets().get(id)));
                }
            }
        });
        return told.toString();
    }

    private static DigestIndex anew(OpenSets world) {
        return world.decision.index(DigestIndex.nothing(world.live, Set.of()), world.now());
    }

    private static Map<ChangeSetId, String> digests(DigestIndex index) {
        Map<ChangeSetId, String> digests = new TreeMap<>();
        index.sets().forEach((id, known) -> digests.put(id, known.digest()));
        return digests;
    }
}
