package dev.rehearsal.snapshot;

import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.edit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerStateTest {

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);
    private final SnapshotKeeper snapshots = TestDatabase.H2.bean(SnapshotKeeper.class);
    private final List<NodeState> worked = new ArrayList<>();
    private final PerState<Integer> sets = new PerState<>(state -> {
        worked.add(state);
        return state.queue().size();
    });

    @Test
    void aStateIsWorkedOutOnce() {
        NodeState state = snapshots.current();

        sets.of(state);
        sets.of(state);

        assertThat(worked).containsExactly(state);
    }

    @Test
    void afterAWriteItIsWorkedOutAnew() {
        assertThat(sets.of(snapshots.current())).isZero();

        firefox.pending(ADA, "Ship 150", 9, edit(311, "mapping", "Firefox-150"));

        assertThat(sets.of(snapshots.current())).isEqualTo(1);
    }
}
