package dev.rehearsal.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.Share;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.enactment.ApprovalContext;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.StagedRules;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever was written, the past is what it was. */
@EachDatabase
class PastStatesPropertiesTest {

    private static final int WRITES = 70;

    private final TestDatabase database;

    PastStatesPropertiesTest(TestDatabase database) {
        this.database = database;
    }

    static LongStream seeds() {
        double share = Share.value();
        return LongStream.range(0, Math.max(1, Math.round(50 * share)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theStateAsOfATimeIsTheOneThatWasThere(long seed) {
        Writing writing = new Writing(database);
        writing.remembersWhoMayWrite();
        writing.anHourPasses();
        RandomWrites writes = new RandomWrites(seed, writing);
        PastStates past = database.bean(PastStates.class);
        TreeMap<Instant, NodeState> recorded = new TreeMap<>();
        writing.anHourPasses();
        recorded.put(writing.now(), writing.state());
        writing.anHourPasses();
        writes.first();
        recorded.put(writing.now(), writing.state());
        for (int write = 0; write < WRITES; write++) {
            writes.next();
            recorded.put(writing.now(), writing.state());
            // What is asked for early must not be remembered as it was then, if the millisecond is not over.
            past.at(writing.now());
        }

        recorded.forEach((time, state) -> {
            assertSame(past.at(time), state, "at " + time);
            Instant next = recorded.higherKey(time);
            if (next != null) {
                assertSame(past.at(next.minusMillis(1)), state, "just before " + next);
            }
        });
    }

    private void assertSame(NodeState past, NodeState then, String when) {
        assertThat(past.live().rules()).as(when).isEqualTo(then.live().rules());
        assertThat(past.live().ruleSet().inOrder())
                .as(when)
                .isEqualTo(then.live().ruleSet().inOrder());
        assertThat(past.live().releases()).as(when).isEqualTo(then.live().releases());
        assertThat(past.live().pins()).as(when).isEqualTo(then.live().pins());
        // That a write elsewhere raised the version of a set is in no history.
        assertThat(past.queue())
                .as(when)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("dataVersion")
                .isEqualTo(then.queue());
        assertThat(past.mappings()).as(when).isEqualTo(then.mappings());
        assertThat(past.shutoffs()).as(when).isEqualTo(then.shutoffs());
        assertThat(shown(past)).as(when).isEqualTo(shown(then));
        assertSame(past.circumstances(), then.circumstances(), when);
    }

    private static void assertSame(ApprovalContext past, ApprovalContext then, String when) {
        assertThat(past.people()).as(when).isEqualTo(then.people());
        assertThat(past.policy().forChannels())
                .as(when)
                .containsExactlyInAnyOrderElementsOf(then.policy().forChannels());
        assertThat(past.policy().forPermissions())
                .as(when)
                .containsExactlyInAnyOrderElementsOf(then.policy().forPermissions());
        assertThat(past.gates()).as(when).isEqualTo(then.gates());
        assertThat(past.mappings()).as(when).isEqualTo(then.mappings());
        assertThat(past.shutoffs()).as(when).containsExactlyInAnyOrderElementsOf(then.shutoffs());
        assertThat(past.signoffs()).as(when).isEqualTo(then.signoffs());
    }

    /** What each test channel shows, with its proof. */
    private Map<String, Shown> shown(NodeState state) {
        ReleaseContents contents = database.bean(ReleaseContents.class);
        Map<String, Shown> shown = new TreeMap<>();
        state.mappings().forEach(mapping -> {
            Stage stage = state.stages().of(mapping).stage();
            shown.put(
                    mapping.testChannel() + " of " + mapping.product(),
                    new Shown(
                            StagedRules.of(stage, mapping.product(), mapping.liveChannel()),
                            Fingerprint.of(stage.staged(), contents, "Firefox", mapping.liveChannel()),
                            Fingerprint.ofEvery(state.live(), contents, mapping.liveChannel())));
        });
        return shown;
    }

    private record Shown(StagedRules rules, Fingerprint staged, Fingerprint live) {}
}
