package dev.rehearsal.assurance;

import static dev.rehearsal.assurance.Wish.create;
import static dev.rehearsal.assurance.Wish.edit;
import static dev.rehearsal.assurance.Wish.gate;
import static dev.rehearsal.assurance.Wish.giveRole;
import static dev.rehearsal.assurance.Wish.makePassword;
import static dev.rehearsal.assurance.Wish.makeToken;
import static dev.rehearsal.assurance.Wish.map;
import static dev.rehearsal.assurance.Wish.permit;
import static dev.rehearsal.assurance.Wish.require;
import static dev.rehearsal.assurance.Wish.requireForPermissions;
import static dev.rehearsal.assurance.Wish.takeRole;
import static dev.rehearsal.assurance.Wish.urgent;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Nobody gives more than they have: neither by a token or a password of somebody else nor by a role. */
class IndirectGrantTest {

    /** Whoever gives permissions for the product needs the signoff of somebody who holds security. */
    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    class WherePermissionsNeedSignoffs {

        private final Server server = Server.with("{}");
        private final World world = new World(server);
        private final Person boss = world.person("boss").mayAnywhere("admin");
        private final Person maker = world.person("maker").mayOnly("permission", "create");
        private final Person changer = world.person("changer").mayOnly("permission", "modify");
        private final Person mallory = world.writer("mallory").may("permission");
        private final Person asker = world.writer("asker").may("permission");
        private final Person friend = world.writer("friend");
        private final Person other = world.writer("other");
        private final Person sam = world.holder("sam", "security");
        private final Person bob = world.holder("bob", "releng");
        private final Person bot = world.person("bot").may("scheduled_change");
        private final Person mira = world.holder("mira", "security").may("permission");
        private final Person leaver = world.holder("leaver", "security");
        private final Person guest = world.writer("guest");
        private final Person visitor = world.writer("visitor");
        private final Person climber = world.person("climber").may("release_locale");

        @BeforeAll
        void permissionsNeedSignoffs() {
            for (Person person : new Person[] {
                boss, maker, changer, mallory, asker, friend, other, sam, bob, bot, mira, leaver, guest, visitor,
                climber
            }) {
                person.withToken();
            }
            world.guarded(require("esr", "releng", 1), urgent("esr", "oncall"), requireForPermissions("security", 1));
        }

        @Test
        void aRoleThatAChannelCallsUrgentIsGivenWithASignedChangeAlone() {
            mallory.givesRole(friend, "oncall").isRefused();
        }

        /** Both lists read alike, joined by commas. */
        @Test
        void aSignedPermissionForOneProductIsNotOneForTwo() {
            String gives = """
                    {'object': 'permission', 'change_type': 'insert', 'username': '%s', 'permission': 'emergency_shutoff',
                     'options': {'products': [%s, '%s']}}""";
            String guest = world.named("guest");
            String set = "{'title': 'A shutoff', 'when': %d, 'changes': [%s]}";
            ChangeSet signed = world.scheduled(mallory.tries(
                    "POST",
                    "/api/change_sets",
                    set.formatted(server.soon(60), gives.formatted(guest, "'a, b'", world.named("P")))));
            sam.signs(signed, "security").succeeds();

            mallory.tries(
                            "POST",
                            signed.path(),
                            "{'changes': [%s]}".formatted(gives.formatted(guest, "'a', 'b'", world.named("P"))))
                    .succeeds();
            world.tick();

            assertThat(signed.isLive()).isFalse();
        }

        @AfterAll
        void stop() {
            server.close();
        }

        @Test
        void whoMayMakeTokensMakesNoneForAnAdmin() {
            maker.makesTokenFor(boss).isRefused();
        }

        @Test
        void norForWhoMayWrite() {
            maker.makesTokenFor(friend).isRefused();
        }

        @Test
        void norForASigner() {
            mallory.makesTokenFor(bob).isRefused();
        }

        @Test
        void norThroughTheHolderOfThatPermissionWhoHoldsMore() {
            maker.makesTokenFor(mallory).isRefused();
        }

        @Test
        void whoMayChangePeopleSetsNobodysPassword() {
            changer.setsPasswordOf(boss).isRefused();
            mallory.setsPasswordOf(bob).isRefused();
        }

        @Test
        void norThatOfAWriter() {
            changer.setsPasswordOf(friend).isRefused();
        }

        @Test
        void aRoleThatARequirementNamesIsNotGivenAtOnce() {
            mallory.givesRole(friend, "releng").isRefused();
        }

        @Test
        void norToOneself() {
            mallory.givesRole(mallory, "releng").isRefused();
        }

        @Test
        void norTheRoleThatSignsPermissions() {
            mallory.givesRole(other, "security").isRefused();
        }

        @Test
        void aPermissionIsNotGivenAtOnce() {
            mallory.gives(other, "admin", "{}").isRefused();
            mallory.gives(other, "pinnable_release", "{\"products\": [\"%s\"]}".formatted(world.named("P")))
                    .isRefused();
        }

        @Test
        void norByASetThatNobodySigned() {
            ChangeSet gives = mallory.schedules(permit("other", "gate"));

            world.tick();
            bot.enacts(gives).isRefused();
            assertThat(gives.isLive()).isFalse();
        }

        @Test
        void norByASetThatTheRolesTakerSigned() {
            mallory.givesRole(mallory, "security");
            ChangeSet gives = mallory.schedules(permit("mallory", "emergency_shutoff"));
            mallory.signs(gives, "security");

            bot.enacts(gives).isRefused();
        }

        @Test
        void aRequirementOfPermissionsIsNotRemovedAtOnce() {
            mallory.tries("DELETE", "/api/required_signoffs/permissions", "").isRefused();
        }

        @Test
        void aPermissionIsGivenOnceThatIsSigned() {
            ChangeSet gives = mallory.schedules(permit("friend", "gate"));
            sam.signs(gives, "security").succeeds();

            bot.enacts(gives).succeeds();

            assertThat(world.root("GET", "/api/users/" + friend.name() + "/permissions/gate", "")
                            .wasDone())
                    .isTrue();
        }

        @Test
        void aRoleIsGivenOnceThatIsSigned() {
            ChangeSet gives = mallory.schedules(giveRole("friend", "releng"));
            bot.enacts(gives).isRefused();
            sam.signs(gives, "security").succeeds();

            bot.enacts(gives).succeeds();

            assertThat(holds(friend, "releng")).isTrue();
        }

        @Test
        void andTakenByASetOnceThatIsSigned() {
            ChangeSet takes = mallory.schedules(takeRole("leaver", "security"));
            bot.enacts(takes).isRefused();
            sam.signs(takes, "security").succeeds();

            bot.enacts(takes).succeeds();

            assertThat(holds(leaver, "security")).isFalse();
        }

        @Test
        void theRefusalSaysHowItIsScheduled() {
            String refusal = mallory.givesRole(other, "releng").isRefused().body();

            assertThat(refusal).contains("POST /api/change_sets");
            assertThat(refusal.replace("\\\"", "'"))
                    .contains("{'object':'role','change_type':'insert','username':'%s','role':'releng'}"
                            .formatted(other.name()));
        }

        @Test
        void whoAsksForARoleDoesNotSignIt() {
            ChangeSet gives = mira.schedules(giveRole("other", "releng"));
            mira.signs(gives, "security");

            world.tick();
            bot.enacts(gives).isRefused();
            assertThat(holds(other, "releng")).isFalse();
        }

        @Test
        void whoMayGiveNothingGivesNoRoleByASet() {
            friend.triesToSchedule(giveRole("other", "releng")).isRefused();
            changer.triesToSchedule(giveRole("other", "releng")).isRefused();
        }

        @Test
        void aRoleThatWasSignedIsNotTheNextOnesOfThatName() {
            ChangeSet gives = mallory.schedules(giveRole("guest", "releng"));
            sam.signs(gives, "security").succeeds();
            guest.isRemoved();
            isGiven("guest", "rule");

            world.tick();
            bot.enacts(gives).isRefused();

            assertThat(holds(guest, "releng")).isFalse();
        }

        @Test
        void norOfSomebodyWhoHasMoreSince() {
            ChangeSet gives = mallory.schedules(giveRole("climber", "releng"));
            sam.signs(gives, "security").succeeds();
            isGiven("climber", "rule");

            bot.enacts(gives).isRefused();

            assertThat(gives.signers()).isEmpty();
        }

        @Test
        void aRoleComesWithNothingElse() {
            mallory.triesToSchedule(giveRole("other", "releng"), create(Content.app("R7")))
                    .isRefused();
        }

        @Test
        void aTokenIsMadeForItsPersonOnceThatIsSigned() {
            ChangeSet makes = mallory.schedules(makeToken("friend", "nightly build"));
            bot.enacts(makes).isRefused();
            sam.signs(makes, "security").succeeds();
            bot.enacts(makes).succeeds();

            long id = collectable(friend).getFirst();
            assertThat(collectable(mallory)).doesNotContain(id);
            Reply collected = friend.tries("POST", path(id), "");

            String token = collected.succeeds().json().get("secret").asString();
            assertThat(world.server
                            .send(token, "GET", "/api/users/current", "")
                            .succeeds()
                            .body())
                    .contains(friend.name());
        }

        @Test
        void andShownOnce() {
            ChangeSet makes = mallory.schedules(makeToken("other", "once"));
            sam.signs(makes, "security").succeeds();
            bot.enacts(makes).succeeds();
            long id = collectable(other).getFirst();

            mallory.tries("POST", path(id), "").isRefused();
            other.tries("POST", path(id), "").succeeds();
            other.tries("POST", path(id), "").isRefused();
        }

        @Test
        void whoAsksIsSignedToo() {
            ChangeSet makes = asker.schedules(makeToken("guest", "of another"));
            sam.signs(makes, "security").succeeds();
            world.root("DELETE", "/api/users/" + asker.name() + "/permissions/permission?data_version=1", "")
                    .succeeds();
            world.tick();

            mallory.revises(makes, makeToken("guest", "of another")).succeeds();

            assertThat(makes.signers()).isEmpty();
            bot.enacts(makes).isRefused();
        }

        @Test
        void whatThePersonHoldsIsSignedAsItIsWithoutADigest() {
            ChangeSet makes = mallory.schedulesForTomorrow(makeToken("other", "looked at"));
            int version = makes.told().get("data_version").asInt();
            isGiven("other", "release_locale");

            sam.tries(
                            "POST",
                            makes.path() + "/signoffs",
                            "{\"role\": \"security\", \"data_version\": %d}".formatted(version))
                    .isRefused();

            assertThat(makes.signers()).isEmpty();
        }

        @Test
        void whoAsksForATokenDoesNotSignIt() {
            ChangeSet makes = mira.schedules(makeToken("boss", "mine"));
            mira.signs(makes, "security");

            bot.enacts(makes).isRefused();
        }

        @Test
        void whoMayGiveNothingAsksForNoTokenOrPassword() {
            friend.triesToSchedule(makeToken("other", "mine")).isRefused();
            maker.triesToSchedule(makePassword("other")).isRefused();
            changer.triesToSchedule(makePassword("other")).isRefused();
        }

        @Test
        void aTokenThatWasSignedIsNotTheNextOnesOfThatName() {
            ChangeSet makes = mallory.schedules(makeToken("visitor", "short"));
            sam.signs(makes, "security").succeeds();
            visitor.isRemoved();
            isGiven("visitor", "rule");

            world.tick();
            bot.enacts(makes).isRefused();
        }

        @Test
        void aPasswordIsApprovedByASetAndNeverCollectedByAnApiToken() {
            ChangeSet makes = mallory.schedules(makePassword("friend"));
            bot.enacts(makes).isRefused();
            sam.signs(makes, "security").succeeds();
            bot.enacts(makes).succeeds();

            mallory.tries("POST", path(collectable(mallory).getFirst()), "").isRefused();
        }

        private void isGiven(String person, String permission) {
            ChangeSet gives = mallory.schedules(permit(person, permission));
            sam.signs(gives, "security").succeeds();
            bot.enacts(gives).succeeds();
        }

        private List<Long> collectable(Person person) {
            return person.tries("GET", "/api/approved_secrets", "")
                    .succeeds()
                    .json()
                    .get("approved_secrets")
                    .valueStream()
                    .map(secret -> secret.get("id").asLong())
                    .toList();
        }

        private static String path(long id) {
            return "/api/approved_secrets/" + id + "/collection";
        }

        private boolean holds(Person person, String role) {
            return world.root("GET", "/api/users/" + person.name() + "/roles", "")
                    .succeeds()
                    .body()
                    .contains("\"" + role + "\"");
        }

        @Test
        void everybodyMakesTokensOfTheirOwn() {
            friend.makesTokenFor(friend).succeeds();
            friend.setsPasswordOf(friend).isRefused();
        }

        @Test
        void somebodyIsLockedOutAtOnce() {
            Person remover = mallory;

            remover.takesRole(world.person("sparereleng1"), "releng").succeeds();
        }
    }

