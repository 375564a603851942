package dev.rehearsal.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Grants;
import dev.rehearsal.access.People;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.problem.RefusedException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever is the author, the others can meet what is required: when it is required, and when somebody goes. */
@EachDatabase
class RequiredSignersTest {

    private static final Role RELENG = new Role("releng");
    private static final Role RELMAN = new Role("relman");

    private final TestDatabase database;
    private final RequiredSignoffs requirements;
    private final Grants grants;

    RequiredSignersTest(TestDatabase database) {
        this.database = database.emptied();
        this.requirements = database.bean(RequiredSignoffs.class);
        this.grants = database.bean(Grants.class);
        database.admin(TestDatabase.WRITER);
    }

    @Test
    void twoRolesNeedThreePeopleWhoWrite() {
        writer("ada", RELENG, RELMAN);
        writer("ben", RELENG, RELMAN);
        require("release", RELENG);

        assertThatThrownBy(() -> require("release", RELMAN))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("too few could agree to what")
                .hasMessageContaining("1 releng and 1 relman are needed");
        require("beta", RELMAN);
        writer("cleo", RELENG, RELMAN);
        require("release", RELMAN);
    }

    @Test
    void whoeverIsNeededByOneAuthorAloneIsLockedOutWithAWarning() {
        writer("ada", RELENG);
        writer("ben", RELENG);
        require("release", RELENG);

        assertThat(grants.takeRole(TestDatabase.WRITER, "ben", RELENG, 1))
                .anyMatch(warning ->
                        warning.contains("without ben, of Firefox on release too few could agree to what ada writes"));
        assertThat(database.bean(People.class).holders(RELENG)).isEqualTo(1);
    }

    @Test
    void whoeverIsNeededByEverybodyKeepsTheirRole() {
        writer("ada", RELENG);
        writer("ben", RELENG);
        require("release", RELENG);
        grants.takeRole(TestDatabase.WRITER, "ben", RELENG, 1);

        assertThatThrownBy(() -> grants.takeRole(TestDatabase.WRITER, "ada", RELENG, 1))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("without ada only 0 could give one");
        assertThat(database.bean(People.class).holders(RELENG)).isEqualTo(1);
    }

    @Test
    void whatCouldNotBeMetBeforeIsNamedAndRefusesNothing() {
        writer("ada", RELENG);
        writer("ben", RELENG);
        database.write(entry -> {
            requirements.importAll(entry, List.of(new RequiredSignoff("Firefox", "release", RELENG, 1, 1)), List.of());
            requirements.importAll(entry, List.of(new RequiredSignoff("Firefox", "esr", RELMAN, 1, 1)), List.of());
            return entry;
        });
        writer("cleo", RELENG, RELMAN);

        assertThat(grants.takeRole(TestDatabase.WRITER, "ben", RELENG, 1)).isEmpty();
        assertThat(database.bean(People.class).holders(RELENG)).isEqualTo(2);
    }

    @Test
    void aGateNeedsATesterBesidesTheAuthor() {
        writer("ada", RELENG);
        Gate gate = new Gate(0, "Firefox", "release", RELENG, 1, List.of(), 1);

        assertThatThrownBy(() -> add(gate))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("too few could agree to what ada writes: 1 releng is needed");
        writer("ben", RELENG);
        add(gate);
    }

    private void add(Gate gate) {
        database.write(entry -> database.bean(Gates.class).add(entry, gate));
    }

    private void writer(String name, Role... roles) {
        database.write(entry -> {
            People people = database.bean(People.class);
            people.put(entry, name, new Permission(PermissionName.RULE, Set.of(), Set.of("Firefox"), 1));
            for (Role role : roles) {
                people.giveRole(entry, name, role);
            }
            return entry;
        });
    }

    private void require(String channel, Role role) {
        database.write(entry -> {
            requirements.put(entry, new RequiredSignoff("Firefox", channel, role, 1, 1));
            return entry;
        });
    }
}
