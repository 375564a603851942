package dev.rehearsal.access;

import static dev.rehearsal.access.Town.ADMIN;
import static dev.rehearsal.access.Town.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.problem.RefusedException.Reason;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EachDatabase
class GrantsTest {

    private static final Role QA = new Role("qa");
    private static final Role RELENG = new Role("releng");

    private final TestDatabase database;
    private final Town town;
    private final Grants grants;

    GrantsTest(TestDatabase database) {
        this.database = database.emptied();
        this.town = new Town(database);
        this.grants = town.grants;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada\u200b", "\u202eada", "a\u0308da", "ada\u00ad", "\uff41da"})
    void nobodyNewLooksLikeSomebodyElse(String name) {
        assertThatThrownBy(() -> grants.give(ADMIN, name, rule()))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("username: must be");
    }

    @Test
    void whoHasSuchANameAlreadyKeepsIt() {
        town.with("ada\u200b", rule());

        grants.give(ADMIN, "ada\u200b", Permission.unrestricted(PermissionName.RELEASE));

        assertThat(town.permission("ada\u200b", PermissionName.RELEASE)).isNotNull();
    }

    @Test
    void aPermissionComesBackAsItWasGiven() {
        Permission narrowed = new Permission(
                PermissionName.RULE, Set.of(Action.CREATE, Action.MODIFY), Set.of("Firefox", "Fenix"), 1);

        grants.give(ADMIN, "ben", narrowed);

        assertThat(town.permission("ben", PermissionName.RULE)).isEqualTo(narrowed);
    }

    @Test
    void whatIsBrokenInTheTableIsAFaultOfNobodyWhoAsks() {
        grants.give(ADMIN, "ben", rule("Firefox"));
        database.jdbc()
                .sql("update permissions set options = '{broken' where person = 'ben'")
                .update();

        assertThatThrownBy(() -> town.person("ben"))
                .isNotInstanceOf(RefusedException.class)
                .hasMessageContaining("permission 'rule' of ben");
    }

    @Test
    void aChangeRaisesTheVersionAndReplacesTheOptions() {
        grants.give(ADMIN, "ben", rule("Firefox"));

        Permission changed = grants.change(ADMIN, "ben", rule("Fenix"));

        assertThat(changed.dataVersion()).isEqualTo(2);
        assertThat(town.permission("ben", PermissionName.RULE)).isEqualTo(changed);
        assertThat(changed.products()).containsExactly("Fenix");
    }

    @Test
    void everyWriteLeavesAHistoryRow() {
        grants.give(ADMIN, "ben", rule("Firefox"));
        grants.change(ADMIN, "ben", rule());
        grants.take(ADMIN, "ben", PermissionName.RULE, 2);

        List<Map<String, @Nullable Object>> history =
                database.rows("select * from permissions_history where person = 'ben' order by change_id");
        assertThat(history)
                .extracting(row -> row.get("options"))
                .containsExactly("{\"products\":[\"Firefox\"]}", "{}", null);
        assertThat(history).extracting(row -> row.get("data_version")).containsExactly(1, 2, null);
        assertThat(history).extracting(row -> row.get("changed_by")).containsOnly(ADMIN.name());
    }

    @Test
    void whoHasSeenAnOlderVersionMustLookAgain() {
        grants.give(ADMIN, "ben", rule("Firefox"));
        grants.change(ADMIN, "ben", rule("Fenix"));

        refused(
                Reason.INVALID,
                "data_version: this permission is at data_version 2 by now, not 1",
                () -> grants.change(ADMIN, "ben", rule()));
        refused(
                Reason.INVALID,
                "at data_version 2 by now, not 1",
                () -> grants.take(ADMIN, "ben", PermissionName.RULE, 1));
    }

    @Test
    void nobodyHasAPermissionTwice() {
        grants.give(ADMIN, "ben", rule("Firefox"));

        refused(Reason.CONFLICT, "has the permission 'rule' already", () -> grants.give(ADMIN, "ben", rule()));
    }

    @Test
    void whatSomebodyDoesNotHaveCannotBeChangedOrTaken() {
        refused(Reason.NOT_FOUND, "ben has no permission 'rule'", () -> grants.change(ADMIN, "ben", rule()));
        refused(
                Reason.NOT_FOUND,
                "ben has no permission 'rule'",
                () -> grants.take(ADMIN, "ben", PermissionName.RULE, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " ben", "ben\n", "bootstrap", "current", "enactor", "retention"})
    void someNamesAreNobodys(String name) {
        refused(Reason.INVALID, "username", () -> grants.give(ADMIN, name, rule()));
    }

    @Test
    void aRoleIsForSomebodyWithAPermission() {
        refused(Reason.INVALID, "ben has none yet", () -> grants.giveRole(ADMIN, "ben", QA));
        grants.give(ADMIN, "ben", rule());

        assertThat(grants.giveRole(ADMIN, "ben", QA)).isTrue();

        assertThat(town.person("ben").holds(QA)).isTrue();
    }

    @Test
    void givingARoleTwiceIsTheSameAsOnce() {
        town.holding("ben", "qa");

        assertThat(grants.giveRole(ADMIN, "ben", QA)).isFalse();

        assertThat(town.person("ben").roles()).containsExactly(QA);
        assertThat(database.rows("select * from user_roles_history")).hasSize(1);
    }

    @Test
    void withTheLastPermissionGoAllRoles() {
        town.holding("ben", "qa", "releng");
        grants.give(ADMIN, "ben", Permission.unrestricted(PermissionName.RELEASE));
        grants.take(ADMIN, "ben", PermissionName.RULE, 1);
        assertThat(town.person("ben").roles()).containsExactlyInAnyOrder(QA, RELENG);

        grants.take(ADMIN, "ben", PermissionName.RELEASE, 1);

        assertThat(town.person("ben").isKnown()).isFalse();
        assertThat(database.rows("select * from user_roles_history where data_version is null"))
                .hasSize(2);
    }

    @Test
    void aRoleIsNotTakenWhereTooFewWouldBeLeftToSign() {
        town.holding("ben", "qa");
        town.holding("emi", "qa");
        town.requires("qa", 2);

        refused(
                Reason.INVALID,
                "2 signoffs of the role 'qa' are required somewhere, and without ben only 1 could give one",
                () -> grants.takeRole(ADMIN, "ben", QA, 1));

        town.requires("qa", 1);
        grants.takeRole(ADMIN, "ben", QA, 1);
        assertThat(town.person("ben").holds(QA)).isFalse();
    }

    @Test
    void aLastPermissionIsNotTakenWhereTooFewWouldBeLeftToSign() {
        town.holding("ben", "qa");
        town.requires("qa", 1);

        refused(Reason.INVALID, "without ben only 0", () -> grants.take(ADMIN, "ben", PermissionName.RULE, 1));

        assertThat(town.person("ben").permissions()).containsKey(PermissionName.RULE);
        assertThat(town.person("ben").holds(QA)).isTrue();
    }

    @Test
    void aRoleThatIsNotHeldCannotBeTaken() {
        town.holding("ben", "qa");

        refused(Reason.NOT_FOUND, "does not hold", () -> grants.takeRole(ADMIN, "ben", RELENG, 1));
        refused(Reason.INVALID, "data_version", () -> grants.takeRole(ADMIN, "ben", QA, 2));
    }

    @Test
    void whatNeedsSignoffIsNotDoneAtOnce() {
        grants.give(ADMIN, "ben", rule("Firefox"));
        town.everyPermissionNeedsSignoff();
        String sentence = "permission 'rule' of ben needs signoff: schedule it";

        refused(Reason.INVALID, sentence, () -> grants.change(ADMIN, "ben", rule()));
        refused(
                Reason.INVALID,
                "permission 'rule' of emi needs signoff: schedule it",
                () -> grants.give(ADMIN, "emi", rule()));
    }

    @Test
    void somebodyIsLockedOutAtOnceWhateverNeedsSignoff() {
        grants.give(ADMIN, "ben", rule("Firefox"));
        town.everyPermissionNeedsSignoff();

        grants.take(ADMIN, "ben", PermissionName.RULE, 1);

        assertThat(town.person("ben").isKnown()).isFalse();
    }

    @Test
    void aRoleTakenAndGivenAgainIsAnotherGrant() {
        town.holding("ben", "qa");
        RoleGrant first = grantOfQa("ben");
        grants.takeRole(ADMIN, "ben", QA, 1);
        grants.giveRole(ADMIN, "ben", QA);

        RoleGrant second = grantOfQa("ben");

        assertThat(second.grant()).isGreaterThan(first.grant());
        assertThat(second.by()).isEqualTo(ADMIN);
        assertThat(second.confirmedBy()).isNull();
    }

    @Test
    void anotherThanTheGiverConfirmsARoleAndNotItsHolder() {
        town.holding("ben", "qa");
        Actor emi = town.with("emi", Town.permission(Action.CREATE));
        Actor ben = town.with("ben", Town.permission(Action.CREATE));

        refused(Reason.FORBIDDEN, "cannot confirm", () -> grants.confirmRole(ADMIN, "ben", QA));
        refused(Reason.FORBIDDEN, "cannot confirm", () -> grants.confirmRole(ben, "ben", QA));
        refused(Reason.NOT_FOUND, "does not hold", () -> grants.confirmRole(emi, "ben", RELENG));
        grants.confirmRole(emi, "ben", QA);

        assertThat(grantOfQa("ben").confirmedBy()).isEqualTo(emi);
        assertThat(database.rows("select given_by from user_roles_history where confirmed_by = 'emi'"))
                .hasSize(1);
    }

    @Test
    void eachDeedNeedsItsOwnAction() {
        Actor creator = town.with("creator", Town.permission(Action.CREATE));
        Actor modifier = town.with("modifier", Town.permission(Action.MODIFY));
        Actor deleter = town.with("deleter", Town.permission(Action.DELETE));
        town.with("ben", rule());

        forbidden(() -> grants.give(modifier, "emi", rule()));
        forbidden(() -> grants.giveRole(deleter, "ben", QA));
        forbidden(() -> grants.change(deleter, "ben", rule("Firefox")));
        forbidden(() -> grants.take(creator, "ben", PermissionName.RULE, 1));
        forbidden(() -> grants.requireView(creator, "ben"));

        grants.give(creator, "emi", rule());
        grants.giveRole(creator, "ben", QA);
        grants.change(modifier, "ben", rule("Firefox"));
        grants.takeRole(deleter, "ben", QA, 1);
        grants.take(deleter, "ben", PermissionName.RULE, 2);
    }

    @Test
    void anAdminOfSomeProductsGivesNothing() {
        Actor admin = town.with("firefox-admin", new Permission(PermissionName.ADMIN, Set.of(), Set.of("Firefox"), 1));

        forbidden(() -> grants.give(admin, "ben", rule("Firefox")));
    }

    @Test
    void everybodySeesWhatTheyHaveThemselves() {
        grants.requireView(new Actor("ben"), "ben");
        forbidden(() -> grants.requireView(new Actor("ben"), "emi"));
    }

    @Test
    void aRefusedWriteChangesNothing() {
        long before = database.rows("select * from permissions_history").size();

        forbidden(() -> grants.give(new Actor("nobody"), "ben", rule()));

        assertThat(town.person("ben").isKnown()).isFalse();
        assertThat(database.rows("select * from permissions_history")).hasSize((int) before);
    }

    @Test
    void configuredAccountsAreAutomation() {
        Town withBots = new Town(database.emptied(), "ship-bot");
        withBots.with("ship-bot", rule());

        assertThat(withBots.person("ship-bot").automation()).isTrue();
        assertThat(withBots.people.all())
                .filteredOn(Person::automation)
                .extracting(Person::name)
                .containsExactly("ship-bot");
    }

    private RoleGrant grantOfQa(String person) {
        return Objects.requireNonNull(town.person(person).grants().get(QA));
    }

    private static void forbidden(ThrowingCallable deed) {
        refused(Reason.FORBIDDEN, "lacks the permission 'permission'", deed);
    }

    private static void refused(Reason reason, String sentence, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason))
                .hasMessageContaining(sentence);
    }
}
