package dev.rehearsal.snapshot;

import static dev.rehearsal.matching.RuleBuilder.aRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.live.Rules;
import dev.rehearsal.matching.Rule;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An older state of the tables comes back under a node that runs, and other writes lead to the versions that it knows. */
@EachDatabase
class RestoredDatabaseTest {

    private static final Rule OLD = aRule().withId(1).forChannel("release").build();
    private static final Rule LOST = aRule().withId(2).forChannel("lost").build();
    private static final Rule OTHER = aRule().withId(3).forChannel("other").build();

    private final TestDatabase database;
    private final SnapshotKeeper keeper;
    private final WriteLock writeLock;

    RestoredDatabaseTest(TestDatabase database) {
        this.database = database.emptied();
        this.keeper = database.bean(SnapshotKeeper.class);
        this.writeLock = database.bean(WriteLock.class);
        add(OLD);
    }

    @Test
    void whatWasWrittenAfterTheDumpIsNotServedForEver() {
        SnapshotVersion dumped = writeLock.version();
        add(LOST);
        SnapshotVersion lost = keeper.current().version();

        restore(dumped);
        anotherNodeAdds(OTHER);

        assertThat(writeLock.version().version()).isEqualTo(lost.version());
        assertThat(keeper.refresh().live().rules().values()).containsExactlyInAnyOrder(OLD, OTHER);
    }

    @Test
    void aWriteIsJudgedOnWhatWasRestored() {
        SnapshotVersion dumped = writeLock.version();
        add(LOST);

        restore(dumped);
        anotherNodeAdds(OTHER);

        List<Rule> found = writeLock.write(
                TestDatabase.WRITER,
                WriteKind.QUEUE,
                write -> List.copyOf(database.bean(LiveTables.class)
                        .at(write.found())
                        .rules()
                        .values()));
        assertThat(found).containsExactlyInAnyOrder(OLD, OTHER);
    }

    @Test
    void theSameStateRestoredIsTheSameState() {
        NodeState before = keeper.refresh();

        restore(before.version());

        assertThat(keeper.refresh()).isSameAs(before);
    }

    private void add(Rule rule) {
        database.write(write -> {
            database.bean(Rules.class).apply(write, List.of(), List.of(), List.of(rule));
            return rule;
        });
    }

    /** As the tables were at the dump. */
    private void restore(SnapshotVersion dumped) {
        database.jdbc().sql("delete from rules where rule_id > 1").update();
        database.jdbc()
                .sql("update write_lock set version = ?, live_version = ?, epoch = ?, live_epoch = ?")
                .params(dumped.version(), dumped.liveVersion(), dumped.epoch(), dumped.liveEpoch())
                .update();
    }

    /** Written behind this node's back, with a number that it did not draw. */
    private void anotherNodeAdds(Rule rule) {
        database.jdbc()
                .sql(
                        "insert into rules (rule_id, priority, mapping, background_rate, update_type, channel, data_version)"
                                + " select ?, priority, mapping, background_rate, update_type, ?, data_version from rules"
                                + " where rule_id = 1")
                .params(rule.id().value(), Objects.requireNonNull(rule.channel()))
                .update();
        database.jdbc()
                .sql("update write_lock set version = version + 1, live_version = live_version + 1, epoch = 77,"
                        + " live_epoch = 77")
                .update();
    }
}
