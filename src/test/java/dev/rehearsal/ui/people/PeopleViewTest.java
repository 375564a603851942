package dev.rehearsal.ui.people;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.access.Town.ADMIN;
import static dev.rehearsal.access.Town.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.ApiToken;
import dev.rehearsal.access.DemoPeople;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.TokenScope;
import dev.rehearsal.access.Town;
import dev.rehearsal.ledger.Actor;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PeopleViewTest {

    private static final String BEN = "ben@example.org";

    private final TestDatabase database = TestDatabase.H2.emptied();
    private final Town town = new Town(database, "ship-bot");

    @RegisterExtension
    final PeopleScreen screen = new PeopleScreen(database, town);

    @BeforeEach
    void settle() {
        town.with(
                BEN,
                new Permission(PermissionName.RULE, Set.of(Action.CREATE, Action.MODIFY), Set.of("Heron"), 1),
                Permission.unrestricted(PermissionName.RELEASE));
        town.grants.giveRole(ADMIN, BEN, new Role("qa"));
        town.with("ship-bot", Permission.unrestricted(PermissionName.RELEASE_LOCALE));
    }

    @Test
    void listsEverybodyWithRolesAndPermissions() {
        screen.open(ADMIN.name(), "people");

        assertThat(screen.rows())
                .containsExactly(
                        "admin@example.org |  | admin",
                        "ben@example.org | qa | rule (Heron: create, modify), release",
                        "ship-bot ⚙ automation |  | release_locale");
        assertThat(screen.panel()).contains("Choose somebody");
    }

    @Test
    void aLinkShowsThePersonThatItNames() {
        screen.open(ADMIN.name(), "people/" + BEN);

        assertThat(screen.panel())
                .startsWith(BEN)
                .contains(
                        "rule create, modify for Heron",
                        "release everything for every product",
                        "Roles qa given by admin@example.org")
                .contains("Has no password, so cannot sign in");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo(BEN + " · Rehearsal");
    }

    @Test
    void saysThatSomebodySignsInWithAPasswordOfTheConfiguration() {
        screen.openWith(town.accounts(new DemoPeople(Map.of(BEN, "ben-rehearses"))), ADMIN.name(), "people/" + BEN);

        assertThat(screen.panel())
                .contains("Signs in to these screens with a password that the configuration of this server says.")
                .doesNotContain("cannot sign in");
    }

    @Test
    void aLinkKeepsItsFilter() {
        screen.open(ADMIN.name(), "people/" + BEN + "?filter=heron");

        assertThat(screen.rows()).hasSize(1);
        assertThat(screen.text()).contains("1 of 3");

        screen.enter(TextField.class, "Filter people", "release");
        assertThat(screen.rows()).hasSize(2);
    }

    @Test
    void somebodyUnknownGetsAFirstPermission() {
        screen.open(ADMIN.name(), "people/emi");
        assertThat(screen.panel()).contains("There is nobody called emi yet");
        assertThat(screen.whyNot("Grant role")).contains("give one first");
        assertThat(screen.whyNot("Create token")).contains("emi has no permission yet");

        screen.enter(Select.class, "Permission", PermissionName.GATE);
        screen.enter(TextField.class, "Products", " Heron, Petrel ,");
        screen.enter(CheckboxGroup.class, "Actions", Set.of(Action.CREATE));
        screen.press("Give permission");

        assertThat(town.permission("emi", PermissionName.GATE))
                .isEqualTo(new Permission(PermissionName.GATE, Set.of(Action.CREATE), Set.of("Heron", "Petrel"), 1));
        assertThat(screen.panel()).contains("gate create for Heron, Petrel").doesNotContain("nobody called");
        assertThat(screen.rows()).contains("emi |  | gate (Heron, Petrel: create)");
    }

    @Test
    void somebodyNewIsANameAndAStepAway() {
        screen.open(ADMIN.name(), "people");

        screen.enter(TextField.class, "Name of somebody new", " emi ");
        screen.press("Add");

        assertThat(screen.panel()).contains("There is nobody called emi yet");
    }

    @Test
    void nobodyCanBeCalledJustAnything() {
        screen.open(ADMIN.name(), "people/current");

        assertThat(screen.panel()).contains("Nobody can be called 'current'.");
    }

    @Test
    void aPermissionIsChangedFromWhatItIs() {
        screen.open(ADMIN.name(), "people/" + BEN);

        screen.press("Change permission rule");
        assertThat(_get(CheckboxGroup.class).getValue()).isEqualTo(Set.of(Action.CREATE, Action.MODIFY));
        screen.enter(TextField.class, "Products", "");
        screen.press("Change permission");

        assertThat(town.permission(BEN, PermissionName.RULE))
                .isEqualTo(new Permission(PermissionName.RULE, Set.of(Action.CREATE, Action.MODIFY), Set.of(), 2));
    }

    @Test
    void onlyWhatCanBeNarrowedIsAskedFor() {
        screen.open(ADMIN.name(), "people/" + BEN);

        screen.enter(Select.class, "Permission", PermissionName.PERMISSION);
        assertThat(fields("Products")).isEmpty();
        assertThat(_find(CheckboxGroup.class)).hasSize(1);

        screen.enter(Select.class, "Permission", PermissionName.PINNABLE_RELEASE);
        assertThat(fields("Products")).isNotEmpty();
        assertThat(_find(CheckboxGroup.class)).isEmpty();
    }

    @Test
    void whatChangedMeanwhileIsNotOverwritten() {
        screen.open(ADMIN.name(), "people/" + BEN);
        screen.press("Change permission rule");
        town.grants.change(ADMIN, BEN, rule("Petrel"));

        screen.press("Change permission");

        assertThat(screen.refusals()).contains("This permission is at data_version 2 by now, not 1");
        assertThat(town.permission(BEN, PermissionName.RULE)).isEqualTo(permissionAt2());
    }

    @Test
    void takingTheLastPermissionTakesTheRolesToo() {
        screen.open(ADMIN.name(), "people/" + BEN);

        screen.press("Take permission rule");
        screen.press("Take it");
        screen.press("Take permission release");
        assertThat(screen.question()).contains("with it go all roles");
        screen.press("Take it");

        assertThat(town.person(BEN).isKnown()).isFalse();
        assertThat(screen.panel()).contains("There is nobody called " + BEN + " yet");
    }

    @Test
    void whatNeedsSignoffSaysSo() {
        town.everyPermissionNeedsSignoff();
        screen.open(ADMIN.name(), "people/" + BEN);

        screen.press("Change permission rule");
        screen.press("Change permission");

        assertThat(screen.refusals()).contains("Permission 'rule' of " + BEN + " needs signoff: schedule it.");
    }

    @Test
    void aRoleIsGrantedAndRevoked() {
        screen.open(ADMIN.name(), "people/" + BEN);

        screen.enter(ComboBox.class, "Role", "relman");
        screen.press("Grant role");
        assertThat(town.person(BEN).roles()).containsExactlyInAnyOrder(new Role("qa"), new Role("relman"));

        screen.press("Revoke role qa");
        assertThat(town.person(BEN).roles()).containsExactly(new Role("relman"));
        assertThat(screen.panel()).contains("Roles relman");
    }

    @Test
    void aRoleThatNeedsSignoffsIsScheduled() {
        town.everyPermissionNeedsSignoff();
        screen.open(ADMIN.name(), "people/" + BEN);

        screen.enter(ComboBox.class, "Role", "relman");
        screen.press("Grant role");

        assertThat(town.person(BEN).holds(new Role("relman"))).isFalse();
        assertThat(screen.panel()).contains("It waits for them as the change set Give the role relman to " + BEN);
    }

    @Test
    void aRoleThatIsMissedAsSignerStays() {
        town.requires("qa", 1);
        screen.open(ADMIN.name(), "people/" + BEN);

        screen.press("Revoke role qa");

        assertThat(screen.refusals()).contains("without " + BEN + " only 0 could give one");
        assertThat(town.person(BEN).holds(new Role("qa"))).isTrue();
    }

    @Test
    void aRoleThatSomebodyElseGaveLatelyIsConfirmed() {
        town.with("emi", Permission.unrestricted(PermissionName.PERMISSION));
        screen.open("emi", "people/" + BEN);
        assertThat(screen.panel()).contains("qa given by admin@example.org");

        screen.press("Confirm role qa");

        assertThat(screen.panel()).contains("confirmed by emi");
    }

    @Test
    void whoeverGaveARoleCannotConfirmIt() {
        screen.open(ADMIN.name(), "people/" + BEN);

        assertThat(screen.panel()).contains("given by admin@example.org").doesNotContain("Confirm");
    }

    @Test
    void withoutARoleNothingIsGranted() {
        screen.open(ADMIN.name(), "people/" + BEN);

        screen.press("Grant role");

        assertThat(screen.refusals()).contains("Role: must be a name");
    }

    @Test
    void onesOwnPasswordIsChangedWithThePresentOne() {
        town.accounts.setPassword(ADMIN, BEN, "correct horse battery");
        screen.open(BEN, "people/" + BEN);

        screen.enter(PasswordField.class, "New password", "long enough for all");
        screen.press("Set password");
        assertThat(screen.refusals()).contains("is not your password");

        screen.enter(PasswordField.class, "Present password", "correct horse battery");
        screen.press("Set password");
        assertThat(screen.refusals()).isEmpty();
    }

    @Test
    void aPasswordIsSet() {
        screen.open(ADMIN.name(), "people/" + BEN);

        screen.enter(PasswordField.class, "New password", "too short");
        screen.press("Set password");
        assertThat(screen.refusals()).contains("must have at least 12 characters");
        assertThat(town.accounts.hasPassword(BEN)).isFalse();

        screen.enter(PasswordField.class, "New password", "long enough for all");
        screen.press("Set password");

        assertThat(screen.refusals()).isEmpty();
        assertThat(_find(PasswordField.class))
                .extracting(PasswordField::getValue)
                .containsOnly("");
        assertThat(screen.panel()).contains("Signs in to these screens with a password");
    }

    @Test
    void aTokenIsShownOnce() {
        screen.open(ADMIN.name(), "people/ship-bot");
        screen.enter(TextField.class, "What the token is for", "ship it");
        screen.enter(Select.class, "Scope", TokenScope.WRITE);

        screen.press("Create token");

        assertThat(_get(Code.class).getText()).startsWith("rht_");
        assertThat(screen.panel()).contains("ship it write", "by admin@example.org", "expires");
        assertThat(token("ship-bot").expiresAt())
                .isEqualTo(token("ship-bot").createdAt().plus(Duration.ofDays(90)));
        screen.press("I have it");
        assertThat(_find(Code.class)).isEmpty();
    }

    @Test
    void aTokenIsNotShownToWhoComesBack() {
        screen.open(ADMIN.name(), "people/ship-bot");
        screen.enter(TextField.class, "What the token is for", "ship it");
        screen.press("Create token");

        screen.go("people/" + BEN);
        screen.go("people/ship-bot");

        assertThat(_find(Code.class)).isEmpty();
    }

    @Test
    void aTokenIsRevoked() {
        town.tokens.create(ADMIN, "ship-bot", "ship it", TokenScope.WRITE, null);
        screen.open(ADMIN.name(), "people/ship-bot");

        screen.press("Revoke token ship it");
        assertThat(token("ship-bot").isRevoked()).isFalse();
        screen.press("Revoke it");

        assertThat(token("ship-bot").isRevoked()).isTrue();
        assertThat(screen.panel()).contains("✕ revoked by admin@example.org");
    }

    @Test
    void aTokenWithoutANameIsNotMade() {
        screen.open(ADMIN.name(), "people/ship-bot");

        screen.press("Create token");

        assertThat(screen.refusals()).contains("Name: must have 1 to 100 characters");
        assertThat(town.tokens.of(ADMIN, "ship-bot")).isEmpty();
    }

    @Test
    void whoeverMayOnlyLookIsToldWhyTheyCanDoNoMore() {
        town.with("viewer", Town.permission(Action.VIEW));
        town.tokens.create(ADMIN, BEN, "ci", TokenScope.READ, null);
        screen.open("viewer", "people/" + BEN);

        assertThat(screen.rows()).hasSize(4);
        assertThat(screen.whyNot("Grant role")).isEqualTo(lacks("create"));
        assertThat(screen.whyNot("Revoke role qa")).isEqualTo(lacks("delete"));
        assertThat(screen.whyNot("Change permission rule")).isEqualTo(lacks("modify"));
        assertThat(screen.whyNot("Take permission rule")).isEqualTo(lacks("delete"));
        assertThat(screen.whyNot("Give permission")).isEqualTo(lacks("create"));
        assertThat(screen.whyNot("Set password")).isEqualTo(lacks("modify"));
        assertThat(screen.whyNot("Create token")).isEqualTo(lacks("create"));
        assertThat(screen.whyNot("Revoke token ci")).isEqualTo(lacks("delete"));
        assertThat(screen.whyNot("Add")).isEqualTo(lacks("create"));
    }

    @Test
    void whoeverMayNotLookSeesThemselves() {
        town.with("emi", rule());
        screen.open("emi", "people/emi");

        assertThat(screen.rows()).containsExactly("emi |  | rule");
        assertThat(screen.text()).contains("You see yourself only. " + lacks("view"));
        assertThat(screen.whyNot("Set password")).isEmpty();
        assertThat(screen.whyNot("Create token")).isEmpty();
        assertThat(screen.whyNot("Take permission rule")).isEqualTo(lacks("delete"));
    }

    @Test
    void whoeverMayNotLookLearnsNothingOfOthers() {
        town.with("emi", rule());
        screen.open("emi", "people/" + BEN);
        assertThat(screen.panel()).isEqualTo("You cannot see " + BEN + ". " + lacks("view"));

        screen.go("people/nobody-at-all");
        assertThat(screen.panel()).isEqualTo("You cannot see nobody-at-all. " + lacks("view"));
    }

    @Test
    void whatOthersChangeComesByItselfAndWhatIsTypedStays() {
        screen.open(ADMIN.name(), "people/" + BEN);
        screen.enter(TextField.class, "What the token is for", "ship it");
        screen.enter(Select.class, "Permission", PermissionName.GATE);
        screen.enter(TextField.class, "Products", "Heron");

        town.grants.giveRole(ADMIN, BEN, new Role("releng"));
        screen.stateIsReplaced();

        assertThat(screen.panel()).contains("Roles qa given by", "releng given by");
        assertThat(fields("What the token is for")).containsExactly("ship it");
        assertThat(fields("Products")).containsExactly("Heron");
    }

    @Test
    void whoeverLosesTheirPermissionMeanwhileIsRefused() {
        Actor creator = town.with("creator", Town.permission());
        screen.open("creator", "people/" + BEN);
        town.grants.change(ADMIN, creator.name(), Town.permission(Action.VIEW));

        screen.press("Revoke role qa");

        assertThat(screen.refusals()).contains("Creator lacks the permission");
        assertThat(town.person(BEN).holds(new Role("qa"))).isTrue();
    }

    private static String lacks(String action) {
        return "You lack the permission 'permission' with action '" + action + "'.";
    }

    private static Permission permissionAt2() {
        return new Permission(PermissionName.RULE, Set.of(), Set.of("Petrel"), 2);
    }

    private ApiToken token(String person) {
        return town.tokens.of(ADMIN, person).getFirst();
    }

    private static java.util.List<String> fields(String label) {
        return _find(TextField.class).stream()
                .filter(field -> label.equals(field.getAriaLabel().orElse("")))
                .map(TextField::getValue)
                .toList();
    }
}
