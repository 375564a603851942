package dev.rehearsal.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@EachDatabase
class EmergencyShutoffsTest {

    private static final Shutoff COMMENTED = new Shutoff("Firefox", "nightly", "crashes at start – see 1871", 2);
    private static final Shutoff PLAIN = new Shutoff("Thunderbird", "release", null, 1);

    private final TestDatabase database;
    private final EmergencyShutoffs shutoffs;

    EmergencyShutoffsTest(TestDatabase database) {
        this.database = database.emptied();
        this.shutoffs = database.bean(EmergencyShutoffs.class);
    }

    @Test
    void shutoffsComeBackAsTheyWereWritten() {
        importAll(COMMENTED, PLAIN);

        assertThat(shutoffs.all()).containsExactlyInAnyOrder(COMMENTED, PLAIN);
    }

    @Test
    void eachLeavesAHistoryRow() {
        importAll(COMMENTED);

        assertThat(database.rows("select * from shutoffs_history"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("changed_by", TestDatabase.WRITER.name())
                        .containsEntry("changed_at", TestClock.START.toEpochMilli())
                        .containsEntry("product", "Firefox")
                        .containsEntry("comment", "crashes at start – see 1871")
                        .containsEntry("data_version", 2));
    }

    private void importAll(Shutoff... imported) {
        database.write(entry -> {
            shutoffs.importAll(entry, List.of(imported));
            return entry;
        });
    }
}
