package dev.rehearsal.mirror;

import static dev.rehearsal.mirror.BalrogState.json;
import static dev.rehearsal.mirror.BalrogState.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Grants;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.enactment.BreakGlassScope;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.enactment.Enactor;
import dev.rehearsal.enactment.SignoffService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.live.ShutoffService;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.probe.adoption.Adoption;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Scope;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** While a Balrog is followed nobody writes here what it shows, and what is our own works on top of it. */
class WhileFollowingTest {

    private static final Actor ADA = new Actor("ada@rehearsal.example");
    private static final Actor ANN = new Actor("ann@x.example");
    private static final Actor CAT = new Actor("cat@x.example");

    private final BalrogState state = new BalrogState();
    private Followed followed;

    @BeforeEach
    void follow() {
        state.addFirst(
                "One",
                "Firefox",
                json(
                        "{'name': 'One', 'schema_version': 50, 'detailsUrl': 'https://x.example', 'displayVersion': '1'}"));
        state.addFirst(
                "Two",
                "Firefox",
                json(
                        "{'name': 'Two', 'schema_version': 50, 'detailsUrl': 'https://x.example', 'displayVersion': '2'}"));
        state.addRule(rule("{'product': 'Firefox', 'channel': 'release', 'mapping': 'One'}"));
        state.requirements.put(
                "Firefox\nrelease\nreleng\n",
                json(
                        "{'product': 'Firefox', 'channel': 'release', 'role': 'releng', 'signoffs_required': 1, 'data_version': 1}"));
        state.people.put(
                ANN.name(),
                json(
                        "{'permissions': {'admin': {'options': null, 'data_version': 1}}, 'roles': [{'role': 'releng', 'data_version': 1}]}"));
        state.people.put(
                CAT.name(),
                json(
                        "{'permissions': {'rule': {'options': null, 'data_version': 1}}, 'roles': [{'role': 'releng', 'data_version': 1}]}"));
        ObjectNode scheduled = rule("{'product': 'Firefox', 'channel': 'release', 'mapping': 'Two'}")
                .put("change_type", "update")
                .put("rule_id", 1)
                .put("data_version", 1);
        state.schedule(
                "rules", scheduled, TestClock.START.plus(Duration.ofHours(1)).toEpochMilli(), ANN.name());
        followed = Followed.of(state);
        followed.look();
        followed.database.admin(ADA);
    }

    @AfterEach
    void end() {
        followed.close();
    }

    private <T> T bean(Class<T> type) {
        return followed.database.bean(type);
    }

    private ChangeSet waiting() {
        return bean(ChangeQueue.class).pending().getFirst();
    }

    private Map<String, ThrowingCallable> writes() {
        ChangeSets sets = bean(ChangeSets.class);
        EnactmentService enactment = bean(EnactmentService.class);
        ChangeSet waiting = waiting();
        Map<String, ThrowingCallable> writes = new LinkedHashMap<>();
        writes.put(
                "edit a rule", () -> enactment.enactAtOnce(ADA, "Edit", List.of(LiveFirefox.edit(1, "priority", 7))));
        writes.put("add a rule", () -> enactment.enactAtOnce(ADA, "Add", List.of(newRule())));
        writes.put("remove a rule", () -> enactment.enactAtOnce(ADA, "Remove", List.of(LiveFirefox.remove(1))));
        writes.put("add a release", () -> enactment.enactAtOnce(ADA, "Add", List.of(newRelease())));
        writes.put("set a pin", () -> enactment.enactAtOnce(ADA, "Pin", List.of(pin())));
        writes.put("schedule a rule", () -> sets.schedule(ADA, "Later", LiveFirefox.in(9), List.of(newRule())));
        writes.put("schedule a release", () -> sets.schedule(ADA, "Later", LiveFirefox.in(9), List.of(newRelease())));
        writes.put("draft a set", () -> sets.draft(ADA, "Draft", LiveFirefox.in(9), List.of(newRule())));
        writes.put("copy a set", () -> sets.copy(ADA, waiting.id(), null, null));
        writes.put("hold a set", () -> sets.hold(ADA, waiting.id(), null));
        writes.put("withdraw a set", () -> sets.withdraw(ADA, waiting.id(), null));
        writes.put(
                "move a set",
                () -> sets.rescheduleAll(ADA, Map.of(waiting.id(), waiting.dataVersion()), LiveFirefox.in(9)));
        writes.put("enact a set", () -> enactment.enact(ADA, waiting.id()));
        writes.put(
                "break the glass",
                () -> enactment.breakGlass(
                        ADA, waiting.id(), null, "urgent", List.of(), Set.of(BreakGlassScope.Over.GATES)));
        writes.put("shut off", () -> bean(ShutoffService.class).stop(ADA, "Firefox", "beta", "why"));
        writes.put(
                "require signoffs",
                () -> enactment.enactAtOnce(
                        ADA,
                        "Require",
                        List.of(RowKinds.REQUIREMENTS.require("Firefox", "beta", new Role("releng"), null, 1))));
        writes.put(
                "give a permission",
                () -> bean(Grants.class).give(ADA, "bob@x.example", Permission.unrestricted(PermissionName.RULE)));
        writes.put("take a role", () -> bean(Grants.class).takeRole(ADA, ANN.name(), new Role("releng"), 1));
        writes.put("sign", () -> bean(SignoffService.class).sign(CAT, waiting.id(), new Role("releng"), null));
        return writes;
    }

