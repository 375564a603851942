package dev.rehearsal.enactment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.store.PeopleStore;
import dev.rehearsal.approval.Gate;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.history.Writing;
import dev.rehearsal.insight.review.TestVerdicts;
import dev.rehearsal.live.EmergencyShutoffs;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.live.ShutoffService;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Scope;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Configuration that guards channels keeps its meaning: rows are who they are, and what is asked for can be met. */
@EachDatabase
class GuardConfigurationTest {

    private static final Role QA = new Role("qa");

    private final Writing writing;
    private final TestDatabase database;

    GuardConfigurationTest(TestDatabase database) {
        this.writing = new Writing(database);
        this.database = database;
        database.write(entry -> {
            database.bean(PeopleStore.class).addRole(entry, Writing.ADA.name(), QA);
            database.bean(PeopleStore.class).addRole(entry, Writing.BOB.name(), QA);
            return entry;
        });
    }

    @Test
    void aRemovalOfOneShutoffDoesNotLiftTheNext() {
        Shutoff first = shutOff();
        ChangeSet left = writing.schedule(Duration.ofHours(1), lift());
        writing.directly(lift());

        Shutoff second = shutOff();

        assertThat(first.dataVersion()).isEqualTo(1);
        assertThat(second.dataVersion()).isEqualTo(2);
        assertThatThrownBy(() -> writing.enact(left)).isInstanceOf(RefusedException.class);
        assertThat(database.bean(EmergencyShutoffs.class).all()).containsExactly(second);
    }

    @Test
    void aRequirementThatIsMadeAgainGoesOnWithItsVersions() {
        writing.directly(require("release", 1));
        RequiredSignoffs requirements = database.bean(RequiredSignoffs.class);
        database.write(entry -> {
            requirements.remove(entry, requirements.policy().forChannels().getFirst());
            return entry;
        });

        writing.directly(require("release", 1));

        assertThat(requirements.policy().forChannels())
                .singleElement()
                .satisfies(required -> assertThat(required.dataVersion()).isEqualTo(2));
    }

    @Test
    void aPermissionThatIsGivenAgainGoesOnWithItsVersions() {
        Proposal give = permission(Permission.unrestricted(PermissionName.RULE));
        writing.directly(give);
        ChangeSet left = writing.schedule(Duration.ofHours(1), permission(null));
        writing.directly(permission(null));

        writing.directly(give);

        assertThatThrownBy(() -> writing.enact(left)).isInstanceOf(RefusedException.class);
    }

