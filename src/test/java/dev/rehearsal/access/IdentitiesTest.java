package dev.rehearsal.access;

import static dev.rehearsal.access.Town.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.problem.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** Who of an issuer becomes whom: nobody inherits anything by a name, nor by an account. */
class IdentitiesTest {

    private static final String PASSWORD = "correct horse battery";

    private final TestDatabase database = TestDatabase.H2.emptied();
    private final Town town = new Town(database);
    private final Identities identities = town.identities;

    @Test
    void whoeverHasThisNameAndNoOtherWayInIsBoundByIt() {
        town.with("ben", Town.rule());

        assertThat(signIn("S1", "ben")).isEqualTo("ben");
    }

    @Test
    void theAccountIsWhoTheyAreFromThenOnWhateverItIsCalled() {
        town.with("ben", Town.rule());
        signIn("S1", "ben");

        assertThat(signIn("S1", "ben.married")).isEqualTo("ben");
    }

    @Test
    void anotherAccountOfThatNameIsAStranger() {
        town.with("ben", Town.rule());
        signIn("S1", "ben");

        assertThat(signIn("S2", "ben")).isEqualTo("a stranger");
    }

    @Test
    void nobodyOfThatNameIsAStranger() {
        assertThat(signIn("S1", "eve")).isEqualTo("a stranger");
    }

    @Test
    void aNameIsNotEnoughForSomebodyWithAPassword() {
        town.with("ben", Town.rule());
        town.accounts.setPassword(ADMIN, "ben", PASSWORD);

        assertThat(signIn("S1", "ben")).isEqualTo("a stranger");
    }

    @Test
    void aNameIsNotEnoughForSomebodyWhoEverHadAToken() {
        town.with("ben", Town.rule());
        NewToken made = town.tokens.create(ADMIN, "ben", "ci", TokenScope.READ, null);
        town.tokens.revoke(ADMIN, made.token().id());

        assertThat(signIn("S1", "ben")).isEqualTo("a stranger");
    }

    @Test
    void aNameThatSomebodyElseHadBeforeIsNotEnough() {
        town.with("ben", Town.rule());
        town.grants.take(
                ADMIN,
                "ben",
                PermissionName.RULE,
                Objects.requireNonNull(town.permission("ben", PermissionName.RULE))
                        .dataVersion());
        town.with("ben", Town.rule());

        assertThat(signIn("S1", "ben")).isEqualTo("a stranger");
    }

    @Test
    void whoeverIsRemovedDoesNotComeBackAsTheNextOfTheirName() {
        town.with("ben", Town.rule());
        signIn("S1", "ben");
        town.grants.take(
                ADMIN,
                "ben",
                PermissionName.RULE,
                Objects.requireNonNull(town.permission("ben", PermissionName.RULE))
                        .dataVersion());
        town.with("ben", Town.rule());

        assertThat(signIn("S1", "ben")).isEqualTo("a stranger");
    }

    @Test
    void anAccountThatWasSomebodyIsNobodyElseByItsNewName() {
        town.with("ben", Town.rule());
        town.with("cleo", Town.rule());
        signIn("S1", "ben");
        identities.unbind(ADMIN, "ben");

        assertThat(signIn("S1", "cleo")).isEqualTo("a stranger");
    }

    @Test
    void aNameBindsNobodyWhereThatIsTurnedOff() {
        OidcOptions off = new OidcOptions(
                Town.ISSUER.issuer(),
                "rehearsal",
                "",
                "",
                "email",
                List.of(),
                false,
                "",
                List.of(),
                true,
                new OidcOptions.StepUpOptions(List.of(), null));
        town.with("ben", Town.rule());

        assertThat(town.identities(off).signIn(identity("S1"), "ben", "192.0.2.1"))
                .isInstanceOf(Recognised.Stranger.class);
    }

    @Test
    void anAdministratorBindsWhomTheNameDoesNot() {
        town.with("ben", Town.rule());
        town.accounts.setPassword(ADMIN, "ben", PASSWORD);

        identities.bind(ADMIN, "ben", " S1 ");

        assertThat(signIn("S1", "whatever")).isEqualTo("ben");
    }

