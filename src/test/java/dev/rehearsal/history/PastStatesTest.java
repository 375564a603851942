package dev.rehearsal.history;

import static dev.rehearsal.history.Writing.addRelease;
import static dev.rehearsal.history.Writing.addRule;
import static dev.rehearsal.history.Writing.edit;
import static dev.rehearsal.history.Writing.removeRelease;
import static dev.rehearsal.history.Writing.removeRule;
import static dev.rehearsal.history.Writing.writeRelease;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.dataset.DatasetFile;
import dev.rehearsal.dataset.DatasetImport;
import dev.rehearsal.live.Pin;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each test writes, lets an hour pass, writes again, and looks back. */
@EachDatabase
class PastStatesTest {

    private static final RuleId RULE = new RuleId(1);
    private static final ReleaseName R1 = new ReleaseName("R1");

    private final Writing writing;
    private final PastStates past;
    private final Instant start;

    PastStatesTest(TestDatabase database) {
        this.writing = new Writing(database);
        this.past = database.bean(PastStates.class);
        this.start = writing.now();
        writing.directly(addRelease("R1"), addRelease("R2"), addRule("mapping", "R1"));
        writing.anHourPasses();
    }

    @Test
    void thereIsNothingBeforeTheFirstWrite() {
        NodeState before = past.at(start.minusMillis(1));

        assertThat(before.live().rules()).isEmpty();
        assertThat(before.live().releases()).isEmpty();
        assertThat(before.queue()).isEmpty();
        assertThat(before.mappings()).isEmpty();
    }

    @Test
    void aTimeToComeShowsWhatIs() {
        assertThat(past.at(writing.now().plus(Duration.ofDays(1)))).isSameAs(writing.state());
    }

    @Test
    void anEditedRuleIsAsItWasUntilThatMillisecond() {
        writing.directly(edit(1, "mapping", "R2"));
        Instant edited = writing.now();
        writing.anHourPasses();
        writing.directly(edit(1, "priority", 7));

        assertThat(rule(edited.minusMillis(1)).mapping()).isEqualTo(R1);
        assertThat(rule(edited).mapping()).isEqualTo(new ReleaseName("R2"));
        assertThat(rule(edited.plusNanos(999_999)).dataVersion()).isEqualTo(2);
    }

    @Test
    void aRemovedRuleIsThereUntilThatMillisecond() {
        writing.directly(removeRule(1));

        assertThat(past.at(writing.now().minusMillis(1)).live().rules()).containsOnlyKeys(RULE);
        assertThat(past.at(writing.now()).live().rules()).isEmpty();
    }

    @Test
    void ofSeveralWritesInOneMillisecondTheLastCounts() {
        writing.directly(edit(1, "mapping", "R2"));
        past.at(writing.now());
        writing.directly(edit(1, "mapping", "R1", "priority", 7));
        Instant written = writing.now();
        writing.anHourPasses();
        writing.directly(edit(1, "priority", 8));

        assertThat(rule(written).priority()).isEqualTo(7);
    }

    @Test
    void aReleaseHasTheContentThatItHad() {
        writing.directly(writeRelease("R1", "fr"));
        writing.anHourPasses();
        writing.directly(removeRule(1), removeRelease("R1"));
        Instant removed = writing.now();

        assertThat(locales(start)).containsExactly("de");
        assertThat(locales(removed.minusMillis(1))).containsExactlyInAnyOrder("de", "fr");
        assertThat(past.at(removed).live().releases()).doesNotContainKey(R1);
    }

    /** As after a restart: nothing of it is in memory. */
    @Test
    void aContentIsFoundAgainEvenIfTheReleaseWasRewrittenTwiceInOneMillisecond() {
        writing.directly(writeRelease("R1", "fr"));
        ContentHash between = content(writing.state().live(), "R1");
        writing.directly(writeRelease("R1", "it", "nl"));
        forgetContents();

        assertThat(contents().manifest(between).parts().keySet())
                .containsExactlyInAnyOrder(
                        ".", ".platforms.WINNT_x86_64-msvc.locales.de", ".platforms.WINNT_x86_64-msvc.locales.fr");
    }

    @Test
    void aSetIsPendingFromWhenItIsAskedForUntilItIsLive() {
        Instant asked = writing.now();
        ChangeSet set = writing.schedule(Duration.ofHours(2), edit(1, "mapping", "R2"));
        writing.anHourPasses();
        writing.enact(set);

        assertThat(past.at(asked.minusMillis(1)).queue()).isEmpty();
        assertThat(past.at(asked).queue()).containsExactly(set);
        assertThat(past.at(writing.now().minusMillis(1)).queue()).containsExactly(set);
        assertThat(past.at(writing.now()).queue()).isEmpty();
    }

    @Test
    void aHeldSetIsNotPendingThen() {
        ChangeSet set = writing.schedule(Duration.ofHours(2), edit(1, "mapping", "R2"));
        writing.anHourPasses();
        writing.move(set, new ChangeSet.Held());
        Instant held = writing.now();
        writing.anHourPasses();
        writing.map("release", "release-cdntest");

        assertThat(past.at(held.minusMillis(1)).queue()).containsExactly(set);
        assertThat(past.at(held).queue()).isEmpty();
    }

