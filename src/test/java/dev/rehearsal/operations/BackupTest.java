package dev.rehearsal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.TestDatabase;
import dev.rehearsal.history.Writing;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A dump of PostgreSQL that is taken while others write, restored elsewhere and under a node that runs. */
class BackupTest {

    private final Writing writing = new Writing(TestDatabase.POSTGRESQL);

    @Test
    void aDumpThatIsTakenWhileOthersWriteIsOfOneMoment() {
        writing.directly(Writing.addRelease("R1"), Writing.addRule("mapping", "R1"));
        NodeState then = writing.state();

        TableDump dump = TableDump.of(
                TestDatabase.POSTGRESQL.bean(DataSource.class),
                () -> writing.directly(Writing.addRule("mapping", "R1", "channel", "late")));

        String elsewhere = TestDatabase.newPostgres();
        try (ConfigurableApplicationContext restored = TestDatabase.servicesOn(elsewhere)) {
            dump.restoreTo(restored.getBean(DataSource.class));
            NodeState state = restored.getBean(SnapshotKeeper.class).refresh();
            assertThat(state.version()).isEqualTo(then.version());
            assertThat(state.live().rules()).isEqualTo(then.live().rules());
            assertThat(state.live().releases()).isEqualTo(then.live().releases());
        }
    }

    @Test
    void aNodeThatRunsServesWhatIsRestoredUnderItAndGoesOn() {
        writing.directly(Writing.addRelease("R1"), Writing.addRule("mapping", "R1"));
        NodeState then = writing.state();
        TableDump dump = TableDump.of(TestDatabase.POSTGRESQL.bean(DataSource.class), () -> {});
        writing.directly(Writing.addRule("mapping", "R1", "channel", "lost"));
        SnapshotVersion lost = writing.state().version();

        dump.restoreTo(TestDatabase.POSTGRESQL.bean(DataSource.class));
        assertThat(writing.state().live().rules()).isEqualTo(then.live().rules());
        writing.directly(Writing.addRule("mapping", "R1", "channel", "other"));

        assertThat(writing.state().version().version()).isEqualTo(lost.version());
        assertThat(writing.state().live().rules().values())
                .extracting(Rule::channel)
                .containsExactlyInAnyOrder("release", "other");
        assertThat(TestDatabase.POSTGRESQL.bean(Rules.class).all()).hasSize(2);
        assertThat(Map.copyOf(writing.state().live().releases())).hasSize(1);
    }
}