    @Test
    void gatesAndMappingsThatAreMadeAgainHaveOtherIds() {
        ChannelMapping first = writing.map("release", "release-cdntest");
        writing.unmap(first);

        assertThat(writing.map("release", "release-cdntest").id()).isGreaterThan(first.id());
        Gate gate = gate(null, "release");
        List<Long> ids = database.write(entry -> {
            Gates gates = database.bean(Gates.class);
            Gate one = gates.add(entry, gate);
            gates.write(entry, one, null);
            return List.of(one.id(), gates.add(entry, gate).id());
        });
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aRequirementOnAMappedTestChannelIsRefused() {
        writing.map("release", "release-cdntest");

        assertThatThrownBy(() -> writing.directly(require("release-cdntest", 1)))
                .hasMessageContaining("'release-cdntest' is a test channel and shows what 'release' will serve");
        assertThatThrownBy(() -> writing.schedule(Duration.ofHours(1), require("release-cdntest", 1)))
                .hasMessageContaining("ask for it on 'release', or remove channel mapping");
    }

    @Test
    void aRequirementOnAChannelThatIsATestChannelOfAnotherProductIsNot() {
        writing.mapped(map("Thunderbird", "release", "release-cdntest"));

        writing.directly(require("release-cdntest", 1));

        assertThat(database.bean(RequiredSignoffs.class).policy().forChannels()).hasSize(1);
    }

    @Test
    void oneThatIsThereAlreadyCanStillBeChanged() {
        writing.directly(require("release-cdntest", 1));
        database.write(entry -> writing.mappings.add(
                entry, new MappingProposal(null, "release", "release-cdntest", new Scope.WholeQueue())));

        assertThat(writing.schedule(Duration.ofHours(1), require("release-cdntest", 1))
                        .changes())
                .hasSize(1);
    }

    @Test
    void aGateOnAMappedTestChannelIsRefused() {
        writing.map("release", "release-cdntest");

        assertThatThrownBy(() -> writing.directly(gated(gate("Firefox", "release-cdntest"))))
                .hasMessageContaining("'release-cdntest' is a test channel and shows what 'release' will serve");
        assertThatThrownBy(() -> writing.schedule(Duration.ofHours(1), gated(gate(null, "release-cdntest"))))
                .hasMessageContaining("is a test channel");
    }

    @Test
    void aMappingThatAGateNeedsIsNotTakenAway() {
        ChannelMapping mapping = writing.map("release", "release-cdntest");
        writing.directly(gated(gate("Firefox", "release", "release-cdntest")));

        assertThatThrownBy(
                        () -> writing.schedule(Duration.ofHours(1), RowKinds.MAPPINGS.change(mapping.id(), null, null)))
                .hasMessageContaining("could never open: 'release-cdntest' does not show 'release'");
    }

    @Test
    void aProductsOwnMappingDoesNotTakeAwayTheOneThatAGateNeeds() {
        writing.map("release", "release-cdntest");
        writing.directly(gated(gate("Firefox", "release", "release-cdntest")));

        assertThatThrownBy(() -> writing.schedule(Duration.ofHours(1), map("Firefox", "beta", "release-cdntest")))
                .hasMessageContaining("could never open: 'release-cdntest' does not show 'release'");
        assertThat(writing.schedule(Duration.ofHours(1), map("Thunderbird", "beta", "release-cdntest"))
                        .changes())
                .hasSize(1);
    }

    @Test
    void norTheOneThatAGateForEveryProductNeeds() {
        writing.map("release", "release-cdntest");
        writing.directly(gated(gate(null, "release", "release-cdntest")));

        assertThatThrownBy(() -> writing.schedule(Duration.ofHours(1), map("Thunderbird", "beta", "release-cdntest")))
                .hasMessageContaining("for Thunderbird, 'release-cdntest' shows 'beta', not 'release'");
    }

    @Test
    void whatWasSavedBeforeTheGateIsRefusedWhenItWouldGoLive() {
        ChannelMapping mapping = writing.map("release", "release-cdntest");
        ChangeSet unmap = writing.schedule(Duration.ofHours(1), RowKinds.MAPPINGS.change(mapping.id(), null, null));
        writing.directly(gated(gate("Firefox", "release", "release-cdntest")));
        database.bean(SignoffService.class).sign(Writing.BOB, unmap.id(), QA, null);

        assertThatThrownBy(() -> writing.enact(unmap)).hasMessageContaining("could never open");
        assertThat(writing.mappings.all()).containsExactly(mapping);
    }

    @Test
    void anyOtherProductIsPassedWhereTheMappingIsForEveryProduct() {
        writing.map("release", "release-cdntest");
        Fingerprint shown = Fingerprint.of(
                writing.state().live(), database.bean(dev.rehearsal.blob.ReleaseContents.class), "*", "release");

        assertThat(pass("*", shown).state().product()).isEqualTo("*");
    }

    @Test
    void anyOtherProductIsNotPassedWhereTheMappingIsForOne() {
        writing.mapped(map("Firefox", "release", "release-cdntest"));
        Fingerprint shown = Fingerprint.of(
                writing.state().live(), database.bean(dev.rehearsal.blob.ReleaseContents.class), "*", "release");

        assertThatThrownBy(() -> pass("*", shown))
                .hasMessageContaining("'release-cdntest' is not a test channel of every product");
    }

    private dev.rehearsal.approval.Verdict pass(String product, Fingerprint shown) {
        return database.bean(TestVerdicts.class)
                .give(Writing.BOB, new TestVerdicts.Word("release-cdntest", product, shown, Outcome.PASS, null));
    }

    private Shutoff shutOff() {
        return database.bean(ShutoffService.class).stop(Writing.ADA, "Firefox", "release", "broken");
    }

    private static Proposal lift() {
        return RowKinds.SHUTOFFS.lift("Firefox", "release", null);
    }

    private static Proposal require(String channel, int count) {
        return RowKinds.REQUIREMENTS.require("Firefox", channel, QA, null, count);
    }

    private static Proposal permission(@Nullable Permission becomes) {
        return RowKinds.PERMISSIONS.change(Writing.BOB.name(), PermissionName.RULE, null, becomes);
    }

    private static Proposal gated(Gate gate) {
        return RowKinds.GATES.change(null, null, gate);
    }

    private static Gate gate(@Nullable String product, String live, String... tests) {
        return new Gate(0, product, live, QA, 1, List.of(tests), 1);
    }

    private static Proposal map(@Nullable String product, String live, String test) {
        return RowKinds.MAPPINGS.change(null, null, new MappingProposal(product, live, test, new Scope.WholeQueue()));
    }
}