    @Test
    void whatOnlyTheQueueOfThatTimeHeldIsKnownYet() {
        ChannelMapping mapping = writing.map("release", "release-cdntest");
        ChangeSet set = writing.schedule(
                Duration.ofHours(2), addRelease("R9", "fr"), edit(1, "mapping", "R9"), writeRelease("R2", "it"));
        Instant asked = writing.now();
        writing.anHourPasses();
        writing.move(set, new ChangeSet.Withdrawn(Writing.BOB, writing.now()));
        forgetContents();

        NodeState then = past.at(asked);

        Tables staged = then.stages().of(mapping).stage().staged();
        assertThat(locales(content(staged, "R9"))).containsExactlyInAnyOrder("de", "fr");
        assertThat(locales(content(staged, "R2"))).containsExactlyInAnyOrder("de", "it");
    }

    @Test
    void mappingsAreThoseOfThatTime() {
        ChannelMapping mapping = writing.map("release", "release-cdntest");
        writing.anHourPasses();
        writing.unmap(mapping);

        assertThat(past.at(start).mappings()).isEmpty();
        assertThat(past.at(writing.now().minusMillis(1)).mappings()).containsExactly(mapping);
        assertThat(past.at(writing.now()).mappings()).isEmpty();
    }

    @Test
    void pinsAndShutoffsAreThoseOfThatTime() {
        Pin pin = new Pin("Firefox", "release", "120.", R1, 1);
        Shutoff shutoff = new Shutoff("Firefox", "release", "broken", 1);
        writing.pin(pin);
        writing.shutOff(shutoff);
        Instant written = writing.now();
        writing.anHourPasses();
        writing.unpin(pin);
        writing.resume(shutoff);

        NodeState then = past.at(written);
        NodeState now = past.at(writing.now());

        assertThat(then.live().pins().releases()).containsOnlyKeys(new Pins.Key("Firefox", "release", "120."));
        assertThat(then.shutoffs().stops("Firefox", "release")).isTrue();
        assertThat(now.live().pins().releases()).isEmpty();
        assertThat(now.shutoffs().stops("Firefox", "release")).isFalse();
    }

    /** Rules, releases, shutoffs, pins, mappings and pending sets, all of one write. */
    @Test
    void whatADatasetBroughtIsPartOfThePast() {
        TestDatabase database = writing.database.emptied();
        database.bean(DatasetImport.class).run(DatasetFile.at("classpath:sample/dataset.json"));
        NodeState imported = writing.state();
        Instant then = writing.now();
        writing.anHourPasses();
        database.admin(Writing.ADA);
        writing.directly(addRelease("R1"));

        NodeState recalled = past.at(then);

        assertThat(recalled.live().rules())
                .isNotEmpty()
                .isEqualTo(imported.live().rules());
        assertThat(recalled.live().releases())
                .isNotEmpty()
                .isEqualTo(imported.live().releases());
        assertThat(recalled.live().pins()).isEqualTo(imported.live().pins());
        assertThat(recalled.shutoffs()).isEqualTo(imported.shutoffs());
        assertThat(recalled.mappings()).isNotEmpty().isEqualTo(imported.mappings());
        assertThat(recalled.queue()).isNotEmpty().isEqualTo(imported.queue());
        assertThat(recalled.stages().wholeQueue().staged().rules())
                .isEqualTo(imported.stages().wholeQueue().staged().rules());
        assertThat(recalled.live().releases())
                .allSatisfy((name, release) ->
                        assertThat(contents().blob(release.content())).isNotNull());
    }

    @Test
    void aTimeThatIsOverIsLoadedOnce() {
        writing.directly(edit(1, "priority", 7));

        assertThat(past.at(start)).isSameAs(past.at(start));
    }

    @Test
    void rulesAloneComeWithTheWriteThatMadeThem() {
        ChangeSet set = writing.directly(edit(1, "priority", 7), addRule("mapping", "R2"));
        Instant edited = writing.now();
        writing.anHourPasses();
        writing.directly(removeRule(1));

        assertThat(past.rulesAt(edited))
                .extracting(revision ->
                        Objects.requireNonNull(revision.content()).id().value())
                .containsExactly(1L, 2L);
        assertThat(past.rulesAt(edited)).allSatisfy(revision -> {
            assertThat(revision.by()).isEqualTo(Writing.ADA);
            assertThat(revision.at()).isEqualTo(edited);
            assertThat(revision.changeSet()).isEqualTo(set.id());
        });
    }

    private Rule rule(Instant at) {
        return Objects.requireNonNull(past.at(at).live().rules().get(RULE));
    }

    private Set<String> locales(Instant at) {
        forgetContents();
        return locales(content(past.at(at).live(), "R1"));
    }

    private Set<String> locales(ContentHash content) {
        return contents()
                .json(content)
                .at("/platforms/WINNT_x86_64-msvc/locales")
                .propertyStream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static ContentHash content(Tables tables, String release) {
        return Objects.requireNonNull(tables.releases().get(new ReleaseName(release)))
                .content();
    }

    private void forgetContents() {
        writing.pass(StoredContents.GRACE.plusSeconds(1));
        contents().forgetAllBut(Set.of());
    }

    private StoredContents contents() {
        return writing.database.bean(StoredContents.class);
    }
}
