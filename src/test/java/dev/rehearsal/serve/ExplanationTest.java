package dev.rehearsal.serve;

import static dev.rehearsal.serve.World.on;
import static dev.rehearsal.serve.World.world;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.serve.Explanation.Branch;
import dev.rehearsal.serve.Explanation.Part;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private final World half = world().release("New", "136.0")
            .release("Old", "130.0")
            .rule(7, "New", "backgroundRate", 50, "fallbackMapping", "Old");

    @Test
    void showsBothSidesOfTheDice() {
        Explanation explanation = Asking.of(half.snapshot()).explain(on("release"));

        assertThat(explanation.branches()).extracting(Branch::side).containsExactly(Side.MAIN, Side.FALLBACK);
        assertThat(explanation.branches())
                .extracting(Branch::release)
                .containsExactly(new ReleaseName("New"), new ReleaseName("Old"));
    }

    @Test
    void showsOneSideAtAHundred() {
        Explanation explanation = Asking.of(
                        world().release("New", "136.0").rule(7, "New").snapshot())
                .explain(on("release"));

        assertThat(explanation.branches()).extracting(Branch::side).containsExactly(Side.MAIN);
    }

    @Test
    void showsTheBytesThatAClientGets() {
        Asking asking = Asking.of(half.snapshot());

        assertThat(asking.explain(on("release").asking("force=1"))
                        .branches()
                        .getFirst()
                        .answer())
                .isEqualTo(asking.answer(on("release").asking("force=1")));
    }

    @Test
    void saysWhyThereIsNoUpdate() {
        Branch branch = Asking.of(half.snapshot())
                .explain(on("release").with("version", "200.0"))
                .branches()
                .getFirst();

        assertThat(branch.release()).isNull();
        assertThat(branch.reason()).contains("200.0", "136.0");
    }

    @Test
    void saysThatNoRuleMatches() {
        Explanation explanation =
                Asking.of(world().rule(7, "New", "channel", "beta").snapshot()).explain(on("release"));

        assertThat(explanation.rule()).isNull();
        assertThat(explanation.branches()).extracting(Branch::reason).containsExactly("No rule matches the query.");
        assertThat(explanation.rules().considered()).hasSize(1);
    }

    @Test
    void saysWhatAClientDidWrong() {
        Explanation explanation = Asking.of(
                        world().rule(7, "New", "version", "<120.0").snapshot())
                .explain(on("release").with("version", "x"));

        Branch branch = explanation.branches().getFirst();
        assertThat(branch.reason()).isEqualTo("Version number x is invalid.");
        assertThat(branch.answer().status()).isEqualTo(400);
    }

    @Test
    void saysThatAShutoffStopsTheChannelAndWhatElseWouldBeServed() {
        Explanation explanation =
                Asking.of(half.stopped("Firefox", "release").snapshot()).explain(on("release"));

        assertThat(explanation.stopped()).isTrue();
        assertThat(explanation.branches().getFirst().release()).isEqualTo(new ReleaseName("New"));
    }

    @Test
    void saysThatTheLiveChannelOfATestChannelIsStopped() {
        Snapshot snapshot =
                world().stopped("Firefox", "release").snapshot().mapping("release-cdntest", "release", half.state());

        Explanation explanation = Asking.of(snapshot).explain(on("release-cdntest"));

        assertThat(explanation.stopped()).isFalse();
        assertThat(explanation.liveStopped()).isTrue();
    }

    @Test
    void saysWhichReleaseAPinHoldsBackTo() {
        Branch branch = Asking.of(half.release("Kept", "120.0")
                        .pin("release", "120.", "Kept")
                        .snapshot())
                .explain(on("release").asking("pin=120."))
                .branches()
                .getFirst();

        assertThat(branch.release()).isEqualTo(new ReleaseName("Kept"));
        assertThat(branch.reason()).contains("136.0", "120.", "Kept");
    }

    @Test
    void showsOnATestChannelWhatTheLiveChannelsNameSelects() {
        World staged = world().release("New", "136.0", "release-cdntest").rule(7, "New", "channel", "release");
        Snapshot snapshot = world().snapshot().mapping("release-cdntest", "release", staged.state());

        Explanation explanation = Asking.of(snapshot).explain(on("release-cdntest-cck-acme"));

        Branch branch = explanation.branches().getFirst();
        assertThat(explanation.matched().channel()).isEqualTo("release-cck-acme");
        assertThat(branch.answer().body()).contains("https://release-cdntest.example/New");
        assertThat(branch.asLive()).extracting(Answer::body).asString().contains("https://download.example/New");
        assertThat(branch.differsFromLive()).isTrue();
    }

    @Test
    void showsEachProductOfASuperblob() {
        World plugIns = world().plugIn("OpenH264", "H1")
                .superblobOfProducts("GMP", "All", "OpenH264", "Widevine")
                .rule(1, "All", "product", "GMP")
                .rule(2, "H1", "product", "OpenH264");

        Branch branch = Asking.of(plugIns.snapshot())
                .explain(on("release").with("product", "GMP"))
                .branches()
                .getFirst();

        assertThat(branch.parts())
                .extracting(Part::product, Part::release)
                .containsExactly(tuple("OpenH264", new ReleaseName("H1")), tuple("Widevine", null));
    }
}