    private static Proposal newRule() {
        return new Proposal.AddRule(Map.of(
                "product",
                "Firefox",
                "channel",
                "beta",
                "mapping",
                "One",
                "priority",
                1,
                "backgroundRate",
                100,
                "update_type",
                "minor"));
    }

    private static Proposal newRelease() {
        return new Proposal.AddRelease(
                new ReleaseName("Mine"),
                "Firefox",
                false,
                json(
                        "{'name': 'Mine', 'schema_version': 50, 'detailsUrl': 'https://x.example', 'displayVersion': '1'}"));
    }

    private static Proposal pin() {
        return new Proposal.SetPin(new Pins.Key("Firefox", "beta", "100."), new ReleaseName("One"));
    }

    @Test
    void nobodyWritesWhatIsMirrored() {
        Map<String, String> before = followed.here();
        writes().forEach((what, write) -> {
            assertThatThrownBy(write)
                    .as(what)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining(followed.source.url());
            assertThat(followed.here()).as(what).isEqualTo(before);
            assertThat(followed.waitingHere()).as(what).isEqualTo(followed.waitingThere());
        });
    }

    @Test
    void whatIsOursIsWritten() {
        map();
        bean(Grants.class).give(ADA, "bob@x.example", Permission.unrestricted(PermissionName.GATE));
        assertThat(bean(ChannelMappings.class).all()).hasSize(1);
    }

    private void map() {
        bean(EnactmentService.class)
                .enactAtOnce(
                        ADA,
                        "Map",
                        List.of(RowKinds.MAPPINGS.change(
                                null,
                                null,
                                new MappingProposal("Firefox", "beta", "beta-cdntest", new Scope.WholeQueue()))));
    }

    @Test
    void whatIsDueThereIsNeitherEnactedNorDisarmedHere() {
        state.requirements.clear();
        bean(TestClock.class).advance(Duration.ofHours(2));
        followed.look();
        bean(Enactor.class).enactDue();
        assertThat(waiting().state()).isEqualTo(new ChangeSet.Pending());
        assertThat(Followed.differences(followed.here(), followed.there())).isEmpty();
    }

    @Test
    void whatGoesLiveThereIsLiveHereAndItsSetHasEnded() {
        ChangeSet before = waiting();
        new Enacting(state).all();
        followed.look();
        assertThat(bean(ChangeSets.class).find(before.id()).orElseThrow().state())
                .isInstanceOf(ChangeSet.Enacted.class);
    }

    @Test
    void whatIsCancelledThereIsWithdrawnHere() {
        ChangeSet before = waiting();
        state.scheduled("rules").clear();
        followed.look();
        assertThat(bean(ChangeSets.class).find(before.id()).orElseThrow().state())
                .isInstanceOf(ChangeSet.Withdrawn.class);
    }

    @Test
    void aSetHasTheNumberThatItHasThere() {
        assertThat(waiting().id().value()).isEqualTo(state.scheduled("rules").firstKey());
    }

    @Test
    void oneWhoHasGoneThereHasGoneHere() {
        state.people.remove(ANN.name());
        followed.look();
        assertThat(followed.here()).doesNotContainKey("person " + ANN.name());
    }

    @Test
    void adoptionTellsWhatHandMadeRulesAnswerOtherwise() {
        state.addRule(rule("{'product': 'Firefox', 'channel': 'release-cdntest', 'mapping': 'Two', 'priority': 5}"));
        followed.look();
        assertThat(bean(Adoption.class).candidates())
                .singleElement()
                .satisfies(candidate ->
                        assertThat(candidate.channels().testChannel()).isEqualTo("release-cdntest"));
    }

    @Test
    void takenOverItIsWrittenHere() {
        followed.tables().takeOver(ADA);
        bean(EnactmentService.class).enactAtOnce(ADA, "Add", List.of(newRule()));
        assertThat(followed.here()).hasSizeGreaterThan(followed.there().size());
    }

    @Test
    void takenOverNothingIsReadFromThereAnyMore() {
        followed.tables().takeOver(ADA);
        state.rule(1L).put("priority", 50).put("data_version", 2);
        assertThatThrownBy(followed::look).hasMessageContaining("not any more");
        assertThatThrownBy(() -> followed.tables().takeOver(ADA)).isInstanceOf(RefusedException.class);
    }

    @Test
    void onlyWhoMayEverythingTakesOver() {
        assertThatThrownBy(() -> followed.tables().takeOver(new Actor("nobody@x.example")))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("admin");
    }

    @Test
    void whatWasSignedThereDoesNotCountOnceTakenOver() {
        ((ObjectNode) state.scheduled("rules").values().iterator().next().get("signoffs")).put(ANN.name(), "releng");
        followed.look();
        followed.tables().takeOver(ADA);
        assertThatThrownBy(
                        () -> bean(EnactmentService.class).enact(ADA, waiting().id()))
                .hasMessageContaining("releng");
    }

    @Test
    void whatWasDueThereNeedsADecisionOnceTakenOver() {
        bean(TestClock.class).advance(Duration.ofHours(2));
        ChangeSet before = waiting();
        followed.tables().takeOver(ADA);
        assertThat(bean(ChangeSets.class).find(before.id()).orElseThrow().state())
                .isInstanceOf(ChangeSet.Disarmed.class);
    }

    @Test
    void nothingIsTakenOverThatWasNotCopied() {
        TestDatabase.H2.emptied();
        followed.tables().read();
        followed.tables().begin("http://127.0.0.1:1/api", java.util.Set.of());
        followed.database.admin(ADA);
        assertThatThrownBy(() -> followed.tables().takeOver(ADA)).hasMessageContaining("first copy");
    }
}
