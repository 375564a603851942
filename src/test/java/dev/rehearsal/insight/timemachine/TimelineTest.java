package dev.rehearsal.insight.timemachine;

import static dev.rehearsal.history.Writing.addRelease;
import static dev.rehearsal.history.Writing.addRule;
import static dev.rehearsal.history.Writing.edit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.history.Writing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule is written, then a set is queued, then something happens on another channel. */
@EachDatabase
class TimelineTest {

    private final Writing writing;
    private final Timeline timeline;
    private final Instant written;
    private final Instant queued;
    private final Instant elsewhere;

    TimelineTest(TestDatabase database) {
        this.writing = new Writing(database);
        this.timeline = database.bean(Timeline.class);
        writing.directly(addRelease("R1"), addRelease("R2"), addRule("mapping", "R1"));
        this.written = writing.now();
        writing.anHourPasses();
        writing.schedule(Duration.ofHours(9), edit(1, "mapping", "R2"));
        this.queued = writing.now();
        writing.anHourPasses();
        writing.map("beta", "beta-cdntest");
        this.elsewhere = writing.now();
        writing.anHourPasses();
    }

    @Test
    void leadsBackToEachTimeThatConcernsTheChannelNewestFirst() {
        assertThat(times(timeline.until(Writing.ADA, "Firefox", "release", writing.now(), 10)))
                .contains(queued, written)
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void includesTheVeryTimeBackwardsAndLeavesItOutForwards() {
        assertThat(times(timeline.until(Writing.ADA, "Firefox", "release", queued, 1)))
                .containsExactly(queued);
        assertThat(times(timeline.after(Writing.ADA, "Firefox", "release", written, 1)))
                .containsExactly(queued);
        assertThat(times(timeline.after(Writing.ADA, "Firefox", "release", queued.minusMillis(1), 1)))
                .containsExactly(queued);
    }

    @Test
    void putsTogetherWhatWasWrittenAtOnce() {
        Timeline.Step step =
                timeline.until(Writing.ADA, "Firefox", "release", written, 1).getFirst();

        assertThat(step.entries()).extracting(JournalEntry::object).contains("rule", "release", "change_set");
    }

    @Test
    void tellsOfMappingsOfTheirChannelOnly() {
        assertThat(objects(timeline.after(Writing.ADA, "Firefox", "release", elsewhere.minusMillis(1), 9)))
                .doesNotContain("channel_mapping");
        assertThat(objects(timeline.after(Writing.ADA, "Firefox", "beta", elsewhere.minusMillis(1), 9)))
                .contains("channel_mapping");
    }

    @Test
    void tellsOfSetsOfTheirChannelOnly() {
        writing.directly(addRule("mapping", "R1", "channel", "beta"));
        writing.anHourPasses();
        writing.schedule(Duration.ofHours(9), edit(2, "mapping", "R2"));
        Instant ofBeta = writing.now();

        assertThat(times(timeline.until(Writing.ADA, "Firefox", "release", ofBeta, 20)))
                .doesNotContain(ofBeta);
        assertThat(times(timeline.until(Writing.ADA, "Firefox", "beta", ofBeta, 20)))
                .contains(ofBeta);
    }

    private static List<Instant> times(List<Timeline.Step> steps) {
        return steps.stream().map(Timeline.Step::at).toList();
    }

    private static List<String> objects(List<Timeline.Step> steps) {
        return steps.stream()
                .flatMap(step -> step.entries().stream())
                .map(JournalEntry::object)
                .toList();
    }
}
