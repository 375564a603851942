package dev.rehearsal.stories;

import static dev.rehearsal.stories.Wishes.release;
import static dev.rehearsal.stories.Wishes.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal.LockRelease;
import dev.rehearsal.enactment.ReleaseEdits;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.ReleaseName;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Releases that are locked against edits, and who has to sign that they are opened. */
@EachDatabase
class ReleaseLocksTest {

    private final Office office;

    ReleaseLocksTest(TestDatabase database) {
        this.office = new Office(database)
                .with("anna", "releng")
                .with("ben", "releng")
                .live(release("F-1"), release("F-2"), rule("release", "F-1"));
        database.write(entry -> {
            database.bean(PeopleStore.class)
                    .put(entry, "anna", new Permission(PermissionName.RELEASE_READ_ONLY, Set.of(), Set.of(), 1));
            return entry;
        });
    }

    @Test
    void aReleaseIsLockedWithoutSignoffs() {
        office.requires("release", "releng", 1);

        office.directly("anna", lock("F-1", true));

        assertThat(isReadOnly("F-1")).isTrue();
    }

    @Test
    void openingItNeedsWhatTheRulesNeedThatNameIt() {
        office.requires("release", "releng", 1);
        office.directly("anna", lock("F-1", true));

        ChangeSet waiting = opened("F-1").orElseThrow();

        assertThat(waiting.state()).isEqualTo(new ChangeSet.Pending());
        assertThat(office.obstacles(waiting.id())).containsExactly("signoff is required: 0 of 1 by releng given");
        office.signs("ben", waiting.id(), "releng");
        office.comes(1);
        assertThat(isReadOnly("F-1")).isFalse();
    }

    @Test
    void openingOneThatNoRuleNamesNeedsWhatTheProductNeedsAnywhere() {
        office.requires("beta", "releng", 1);
        office.directly("anna", lock("F-2", true));

        assertThat(opened("F-2").orElseThrow().state()).isEqualTo(new ChangeSet.Pending());
    }

    @Test
    void itIsOpenedAtOnceWhereNothingIsNeeded() {
        office.directly("anna", lock("F-1", true));

        assertThat(opened("F-1").orElseThrow().state()).isInstanceOf(ChangeSet.Enacted.class);

        assertThat(isReadOnly("F-1")).isFalse();
        assertThat(opened("F-1")).isEmpty();
    }

    private Optional<ChangeSet> opened(String release) {
        return office.database
                .bean(ReleaseEdits.class)
                .lock(new Actor("anna"), "Open " + release, lock(release, false));
    }

    private static LockRelease lock(String release, boolean readOnly) {
        return new LockRelease(new ReleaseName(release), null, readOnly);
    }

    private boolean isReadOnly(String release) {
        return Objects.requireNonNull(office.state().live().releases().get(new ReleaseName(release)))
                .readOnly();
    }
}