    /** Mallory writes, and may give whatever she likes to whomever she likes; nobody must agree to that. */
    @Nested
    class WhereNobodySignsForPermissions extends Story {

        private final Person mallory = world.writer("mallory").may("permission");
        private final Person buddy = world.person("buddy").may("release_locale").isThere();

        WhereNobodySignsForPermissions() {
            world.rule("gated", "R1");
            world.guarded(require("esr", "releng", 1), map("gated", "gated-test"), gate("gated", "qa", 1));
        }

        @Test
        void aRoleThatTheWriterGaveDoesNotCountForTheirSet() {
            ChangeSet ships = mallory.schedulesForTomorrow(edit(esr, "mapping", "R2"));
            mallory.givesRole(buddy, "releng");
            buddy.signs(ships, "releng");

            bot.enacts(ships).isRefused();

            assertThat(world.answer("esr")).isEqualTo("R1");
        }

        @Test
        void norOneThatTheyGaveBeforeTheyWroteIt() {
            mallory.givesRole(buddy, "releng");
            ChangeSet ships = mallory.schedulesForTomorrow(edit(esr, "mapping", "R2"));
            buddy.signs(ships, "releng");

            bot.enacts(ships).isRefused();

            assertThat(world.answer("esr")).isEqualTo("R1");
        }

