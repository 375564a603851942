package dev.rehearsal.enactment;

import static dev.rehearsal.enactment.Asking.edit;
import static dev.rehearsal.enactment.Asking.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Scope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A month after the last change nothing was served lately but what is live. */
@EachDatabase
class ServedStatesTest {

    private final Rehearsal sets;
    private final TestDatabase database;

    ServedStatesTest(TestDatabase database) {
        this.sets = new Rehearsal(database);
        this.database = sets.database;
    }

    @BeforeEach
    void isTested() {
        sets.live(RowKinds.MAPPINGS.change(
                null, null, new MappingProposal(null, "release", "release-cdntest", new Scope.WholeQueue())));
    }

    @Test
    void whatWasReplacedIsServedNoMore() {
        TestedState then = becomes("Firefox", edit(1, "mapping", "R2"));
        sets.live(edit(1, "mapping", "R3"));

        aMonthPasses();

        assertThat(isServedLately(then)).isFalse();
    }

    @Test
    void whatIsLiveIsServed() {
        TestedState now = becomes("Firefox", edit(1, "mapping", "R2"));

        aMonthPasses();

        assertThat(isServedLately(now)).isTrue();
    }

    @Test
    void whatWasReplacedAfterItsMappingWentIsServedNoMore() {
        TestedState then = becomes("Firefox", edit(1, "mapping", "R2"));
        ChannelMapping mapping = database.bean(ChannelMappings.class).all().getFirst();
        sets.live(RowKinds.MAPPINGS.change(mapping.id(), null, null));
        sets.live(edit(1, "mapping", "R3"));

        aMonthPasses();

        assertThat(isServedLately(then)).isFalse();
    }

    @Test
    void whatWasReplacedWhenNothingNamedItsProductAnyMoreIsServedNoMore() {
        sets.live(new Proposal.AddRule(rule("product", "Focus", "alias", "focus", "mapping", "R1")));
        sets.live(new Proposal.AddRule(rule("product", null, "alias", "all", "mapping", "R1")));
        TestedState then = becomes("Focus", new Proposal.RemoveRule(new RuleId(3), null));
        sets.live(edit(4, "mapping", "R3"));

        aMonthPasses();

        assertThat(isServedLately(then)).isFalse();
    }

    /** As older versions left it behind. */
    @Test
    void whatWasNotEndedInTimeIsEndedWithTheNextChange() {
        TestedState then = becomes("Firefox", edit(1, "mapping", "R2"));
        sets.live(edit(1, "mapping", "R3"));
        database.jdbc()
                .sql("update served_states set served_until = null where fingerprint = ?")
                .param(then.fingerprint().value())
                .update();
        aMonthPasses();

        sets.live(edit(1, "mapping", "R1"));

        assertThat(isServedLately(then)).isFalse();
    }

    private TestedState becomes(String product, Proposal change) {
        sets.live(change);
        Fingerprint fingerprint = Fingerprint.of(
                database.bean(LiveTables.class).inThisTransaction(),
                database.bean(ReleaseContents.class),
                product,
                "release");
        return new TestedState(product, "release", fingerprint);
    }

    private void aMonthPasses() {
        database.bean(TestClock.class).advance(Duration.ofDays(31));
    }

    private boolean isServedLately(TestedState state) {
        return database.bean(Verdicts.class).on(List.of(state)).servedLately(state);
    }
}
