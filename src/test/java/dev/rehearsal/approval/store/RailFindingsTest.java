package dev.rehearsal.approval.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.EachDatabase;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.RailFindings;
import dev.rehearsal.approval.RailJudgement;
import dev.rehearsal.approval.RailJudgement.Result;
import dev.rehearsal.approval.RailPass;
import dev.rehearsal.approval.RailedStep;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Fingerprint;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@EachDatabase
class RailFindingsTest {

    private static final RailedStep STEP = step("1", "2");
    private static final String TERMS = "at_most_changed 5";

    private final TestDatabase database;
    private final RailFindings findings;

    RailFindingsTest(TestDatabase database) {
        this.database = database.emptied();
        this.findings = database.bean(RailFindings.class);
    }

    private static RailedStep step(String before, String after) {
        return new RailedStep(
                "Firefox", "release", new Fingerprint(before.repeat(64)), new Fingerprint(after.repeat(64)));
    }

    private void judge(Result result) {
        judge(result, List.of("11.9 % of requests", "such as 140.0"));
    }

    private void judge(Result result, List<String> reasons) {
        database.write(entry -> {
            findings.record(
                    entry,
                    TERMS,
                    STEP,
                    new RailJudgement(
                            result,
                            reasons,
                            "a".repeat(64),
                            new Actor("greta"),
                            database.bean(DatabaseClock.class).now()));
            return entry;
        });
    }

    private List<Result> known(String terms, RailedStep step) {
        return findings.judgement(terms, step).stream()
                .map(RailJudgement::result)
                .toList();
    }

    @Test
    void aFindingIsOfExactlyItsStepAndTerms() {
        judge(Result.FAIL);

        assertThat(findings.judgement(TERMS, STEP)).hasValueSatisfying(judgement -> {
            assertThat(judgement.reasons()).containsExactly("11.9 % of requests", "such as 140.0");
            assertThat(judgement.sampleBy()).isEqualTo(new Actor("greta"));
        });
        assertThat(known("at_most_changed 10", STEP)).isEmpty();
        assertThat(known(TERMS, step("1", "3"))).isEmpty();
        assertThat(known(TERMS, step("3", "2"))).isEmpty();
    }

    @Test
    void forADayNoOtherSampleMakesItAnother() {
        judge(Result.PASS);
        database.bean(TestClock.class).advance(Duration.ofHours(23));
        judge(Result.FAIL);

        assertThat(known(TERMS, STEP)).containsExactly(Result.PASS);
    }

    @Test
    void thenItIsJudgedAnew() {
        judge(Result.PASS);
        database.bean(TestClock.class).advance(Duration.ofHours(25));

        assertThat(known(TERMS, STEP)).isEmpty();

        judge(Result.FAIL);
        assertThat(known(TERMS, STEP)).containsExactly(Result.FAIL);
    }

    @Test
    void thatWeFailedToJudgeItCountsForAFewMinutesOnly() {
        judge(Result.CANNOT_SAY, List.of(RailJudgement.FAULT));
        database.bean(TestClock.class).advance(Duration.ofMinutes(4));
        assertThat(known(TERMS, STEP)).containsExactly(Result.CANNOT_SAY);

        database.bean(TestClock.class).advance(Duration.ofMinutes(2));
        assertThat(known(TERMS, STEP)).isEmpty();

        judge(Result.FAIL);
        assertThat(known(TERMS, STEP)).containsExactly(Result.FAIL);
    }

    @Test
    void whoPassesOverItSaysSoUntilTheyTakeItBack() {
        RailPass pass = database.write(entry -> {
            RailPass given = new RailPass(
                    0,
                    7,
                    TERMS,
                    STEP,
                    new ChangeSetId(3),
                    entry.by(),
                    new Role("relman"),
                    4,
                    "is not kept",
                    null,
                    entry.at());
            findings.passOver(entry, given, Person.nobody("relman"));
            return given;
        });

        assertThat(findings.passes(STEP)).extracting(RailPass::rail).containsExactly(7L);
        assertThat(findings.passes(step("1", "3"))).isEmpty();

        database.write(entry -> {
            findings.takeBack(entry, pass, Person.nobody("relman"));
            return entry;
        });
        assertThat(findings.passes(STEP)).isEmpty();
        assertThat(findings.passesOf(new ChangeSetId(3))).isEmpty();
    }
}
