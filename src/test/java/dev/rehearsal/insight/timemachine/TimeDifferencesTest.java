package dev.rehearsal.insight.timemachine;

import static dev.rehearsal.history.Writing.addRelease;
import static dev.rehearsal.history.Writing.addRule;
import static dev.rehearsal.history.Writing.edit;
import static dev.rehearsal.history.Writing.removeRule;
import static dev.rehearsal.history.Writing.writeRelease;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.history.Writing;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rule 1 serves R1 on release; each test writes an hour later and compares with the start. */
@EachDatabase
class TimeDifferencesTest {

    private final Writing writing;
    private final TimeDifferences differences;
    private final Instant start;

    TimeDifferencesTest(TestDatabase database) {
        this.writing = new Writing(database);
        this.differences = database.bean(TimeDifferences.class);
        writing.directly(addRelease("R1"), addRelease("R2"), addRule("mapping", "R1"));
        this.start = writing.now();
        writing.anHourPasses();
    }

    @Test
    void areNoneWhereNothingWasWritten() {
        TimeDifference difference = live();

        assertThat(difference.isNone()).isTrue();
        assertThat(Objects.requireNonNull(difference.before()).fingerprint())
                .isEqualTo(Objects.requireNonNull(difference.after()).fingerprint());
    }

    @Test
    void tellWhichFieldsOfARuleDiffer() {
        writing.directly(edit(1, "mapping", "R2", "priority", 7));

        RuleDifference rule = live().rules().getFirst();

        assertThat(rule.id()).isEqualTo(new RuleId(1));
        assertThat(rule.kind()).isEqualTo(JournalEntry.Kind.EDITED);
        assertThat(rule.fields()).containsExactlyInAnyOrder(RuleField.MAPPING, RuleField.PRIORITY);
    }

    @Test
    void tellOfRulesThatCameAndWent() {
        writing.directly(addRule("mapping", "R2"), removeRule(1));

        assertThat(live().rules())
                .extracting(RuleDifference::kind)
                .containsExactly(JournalEntry.Kind.REMOVED, JournalEntry.Kind.ADDED);
    }

    @Test
    void areOfTheChannelAlone() {
        writing.directly(addRule("mapping", "R2", "channel", "beta"));

        assertThat(live().isNone()).isTrue();
        assertThat(differences
                        .ofLiveChannel("beta", "Firefox", start, writing.now())
                        .rules())
                .hasSize(1);
        assertThat(differences
                        .ofLiveChannel("beta", "Other", start, writing.now())
                        .rules())
                .isEmpty();
    }

    @Test
    void nameThePartsOfAReleaseThatDiffer() {
        writing.directly(writeRelease("R1", "fr"));

        assertThat(live().releases())
                .containsExactly(new ReleaseDifference(
                        new ReleaseName("R1"),
                        JournalEntry.Kind.EDITED,
                        List.of(".platforms.WINNT_x86_64-msvc.locales.fr")));
    }

    @Test
    void ofATestChannelTellOfTheQueue() {
        writing.map("release", "release-cdntest");
        Instant mapped = writing.now();
        writing.anHourPasses();
        ChangeSet set = writing.schedule(Duration.ofHours(2), edit(1, "mapping", "R2"));
        Instant queued = writing.now();
        writing.anHourPasses();
        writing.enact(set);

        TimeDifference whenQueued = test(mapped, queued);
        TimeDifference whenEnacted = test(queued, writing.now());

        assertThat(whenQueued.queued()).extracting(ChangeSet::id).containsExactly(set.id());
        assertThat(whenQueued.rules()).extracting(RuleDifference::id).containsExactly(new RuleId(1));
        assertThat(whenEnacted.gone()).extracting(ChangeSet::id).containsExactly(set.id());
        assertThat(whenEnacted.rules()).isEmpty();
        assertThat(Objects.requireNonNull(whenEnacted.before()).fingerprint())
                .isEqualTo(Objects.requireNonNull(whenEnacted.after()).fingerprint());
    }

    @Test
    void sayWhereTheTestChannelWasNotMapped() {
        writing.map("release", "release-cdntest");

        TimeDifference difference = test(start, writing.now());

        assertThat(difference.before()).isNull();
        assertThat(difference.rules()).extracting(RuleDifference::kind).containsExactly(JournalEntry.Kind.ADDED);
    }

    @Test
    void areRefusedWhereTheChannelWasNeverMappedOrTheTimesAreNotInOrder() {
        assertThatThrownBy(() -> test(start, writing.now()))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(RefusedException.Reason.NOT_FOUND));
        assertThatThrownBy(() -> differences.ofLiveChannel("release", null, writing.now(), start))
                .hasMessage("from: must not be after 'to'");
    }

    private TimeDifference live() {
        return differences.ofLiveChannel("release", "Firefox", start, writing.now());
    }

    private TimeDifference test(Instant from, Instant to) {
        return differences.ofTestChannel("release-cdntest", "Firefox", from, to);
    }
}
