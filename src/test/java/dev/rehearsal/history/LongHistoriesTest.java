package dev.rehearsal.history;

import static dev.rehearsal.history.Writing.addRelease;
import static dev.rehearsal.history.Writing.addRule;
import static dev.rehearsal.history.Writing.edit;
import static dev.rehearsal.history.Writing.removeRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.CountedStatements;
import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A history costs what is shown of it, not what there is. */
@EachDatabase
class LongHistoriesTest {

    private static final HistoryFilter ANY = new HistoryFilter(null, null, null, null, null, null, null);
    private static final String PASS_OVER_ALL = "where changed_at <= ? and true group by";

    private final Writing writing;
    private final JournalEntries journal;
    private final Revisions revisions;
    private final PastStates past;

    LongHistoriesTest(TestDatabase database) {
        this.writing = new Writing(database);
        this.journal = database.bean(JournalEntries.class);
        this.revisions = database.bean(Revisions.class);
        this.past = database.bean(PastStates.class);
        writing.directly(addRelease("R1"), addRule("mapping", "R1"), addRule("mapping", "R1", "channel", "beta"));
    }

    @Test
    void isCountedNoFurtherThanAnybodyReads() {
        writeRevisions(Page.MOST_COUNTED + 7);

        Page<JournalEntry> entries = journal.page(Writing.ADA, JournalFilter.EVERYTHING, new Paging(2, 50));
        Page<Revision<Rule>> rules = revisions.ofRules(ANY, new Paging(2, 50));

        assertThat(entries.count()).isEqualTo(Page.MOST_COUNTED);
        assertThat(entries.countsOn()).isTrue();
        assertThat(entries.items()).hasSize(50);
        assertThat(rules.count()).isEqualTo(Page.MOST_COUNTED);
        assertThat(rules.countsOn()).isTrue();
        assertThat(rules.items()).hasSize(50);
    }

    @Test
    void isReadBeyondWhatIsCounted() {
        writeRevisions(Page.MOST_COUNTED + 7);

        Page<Revision<Rule>> last = revisions.ofRules(ANY, new Paging(11, 1_000));

        assertThat(last.items()).hasSize(9);
        assertThat(last.count()).isEqualTo(Page.MOST_COUNTED + 9);
        assertThat(last.countsOn()).isFalse();
    }

    @Test
    void isNotCountedWhereThePageTellsTheEnd() {
        List<String> sent =
                CountedStatements.during(() -> journal.page(Writing.ADA, JournalFilter.EVERYTHING, new Paging(1, 50)));

        assertThat(sent).noneMatch(sql -> sql.contains("count(*)"));
    }

    @Test
    void isCountedWhereThePageIsBehindTheEnd() {
        Page<Revision<Rule>> behind = revisions.ofRules(ANY, new Paging(9, 50));

        assertThat(behind.items()).isEmpty();
        assertThat(behind.count()).isEqualTo(2);
    }

    @Test
    void isNotReadAsAWholeForAStateThatIsNearTheCurrentOne() {
        Instant then = writing.now();
        Tables before = writing.state().live();
        writing.anHourPasses();
        writing.directly(edit(1, "backgroundRate", 50));
        writing.directly(removeRule(2), addRule("mapping", "R1", "channel", "esr"));

        List<String> sent = CountedStatements.during(
                () -> assertThat(past.at(then).live().rules()).isEqualTo(before.rules()));

        assertThat(sent).noneMatch(sql -> sql.contains("rules_history") && sql.contains(PASS_OVER_ALL));
    }

    @Test
    void isReadAsAWholeWhereTooMuchWasWrittenSince() {
        Instant then = writing.now();
        Tables before = writing.state().live();
        writing.anHourPasses();
        writeRevisions(2_100);
        writing.directly(edit(1, "backgroundRate", 50));

        assertThat(past.at(then).live().rules()).isEqualTo(before.rules());
    }

    @Test
    void oneStateFollowsFromAnother() {
        writing.anHourPasses();
        Instant first = writing.now();
        writing.directly(edit(1, "backgroundRate", 50));
        writing.anHourPasses();
        Instant second = writing.now();
        writing.directly(edit(1, "backgroundRate", 25));
        writing.anHourPasses();
        writing.directly(removeRule(1));

        assertThat(rateAt(second)).isEqualTo(25);
        assertThat(rateAt(first)).isEqualTo(50);
        assertThat(rateAt(second.minusMillis(1))).isEqualTo(50);
        assertThat(rateAt(first.minusMillis(1))).isEqualTo(100);
    }

    private int rateAt(Instant time) {
        return Objects.requireNonNull(past.at(time).live().rules().get(new RuleId(1)))
                .backgroundRate();
    }

    /** Rule 2 is written so often in one moment, and becomes nothing else. */
    private void writeRevisions(int count) {
        writing.database
                .jdbc()
                .sql("insert into rules_history (changed_by, changed_at, rule_id, priority, mapping, background_rate,"
                        + " update_type, product, channel, data_version) select changed_by, ?, rule_id, priority, mapping,"
                        + " background_rate, update_type, product, channel, data_version"
                        + " from rules_history join generate_series(1, ?) on true where rule_id = 2")
                .params(writing.now().toEpochMilli(), count)
                .update();
    }
}
