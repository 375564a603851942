package dev.rehearsal.history;

import static dev.rehearsal.history.Writing.addRelease;
import static dev.rehearsal.history.Writing.addRule;
import static dev.rehearsal.history.Writing.edit;
import static dev.rehearsal.history.Writing.removeRule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.CountedStatements;
import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule 1 is live from the start, in set 1; what is scheduled comes later. */
@EachDatabase
class ScheduledRulesTest {

    private static final Paging ALL = new Paging(1, 100);
    private static final HistoryFilter ANY = new HistoryFilter(null, null, null, null, null, null, null);

    private final Writing writing;
    private final ScheduledRevisions scheduled;

    ScheduledRulesTest(TestDatabase database) {
        this.writing = new Writing(database);
        this.scheduled = database.bean(ScheduledRevisions.class);
        writing.directly(addRelease("R1"), addRelease("R2"), addRule("mapping", "R1"));
        writing.anHourPasses();
    }

    @Test
    void aChangeHasARevisionForWhenItWasAskedForAndOneForWhenItWentLive() {
        ChangeSet set = writing.schedule(Duration.ofHours(2), edit(1, "mapping", "R2"));
        writing.anHourPasses();
        writing.enact(set);

        List<ScheduledRevision<Rule>> revisions =
                scheduled.ofRule(set.changes().getFirst().id(), ALL).items();

        assertThat(revisions).extracting(ScheduledRevision::isEnacted).containsExactly(true, false);
        assertThat(revisions).extracting(ScheduledRevision::dataVersion).containsExactly(2, 1);
        assertThat(revisions).extracting(ScheduledRevision::by).containsExactly(Writing.BOB, Writing.ADA);
        assertThat(revisions).extracting(ScheduledRevision::scheduledBy).containsOnly(Writing.ADA);
        assertThat(revisions).extracting(ScheduledRevision::due).containsOnly(set.due());
        assertThat(revisions)
                .extracting(ScheduledRevision::change)
                .containsOnly(set.changes().getFirst());
    }

    @Test
    void aRevisionIsLaidOverTheRuleAsItWasThenWithoutWhatTheSetItselfMadeOfIt() {
        ChangeSet set = writing.schedule(Duration.ofHours(2), edit(1, "mapping", "R2"));
        Rule first = Objects.requireNonNull(writing.state().live().rules().get(new RuleId(1)));
        writing.anHourPasses();
        writing.directly(edit(1, "comment", "elsewhere"));
        Rule second = Objects.requireNonNull(writing.state().live().rules().get(new RuleId(1)));
        writing.anHourPasses();
        writing.enact(set);

        assertThat(scheduled.ofRule(set.changes().getFirst().id(), ALL).items())
                .extracting(ScheduledRevision::base)
                .containsExactly(second, first);
    }

    @Test
    void anAdditionIsLaidOverNothing() {
        ChangeSet set = writing.schedule(Duration.ofHours(2), addRule("mapping", "R2"));

        assertThat(scheduled.ofRule(set.changes().getFirst().id(), ALL).items())
                .singleElement()
                .satisfies(revision -> assertThat(revision.base()).isNull());
    }

    @Test
    void aSetThatWasWithdrawnLeavesNoRevisionOfItsEnd() {
        ChangeSet set = writing.schedule(Duration.ofHours(2), removeRule(1));
        writing.move(set, new ChangeSet.Withdrawn(Writing.BOB, writing.now()));

        assertThat(scheduled.ofRule(set.changes().getFirst().id(), ALL).count()).isEqualTo(1);
    }

    @Test
    void revisionsOfAllChangesComeInPagesNewestFirst() {
        writing.schedule(Duration.ofHours(2), edit(1, "mapping", "R2"), addRule("mapping", "R2"));

        Page<ScheduledRevision<Rule>> page = scheduled.ofRules(ANY, new Paging(1, 2));

        assertThat(page.count()).isEqualTo(4);
        assertThat(page.items())
                .extracting(revision -> revision.change().id().value())
                .containsExactly(4L, 5L);
    }

    /** Change 4 edits rule 1 of Firefox on release, 5 adds a rule of Klar on beta%, 6 moves rule 1 to nightly. */
    @ParameterizedTest
    @CsvSource({
        "Firefox,    ,         4 6",
        "Klar,       ,         5",
        "Fire%,      ,         ''",
        ",           release,  4 6",
        ",           nightly,  6",
        ",           beta%,    5",
        ",           beta_,    ''",
        "Klar,       release,  ''"
    })
    void aFilterFindsWhatSetsAProductOrChannelOrIsOfARuleThatHadIt(String product, String channel, String changes) {
        writing.schedule(Duration.ofHours(2), edit(1, "mapping", "R2"));
        writing.schedule(Duration.ofHours(2), addRule("mapping", "R2", "product", "Klar", "channel", "beta%"));
        writing.schedule(Duration.ofHours(3), edit(1, "channel", "nightly"));

        assertThat(scheduled
                        .ofRules(new HistoryFilter(null, null, null, writing.now(), null, product, channel), ALL)
                        .items())
                .extracting(revision -> revision.change().id().toString())
                .containsExactlyInAnyOrder(changes.isEmpty() ? new String[0] : changes.split(" "));
    }

    @Test
    void aFilterSearchesColumnsAndNoText() {
        writing.schedule(Duration.ofHours(2), edit(1, "mapping", "R2"));

        List<String> sent = CountedStatements.during(() ->
                scheduled.ofRules(new HistoryFilter(null, null, null, writing.now(), null, "Firefox", "release"), ALL));

        assertThat(sent).isNotEmpty().noneMatch(sql -> sql.contains(" like "));
    }
}