        @Test
        void norOneThatSomebodyGaveWhomTheyEnabledToGiveIt() {
            Person straw = world.person("straw").may("release_locale").isThere();
            ChangeSet ships = mallory.schedulesForTomorrow(edit(esr, "mapping", "R2"));
            mallory.gives(straw, "permission", "{}").succeeds();
            straw.givesRole(buddy, "releng");
            buddy.signs(ships, "releng");

            bot.enacts(ships).isRefused();

            assertThat(world.answer("esr")).isEqualTo("R1");
        }

        @Test
        void norOneThatTheyWroteIntoTheSetOfAnother() {
            ChangeSet annas = anna.schedulesForTomorrow(edit(esr, "comment", "annas"));
            mallory.revises(annas, giveRole("buddy", "releng")).succeeds();
            bot.enacts(annas).succeeds();
            ChangeSet ships = mallory.schedulesForTomorrow(edit(esr, "mapping", "R2"));
            buddy.signs(ships, "releng");

            bot.enacts(ships).isRefused();

            assertThat(world.answer("esr")).isEqualTo("R1");
        }

        @Test
        void norWhereTheOneTheyEnabledConfirmsIt() {
            Person straw = world.person("straw").may("release_locale").isThere();
            ChangeSet ships = mallory.schedulesForTomorrow(edit(esr, "mapping", "R2"));
            mallory.gives(straw, "permission", "{}").succeeds();
            mallory.givesRole(buddy, "releng");
            straw.tries("POST", "/api/users/" + buddy.name() + "/roles/releng/confirmation", "{}");
            buddy.signs(ships, "releng");

            bot.enacts(ships).isRefused();

            assertThat(world.answer("esr")).isEqualTo("R1");
        }

