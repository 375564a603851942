package dev.rehearsal.live;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.snapshot.SnapshotKeeper;
import java.util.List;
import org.junit.jupiter.api.Test;

@EachDatabase
class LiveTablesTest {

    private static final Rule RULE = aRule().withId(7).forProduct("Firefox").build();

    private final TestDatabase database;
    private final LiveTables live;
    private final Rules rules;

    LiveTablesTest(TestDatabase database) {
        this.database = database.emptied();
        this.live = database.bean(LiveTables.class);
        this.rules = database.bean(Rules.class);
    }

    @Test
    void whatAWriteReadsAndThenTakesBackIsNeverShown() {
        anotherNodeWrites();

        assertThatThrownBy(() -> database.write(entry -> {
                    rules.apply(entry, List.of(), List.of(), List.of(RULE));
                    live.at(entry.found());
                    throw new IllegalStateException("given up");
                }))
                .hasMessage("given up");

        assertThat(database.bean(SnapshotKeeper.class).refresh().live().rules()).isEmpty();
    }

    /** A version that this node has not loaded. */
    private void anotherNodeWrites() {
        database.jdbc()
                .sql("update write_lock set version = version + 1, live_version = live_version + 1")
                .update();
    }
}
