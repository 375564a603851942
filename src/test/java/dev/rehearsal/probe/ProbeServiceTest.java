package dev.rehearsal.probe;

import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.edit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.dataset.DatasetFile;
import dev.rehearsal.dataset.DatasetImport;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.serve.Decided;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** On release, rule 311 gives Firefox-128 to whoever runs 120; the queue gives them Firefox-150. */
class ProbeServiceTest {

    private static final String URL = "/update/3/Firefox/%s/1/WINNT_x86_64-msvc/%s/release/os/d/dv/update.xml";

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);
    private final Probes probes = TestDatabase.H2.bean(Probes.class);
    private final ProbeService probeService = TestDatabase.H2.bean(ProbeService.class);
    private final ChangeSet shipping = firefox.pending(ADA, "Ship 150", 1, edit(311, "mapping", "Firefox-150"));

    @Test
    void asksWhatIsLiveAndWhatIsStaged() {
        Probe old = add("old", "120.0", "de", release("Firefox-128"));
        Probe shipped = add("shipped", "120.0", "de", release("Firefox-150"));

        SuiteRun run = run(null);

        assertThat(run.live()).extracting(ProbeResult::probe).containsExactly(old, shipped);
        assertThat(run.live()).extracting(ProbeResult::passes).containsExactly(true, false);
        SuiteRun.OnTestChannel staged = run.testChannels().getFirst();
        assertThat(staged.mapping().testChannel()).isEqualTo("release-cdntest");
        assertThat(staged.results()).extracting(ProbeResult::passes).containsExactly(false, true);
        assertThat(staged.results().getFirst().got().release()).isEqualTo(new ReleaseName("Firefox-150"));
    }

    @Test
    void looksAlongTheQueueAsFarAsIsAsked() {
        add("old", "120.0", "de", release("Firefox-128"));
        firefox.pending(ADA, "Back", 2, edit(311, "mapping", "Firefox-128"));

        assertThat(run(null).testChannels().getFirst().passes()).isEqualTo(1);
        assertThat(run(shipping.id()).testChannels().getFirst().passes()).isZero();
    }

    @Test
    void refusesToLookThroughWhatIsNotPending() {
        assertThatThrownBy(() -> run(new ChangeSetId(999)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("change set 999 is not pending");
    }

    @Test
    void asksEachTestChannelOfTheProductOnce() {
        add("old", "120.0", "de", release("Firefox-128"));
        firefox.live(
                mapping(null, "release-localtest"),
                mapping("Fenix", "release-fenix"),
                mapping(null, "release-cdntest"));

        assertThat(run(null).testChannels())
                .extracting(staged -> staged.mapping().testChannel())
                .containsExactly("release-cdntest", "release-localtest");
    }

    @Test
    void whoeverRunsSomethingNewerGetsNoUpdate() {
        Probe newest = add("newest", "122.0", "de", new Expectation.NoUpdate());

        assertThat(got(newest).isNoUpdate()).isTrue();
        assertThat(run(null).livePasses()).isEqualTo(1);
    }

    @Test
    void anErrorIsNotNoUpdate() {
        Probe nonsense = add("nonsense", "1.2.3.4.5", "de", new Expectation.NoUpdate());

        assertThat(got(nonsense).isRefused()).isTrue();
        assertThat(run(null).livePasses()).isZero();
    }

    @Test
    void exactXmlIsComparedByteForByteButForItsEnds() {
        Probe any = add("any", "120.0", "de", release("Firefox-128"));
        String body = got(any).answer().body();
        add("bytes", "120.0", "de", new Expectation.Exactly("\n" + body + "\n"));
        add("others", "120.0", "de", new Expectation.Exactly(body.replace("121", "122")));

        assertThat(run(null).live()).extracting(ProbeResult::passes).containsExactly(true, true, false);
    }

    @Test
    void shutoffsDoNotCount() {
        add("old", "120.0", "de", release("Firefox-128"));
        TestDatabase.H2
                .jdbc()
                .sql(
                        "insert into shutoffs (product, channel, comment, data_version) values ('Firefox', 'release', '', 1)")
                .update();

        assertThat(run(null).livePasses()).isEqualTo(1);
    }

    @Test
    void theDiceFallAsOnATestChannel() {
        firefox.live(edit(311, "backgroundRate", 0, "fallbackMapping", "Firefox-140"));
        add("unforced", "120.0", "de", release("Firefox-128"));
        probes.add(
                ADA,
                new ProbeDraft("z-forced", URL.formatted("120.0", "de") + "?force=-1", release("Firefox-140"), null));

        assertThat(run(null).live()).extracting(ProbeResult::passes).containsExactly(true, true);
    }

    @Test
    void tellsHowFarItHasComeAndStopsWhenNobodyWantsTheRest() {
        add("one", "120.0", "de", release("Firefox-128"));
        add("two", "120.0", "de", release("Firefox-128"));
        List<String> heard = new ArrayList<>();

        probeService.run(state(), probes.all(), null, (done, all) -> heard.add(done + "/" + all));

        assertThat(heard).containsExactly("1/4", "2/4", "3/4", "4/4");
        assertThatThrownBy(() -> probeService.runAll(state(), probes.all(), (done, all) -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void thoseOfTheSampleAllPassOnceItsQueueIsLive() {
        TestDatabase database = TestDatabase.H2.emptied();
        database.bean(DatasetImport.class).run(DatasetFile.at("classpath:sample/dataset.json"));

        SuiteRun run = run(null);

        assertThat(run.live()).extracting(ProbeResult::passes).containsExactly(false, true, true, true);
        assertThat(run.testChannels())
                .isNotEmpty()
                .filteredOn(channel -> channel.mapping().testChannel().equals("release-cdntest"))
                .allSatisfy(channel -> assertThat(channel.passes()).isEqualTo(4));
    }

    @Nested
    class AVerdict {

        private final SuiteVerdicts verdicts = TestDatabase.H2.bean(SuiteVerdicts.class);

        @Test
        void isAPassWhereAllGetWhatTheyMust() {
            add("shipped", "120.0", "de", release("Firefox-150"));

            Verdict verdict = give(served()).verdict();

            assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
            assertThat(verdict.note()).isEqualTo("The 1 probe passes");
            assertThat(verdict.by()).isEqualTo(ADA);
            assertThat(verdict.state().fingerprint()).isEqualTo(served());
        }

        @Test
        void isAFailThatNamesThoseThatDoNot() {
            add("a", "120.0", "de", release("Firefox-150"));
            add("old for all", "120.0", "de", release("Firefox-128"));

            Verdict verdict = give(served()).verdict();

            assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
            assertThat(verdict.note()).isEqualTo("1 of 2 probes fail: old for all");
        }

        @Test
        void isRefusedForAnotherStateThanIsServed() {
            add("shipped", "120.0", "de", release("Firefox-150"));
            Fingerprint before = served();
            firefox.pending(ADA, "More", 2, edit(204, "mapping", "Firefox-140"));

            assertRefused(RefusedException.Reason.CONFLICT, () -> give(before));
        }

        @Test
        void isRefusedWhereNothingIsAsked() {
            assertRefused(RefusedException.Reason.INVALID, () -> give(served()));
        }

        @Test
        void isRefusedOnAnOrdinaryChannel() {
            assertRefused(RefusedException.Reason.NOT_FOUND, () -> verdicts.give(ADA, "release", "Firefox", served()));
        }

        private SuiteVerdicts.Given give(Fingerprint fingerprint) {
            return verdicts.give(ADA, "release-cdntest", "Firefox", fingerprint);
        }

        private Fingerprint served() {
            return probeService
                    .run(
                            state(),
                            List.of(new ProbeDraft(
                                            "any", URL.formatted("120.0", "de"), new Expectation.NoUpdate(), null)
                                    .as(0, 1)),
                            null,
                            Progress.UNHEARD)
                    .testChannels()
                    .getFirst()
                    .fingerprint();
        }

        private void assertRefused(RefusedException.Reason reason, Runnable deed) {
            assertThatThrownBy(deed::run)
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(reason));
            assertThat(TestDatabase.H2.rows("select * from verdicts")).isEmpty();
        }
    }

    private Probe add(String name, String version, String locale, Expectation expected) {
        return probes.add(ADA, new ProbeDraft(name, URL.formatted(version, locale), expected, null));
    }

    private Decided got(Probe probe) {
        return run(null).liveOf(probe.id()).orElseThrow().got();
    }

    private SuiteRun run(@Nullable ChangeSetId through) {
        return probeService.run(state(), probes.all(), through, Progress.UNHEARD);
    }

    private static NodeState state() {
        return TestDatabase.H2.bean(SnapshotKeeper.class).refresh();
    }

    private static Expectation release(String name) {
        return new Expectation.Release(new ReleaseName(name));
    }

    private static Proposal mapping(@Nullable String product, String testChannel) {
        return RowKinds.MAPPINGS.change(
                null, null, new MappingProposal(product, "release", testChannel, new Scope.WholeQueue()));
    }
}
