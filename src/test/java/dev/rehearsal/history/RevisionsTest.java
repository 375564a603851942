package dev.rehearsal.history;

import static dev.rehearsal.history.Writing.addRelease;
import static dev.rehearsal.history.Writing.addRule;
import static dev.rehearsal.history.Writing.edit;
import static dev.rehearsal.history.Writing.removeRelease;
import static dev.rehearsal.history.Writing.removeRule;
import static dev.rehearsal.history.Writing.writeRelease;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.ledger.Removals;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each object was, newest first. */
@EachDatabase
class RevisionsTest {

    private static final RuleId RULE = new RuleId(1);
    private static final ReleaseName R1 = new ReleaseName("R1");
    private static final String FR = ".platforms.WINNT_x86_64-msvc.locales.fr";
    private static final Paging ALL = new Paging(1, 100);

    private final Writing writing;
    private final Revisions revisions;
    private final Instant start;

    RevisionsTest(TestDatabase database) {
        this.writing = new Writing(database);
        this.revisions = database.bean(Revisions.class);
        this.start = writing.now();
        writing.directly(addRelease("R1"), addRelease("R2"), addRule("mapping", "R1"));
        writing.anHourPasses();
    }

    @Test
    void ofARuleTellWhoWroteWhatWhenAndThroughWhichSet() {
        ChangeSet set = writing.directly(edit(1, "mapping", "R2"));

        Page<Revision<Rule>> page = revisions.ofRule(RULE, ALL, Removals.LISTED);

        assertThat(page.count()).isEqualTo(2);
        assertThat(page.items()).extracting(Revision::at).containsExactly(writing.now(), start);
        Revision<Rule> latest = page.items().getFirst();
        assertThat(latest.content()).isEqualTo(writing.state().live().rules().get(RULE));
        assertThat(latest.by()).isEqualTo(Writing.ADA);
        assertThat(latest.changeSet()).isEqualTo(set.id());
    }

    @Test
    void ofARuleThatWasRemovedEndThere() {
        writing.directly(removeRule(1));
        writing.directly(writing.database.bean(RevertService.class).ruleTo(RULE, 1));

        assertThat(revisions.ofRule(RULE, ALL, Removals.LISTED).items())
                .extracting(Revision::isRemoval)
                .containsExactly(true, false);
        assertThat(revisions.ofRule(RULE, ALL, Removals.LEFT_OUT).items())
                .extracting(Revision::isRemoval)
                .containsExactly(false);
        assertThat(revisions.ofRule(RULE, ALL, Removals.LEFT_OUT).count()).isEqualTo(1);
    }

    @Test
    void comeInPages() {
        for (int priority = 1; priority <= 4; priority++) {
            writing.directly(edit(1, "priority", priority));
        }

        Page<Revision<Rule>> second = revisions.ofRule(RULE, new Paging(2, 2), Removals.LISTED);

        assertThat(second.count()).isEqualTo(5);
        assertThat(second.items())
                .extracting(revision -> revision.contentIfAny().map(Rule::priority))
                .containsExactly(Optional.of(2), Optional.of(1));
    }

    @Test
    void cannotBeAskedForWithoutAPage() {
        assertThatThrownBy(() -> new Paging(0, 10)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> new Paging(1, 0)).isInstanceOf(RefusedException.class);
    }

    @Test
    void ofOneRuleAreNotThoseOfAnother() {
        writing.directly(addRule("mapping", "R2"));

        assertThat(revisions.ofRule(RULE, 1)).isPresent();
        assertThat(revisions.ofRule(RULE, 2)).isEmpty();
        assertThat(revisions.isOfAnyRule(2)).isTrue();
        assertThat(revisions.isOfAnyRule(3)).isFalse();
    }

    @Test
    void ofAReleaseTellWhichPartsWereWrittenWithIt() {
        writing.directly(writeRelease("R1", "fr"));
        ContentHash fr = revisions
                .ofRelease(R1, ALL)
                .items()
                .getFirst()
                .parts()
                .getOrDefault(FR, Optional.empty())
                .orElseThrow();
        writing.directly(writeRelease("R1", "it"));
        writing.directly(removeRule(1), removeRelease("R1"));

        Page<ReleaseRevision> page = revisions.ofRelease(R1, ALL);

        assertThat(page.items())
                .extracting(revision -> revision.row().isRemoval())
                .containsExactly(true, false, false, false);
        assertThat(page.items().get(1).parts())
                .containsOnlyKeys(FR, FR.replace("fr", "it"))
                .containsEntry(FR, Optional.empty());
        assertThat(page.items().get(2).parts()).containsOnlyKeys(FR).containsEntry(FR, Optional.of(fr));
        assertThat(page.items().get(3).parts()).containsOnlyKeys(".", FR.replace("fr", "de"));
    }

    @Test
    void ofShutoffsTellTheirBeginningsAndEnds() {
        Shutoff shutoff = new Shutoff("Firefox", "release", "broken", 1);
        writing.shutOff(shutoff);
        writing.resume(shutoff);

        assertThat(revisions.ofShutoff("Firefox", "release", ALL).items())
                .extracting(Revision::contentIfAny)
                .containsExactly(Optional.empty(), Optional.of(shutoff));
    }
}