        @Test
        void norOneThatTheyGaveWithATokenThatTheyMadeForAnother() {
            Person trusted = world.person("trusted").may("permission").isThere();
            ChangeSet ships = mallory.schedulesForTomorrow(edit(esr, "mapping", "R2"));
            Reply made = mallory.makesTokenFor(trusted);
            if (made.wasDone()) {
                world.server.send(
                        made.json().get("token").asString(), "PUT", "/api/users/" + buddy.name() + "/roles/releng", "");
            }
            buddy.signs(ships, "releng");

            bot.enacts(ships).isRefused();

            assertThat(world.answer("esr")).isEqualTo("R1");
        }

        @Test
        void norDoesATokenThatTheWriterMadeSign() {
            ChangeSet ships = mallory.schedulesForTomorrow(edit(esr, "mapping", "R2"));
            signsWithTokenOfBob(ships);

            bot.enacts(ships).isRefused();

            assertThat(world.answer("esr")).isEqualTo("R1");
        }

        @Test
        void norWhereTheWriterWroteOnlyTheRelease() {
            mallory.writes(Content.app("R2", "evil")).succeeds();
            mallory.givesRole(buddy, "releng");
            ChangeSet ships = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));
            buddy.signs(ships, "releng");

            bot.enacts(ships).isRefused();