    @Test
    void whoeverBindsGivesNoMoreThanTheyCouldGrant() {
        town.everyPermissionNeedsSignoff();
        town.with("ben", Town.rule());

        assertThatThrownBy(() -> identities.bind(ADMIN, "ben", "S1"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("signoffs");
    }

    @Test
    void withoutThePermissionNobodyBindsAnybody() {
        town.with("ben", Town.rule());

        assertThatThrownBy(() -> identities.bind(town.with("eve", Town.rule()), "ben", "S1"))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void nobodyBindsThemselves() {
        assertThatThrownBy(() -> identities.bind(ADMIN, ADMIN.name(), "S1"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("another administrator");
    }

    @Test
    void anAccountIsOnePersonAtATime() {
        town.with("ben", Town.rule());
        town.with("cleo", Town.rule());
        identities.bind(ADMIN, "ben", "S1");

        assertThatThrownBy(() -> identities.bind(ADMIN, "cleo", "S1")).hasMessageContaining("ben");
    }

    @Test
    void aNewAccountReplacesTheFormer() {
        town.with("ben", Town.rule());
        identities.bind(ADMIN, "ben", "S1");

        identities.bind(ADMIN, "ben", "S2");

        assertThat(List.of(signIn("S1", "ben"), signIn("S2", "ben"))).containsExactly("a stranger", "ben");
    }

    @Test
    void whoeverBoundSomebodyLatelyCanActForThem() {
        town.with("ben", Town.permission());

        identities.bind(ADMIN, "ben", "S1");

        assertThat(database.bean(GivenPowers.class).givenAfter(Instant.EPOCH))
                .filteredOn(power -> power.to().name().equals("ben"))
                .extracting(GivenPower::by)
                .contains(ADMIN);
    }

    @Test
    void unlessAnotherHasConfirmedIt() {
        town.with("cleo", Town.rule());
        identities.bind(ADMIN, "cleo", "S1");
        identities.confirm(town.with("greta", Town.permission()), "cleo");

        assertThat(database.bean(GivenPowers.class).givenAfter(Instant.EPOCH))
                .noneMatch(power -> power.to().name().equals("cleo"));
    }

    @Test
    void whoeverCameWithANumberFromElsewhereIsNotBoundByTheirName() {
        database.bean(WriteLock.class)
                .write(
                        ADMIN,
                        WriteKind.QUEUE,
                        write -> town.people.importAll(
                                write,
                                List.of(new Person(
                                        new PersonId(4711),
                                        "ben",
                                        Map.of(PermissionName.RULE, Town.rule()),
                                        Map.of(),
                                        false))));

        assertThat(signIn("S1", "ben")).isEqualTo("a stranger");
        identities.bind(ADMIN, "ben", "S1");
        assertThat(signIn("S1", "ben")).isEqualTo("ben");
    }

    @Test
    void anotherAdministratorConfirmsABinding() {
        town.with("ben", Town.rule());
        identities.bind(ADMIN, "ben", "S1");

        identities.confirm(town.with("greta", Town.permission()), "ben");

        assertThat(identities.of("ben").orElseThrow().confirmedBy()).hasToString("greta");
    }

    @Test
    void aSessionEndsWithItsBinding() {
        UsernamePasswordAuthenticationToken session = session("S1", "ben");
        boolean before = town.sessions.isStillGood(session);

        identities.unbind(ADMIN, "ben");

        assertThat(List.of(before, town.sessions.isStillGood(session))).containsExactly(true, false);
    }

    @Test
    void aSessionDoesNotPassToTheNextOfTheName() {
        UsernamePasswordAuthenticationToken session = session("S1", "ben");
        town.grants.take(
                ADMIN,
                "ben",
                PermissionName.RULE,
                Objects.requireNonNull(town.permission("ben", PermissionName.RULE))
                        .dataVersion());

        town.with("ben", Town.rule());

        assertThat(town.sessions.isStillGood(session)).isFalse();
    }

    @Test
    void automationIsWhomTheOptionsNameEvenWithAToken() {
        town.with("bot", Town.rule());
        town.tokens.create(ADMIN, "bot", "ci", TokenScope.READ, null);

        assertThat(identities
                        .automation(identity("bot@clients"), "bot")
                        .orElseThrow()
                        .actor())
                .hasToString("bot");
    }

    @Test
    void theNextAutomationOfTheNameIsAnother() {
        town.with("bot", Town.rule());
        identities.automation(identity("bot@clients"), "bot");
        town.grants.take(
                ADMIN,
                "bot",
                PermissionName.RULE,
                Objects.requireNonNull(town.permission("bot", PermissionName.RULE))
                        .dataVersion());
        town.with("bot", Town.rule());

        assertThat(identities.automation(identity("bot@clients"), "bot")).isEmpty();
    }

    @Test
    void automationSignsInToNoScreens() {
        Town systems = new Town(TestDatabase.H2.emptied(), "bot");
        systems.with("bot", Town.rule());

        assertThat(systems.identities.signIn(identity("S1"), "bot", "192.0.2.1"))
                .isInstanceOf(Recognised.Stranger.class);
    }

    @Test
    void theJournalTellsWhoWasBoundAndWhoWasNot() {
        town.with("ben", Town.rule());

        signIn("S1", "ben");
        signIn("S2", "ben");

        assertThat(database.rows("select event, detail from security_events order by id"))
                .extracting(row -> row.values().toString())
                .containsExactly(
                        "[identity_bound, S1]",
                        "[signed_in, through the issuer]",
                        "[sign_in_failed, the issuer's account S2, called ben: that person has, or had, another way in]");
    }

    private UsernamePasswordAuthenticationToken session(String subject, String name) {
        town.with(name, Town.rule());
        signIn(subject, name);
        Binding binding = identities.of(name).orElseThrow();
        UsernamePasswordAuthenticationToken session =
                UsernamePasswordAuthenticationToken.authenticated(binding.actor(), null, List.of());
        session.setDetails(new IssuerSession(
                binding.person(),
                database.bean(TestClock.class).instant(),
                binding.credential(Credential.Kind.ISSUER, Assurance.NONE),
                "id-token"));
        return session;
    }

    private String signIn(String subject, String name) {
        return switch (identities.signIn(identity(subject), name, "192.0.2.1")) {
            case Recognised.Known(var binding) -> binding.actor().name();
            case Recognised.Stranger _ -> "a stranger";
        };
    }

    private static Identity identity(String subject) {
        return new Identity(Town.ISSUER.issuer(), subject);
    }
}
