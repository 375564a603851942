package dev.rehearsal.startup;

import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.dataset.DatasetFile;
import dev.rehearsal.dataset.DatasetImport;
import dev.rehearsal.dataset.ImportResult;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.enactment.SignoffService;
import dev.rehearsal.insight.preview.TestChannelPreviews;
import dev.rehearsal.insight.review.TestVerdicts;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Three weeks in which the people of the demo worked with what its dataset holds. They leave the rules as they are in the
 * dataset, so that only histories tell of it; its change sets are written afterwards, now. What clients asked is invented.
 */
final class DemoPast {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPast.class);

    private static final Duration LENGTH = Duration.ofDays(21);

    private static final Actor ADA = person("ada");
    private static final Actor BEN = person("ben");
    private static final Actor CHIOMA = person("chioma");
    private static final Actor DMITRI = person("dmitri");
    private static final Actor GRETA = person("greta");
    private static final Role RELENG = new Role("releng");
    private static final Role RELMAN = new Role("relman");

    private static final long HERON_RELEASE = 204;
    private static final long HERON_BETA = 205;
    private static final long HERON_ESR = 210;
    private static final long PETREL_BETA = 33;

    private final PastClock clock;
    private final DatasetImport imports;
    private final ChangeSets changeSets;
    private final SignoffService signoffs;
    private final TestChannelPreviews previews;
    private final TestVerdicts verdicts;
    private final EnactmentService enactment;
    private final DemoTraffic traffic;
    private Instant start = Instant.EPOCH;

    DemoPast(
            PastClock clock,
            DatasetImport imports,
            ChangeSets changeSets,
            SignoffService signoffs,
            TestChannelPreviews previews,
            TestVerdicts verdicts,
            EnactmentService enactment,
            DemoTraffic traffic) {
        this.clock = clock;
        this.imports = imports;
        this.changeSets = changeSets;
        this.signoffs = signoffs;
        this.previews = previews;
        this.verdicts = verdicts;
        this.enactment = enactment;
        this.traffic = traffic;
    }

    private static Actor person(String name) {
        return new Actor(name + "@rehearsal.example");
    }

    /** Imports the dataset, with a past if the database is still empty. */
    void play(DatasetFile file) {
        start = clock.instant().minus(LENGTH);
        try {
            clock.set(start);
            if (imports.runWithoutChangeSets(file) instanceof ImportResult.Imported) {
                tell();
                clock.setRight();
                imports.runChangeSets(file);
                traffic.invent(clock.instant());
            }
        } finally {
            clock.setRight();
        }
    }

    /** A demo whose dataset is another one has another past, or none. */
    private void tell() {
        try {
            shipOn(1, HERON_BETA, "150.0b9 to a quarter of beta", "backgroundRate", 25, null, null);
            shipOn(2, HERON_BETA, "150.0b9 to all of beta", "backgroundRate", 100, null, null);
            shipOn(
                    3,
                    HERON_RELEASE,
                    "149.0.2 to a quarter of release",
                    "backgroundRate",
                    25,
                    "release-cdntest",
                    "Heron");
            shipOn(5, HERON_RELEASE, "149.0.2 to half of release", "backgroundRate", 50, "release-cdntest", "Heron");
            shipOn(8, HERON_RELEASE, "149.0.2 to all of release", "backgroundRate", 100, "release-cdntest", "Heron");
            thinkBetterOfIt(11);
            shipOn(13, PETREL_BETA, "Hold half of Petrel beta back", "backgroundRate", 50, null, null);
            shipOn(14, PETREL_BETA, "Petrel beta to everybody again", "backgroundRate", 100, null, null);
            shipOn(16, HERON_ESR, "140.9.0 to a tenth of ESR", "backgroundRate", 10, "esr-cdntest", "Heron");
            shipOn(18, HERON_ESR, "140.9.0 to all of ESR", "backgroundRate", 100, "esr-cdntest", "Heron");
        } catch (RefusedException refused) {
            LOG.warn("The past of the demo ends early: {}", refused.getMessage());
        }
    }

    /** Written in the morning, signed and tested by noon, live in the afternoon. */
    private void shipOn(
            int day,
            long rule,
            String title,
            String field,
            Object value,
            @Nullable String testChannel,
            @Nullable String product) {
        ChangeSet set = write(day, rule, title, field, value);
        at(day, 2);
        signIfNeeded(set, DMITRI, RELENG);
        at(day, 3);
        signIfNeeded(set, BEN, RELMAN);
        if (testChannel != null && product != null) {
            at(day, 4);
            judge(testChannel, product, Outcome.PASS, "Updates from 148 and from the release before, on three systems");
        }
        at(day, 6);
        enactment.enact(GRETA, set.id());
    }

    private void thinkBetterOfIt(int day) {
        ChangeSet set = write(day, HERON_RELEASE, "Ship 150.0 early", "mapping", "Heron-150.0-build2");
        at(day, 3);
        judge("release-cdntest", "Heron", Outcome.FAIL, "Starts with an empty profile on Windows 10 (HER-24901)");
        at(day, 4);
        changeSets.withdraw(ADA, set.id(), null);
    }

    private ChangeSet write(int day, long rule, String title, String field, Object value) {
        at(day, 0);
        return changeSets.schedule(
                ADA,
                title,
                clock.instant().plus(Duration.ofHours(6)),
                List.of(new Proposal.EditRule(new RuleId(rule), null, Map.of(field, value))));
    }

    private void signIfNeeded(ChangeSet set, Actor signer, Role role) {
        try {
            signoffs.sign(signer, set.id(), role, null);
        } catch (RefusedException notNeeded) {
            LOG.debug("{} does not sign {}: {}", signer, set.id(), notNeeded.getMessage());
        }
    }

    private void judge(String testChannel, String product, Outcome outcome, String note) {
        verdicts.give(
                CHIOMA,
                new TestVerdicts.Word(
                        testChannel,
                        product,
                        previews.of(testChannel, product, null).fingerprint(),
                        outcome,
                        note));
    }

    private void at(int day, int hour) {
        clock.set(start.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour)));
    }
}