            assertThat(world.answer("esr")).isEqualTo("R1");
        }

        @Test
        void whoSignsAgainWithATokenOfTheirOwnHasSigned() {
            ChangeSet ships = mallory.schedulesForTomorrow(edit(esr, "mapping", "R2"));
            String given = world.server.makeTokenOnScreen(mallory.name(), bob.name());
            world.server
                    .send(given, "POST", ships.path() + "/signoffs", "{\"role\": \"releng\"}")
                    .succeeds();
            assertThat(ships.signers()).isEmpty();

            bob.signs(ships, "releng").succeeds();

            assertThat(ships.signers()).containsExactly("bob");
        }

        @Test
        void norDoesTheRolePassTheirChange() {
            ChangeSet ships = mallory.schedules(Wish.rule("gated", "R2", "priority", 200));
            mallory.givesRole(buddy, "qa");
            buddy.passes("gated-test");

            world.tick();

            assertThat(world.answer("gated")).isEqualTo("R1");
            assertThat(ships.isLive()).isFalse();
        }

        @Test
        void norDoesWhomTheyGaveATokenPassIt() {
            Person tester = world.holder("tester", "qa").isThere();
            ChangeSet ships = mallory.schedules(Wish.rule("gated", "R2", "priority", 200));
            mallory.makesTokenOnScreenFor(tester);
            tester.passes("gated-test");

            world.tick();

            assertThat(world.answer("gated")).isEqualTo("R1");
            assertThat(ships.isLive()).isFalse();
        }

        @Test
        void whoeverGetsATokenMadeByAnotherSeesIt() {
            if (mallory.makesTokenFor(bob).wasDone()) {
                assertThat(bob.tries("GET", "/api/tokens", "").succeeds().body())
                        .contains(mallory.name());
            }
        }

        @Test
        void aFieldThatIsNotKnownIsRefusedWhereAPermissionIsGiven() {
            mallory.tries(
                            "PUT",
                            "/api/users/" + buddy.name() + "/permissions/rule",
                            "{'option': '{`products`: [`%s`]}'}"
                                    .formatted(world.named("P"))
                                    .replace("`", "\\\""))
                    .isRefused();
        }

        @Test
        void norWhereAPermissionIsChanged() {
            mallory.tries(
                            "POST",
                            "/api/users/" + buddy.name() + "/permissions/release_locale",
                            "{'data_version': 1, 'products': ['%s']}".formatted(world.named("P")))
                    .isRefused();
        }

        @Test
        void norWhereATokenIsMade() {
            mallory.tries(
                            "POST",
                            "/api/tokens",
                            "{'person': '%s', 'name': 'reads', 'scopes': 'read'}".formatted(mallory.name()))
                    .isRefused();
        }

        @Test
        void norWhereARoleIsGiven() {
            mallory.tries("PUT", "/api/users/" + buddy.name() + "/roles/" + "relman", "{'until': 1}")
                    .isRefused();
        }

        @Test
        void norWhereAPasswordIsSet() {
            mallory.tries(
                            "PUT",
                            "/api/users/" + mallory.name() + "/password",
                            "{'password': 'correct horse battery', 'expires': 1}")
                    .isRefused();
        }

        @Test
        void aRoleThatSomebodyElseGaveCounts() {
            ChangeSet ships = mallory.schedulesForTomorrow(edit(esr, "mapping", "R2"));
            bob.signs(ships, "releng").succeeds();

            bot.enacts(ships).succeeds();

            assertThat(world.answer("esr")).isEqualTo("R2");
        }

        @Test
        void aRoleThatTheyGaveCountsForWhatOthersWrote() {
            mallory.givesRole(buddy, "releng").succeeds();
            ChangeSet ships = anna.schedulesForTomorrow(edit(esr, "mapping", "R2"));
            buddy.signs(ships, "releng").succeeds();

            bot.enacts(ships).succeeds();

            assertThat(world.answer("esr")).isEqualTo("R2");
        }

        private void signsWithTokenOfBob(ChangeSet ships) {
            Reply made = mallory.makesTokenFor(bob);
            if (made.wasDone()) {
                world.server.send(
                        made.json().get("token").asString(),
                        "POST",
                        ships.path() + "/signoffs",
                        "{\"role\": \"%s\"}".formatted("releng"));
            }
        }
    }
}
