package dev.rehearsal.insight.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.impact.ChannelImpact.Trait;
import dev.rehearsal.insight.preview.Rehearsed;
import dev.rehearsal.matching.QueryBuilder;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.impact.PopulationBuilder;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ImpactsTest {

    private final Rehearsed firefox = Rehearsed.release149();
    private Optional<Population> asked = Optional.of(PopulationBuilder.on("Firefox", "release")
            .asked(600, "140.0", ImpactsTest::served)
            .asked(250, "120.0", query -> served(query).onOsVersion("Windows_NT 6.1.1.0.7601 (x64)"))
            .asked(100, "149.0", ImpactsTest::served)
            .asked(50, "160.0", ImpactsTest::served)
            .of(9_000)
            .build());

    private static QueryBuilder served(QueryBuilder query) {
        return query.onBuildTarget("WINNT_x86_64-msvc").inLocale("en-US");
    }

    private List<ChannelImpact> impact() {
        return impacts().of(pending()).await((_, _) -> {});
    }

    private ChangeSet pending() {
        return firefox.state().queue().getLast();
    }

    private Impacts impacts() {
        return firefox.impacts(asked);
    }

    @Test
    void sayWhichShareGetsWhatInsteadOfWhat() {
        firefox.set(1, "Ship 150", 1).edits(204, RuleField.MAPPING, "Firefox-150");

        assertThat(impact()).singleElement().satisfies(release -> {
            assertThat(release.changed().estimate()).isEqualTo(0.7);
            assertThat(release.moves()).singleElement().satisfies(move -> {
                assertThat(move.before()).isEqualTo("Firefox-149");
                assertThat(move.after()).isEqualTo("Firefox-150");
            });
            assertThat(release.sentence())
                    .isEqualTo("70 % (67–73) of requests on release get 150.0 instead of 149.0; "
                            + "none loses updates (less than 0.3 %); none gets something older (less than 0.3 %).");
        });
    }

    @Test
    void sayWhoLosesUpdates() {
        firefox.set(1, "Stop the old", 1).edits(311, RuleField.BACKGROUND_RATE, 20);

        ChannelImpact release = impact().getFirst();

        assertThat(release.losing().share().estimate()).isEqualTo(0.2);
        assertThat(release.losers()).isEqualTo("Windows 7, version 120.0");
        assertThat(release.losing().examples()).hasSize(1);
        assertThat(release.sentence())
                .isEqualTo("20 % (17–24) of requests on release lose updates: Windows 7, version 120.0; "
                        + "none gets something older (less than 0.3 %).");
    }

    @Test
    void sayWhoIsOfferedSomethingOlder() {
        firefox.set(1, "Back to 140", 1).edits(204, RuleField.MAPPING, "Firefox-140");

        assertThat(impact().getFirst().sentence())
                .isEqualTo("60 % (56–64) of requests on release get 140.0 instead of 149.0; "
                        + "10 % (8–13) lose updates: Windows 10, version 149.0; 60 % (56–64) get something older.");
    }

    @Test
    void tellThoseWhoChangeByWhatTheySayOfThemselves() {
        firefox.set(1, "Ship 150", 1)
                .edits(311, RuleField.MAPPING, "Firefox-150")
                .edits(204, RuleField.MAPPING, "Firefox-150");

        ChannelImpact release = impact().getFirst();

        assertThat(release.by().get(Trait.SYSTEM))
                .extracting(ImpactLine::label)
                .containsExactly("Windows 10", "Windows 7");
        assertThat(release.by().get(Trait.VERSION))
                .extracting(ImpactLine::label)
                .containsExactly("140.0", "120.0", "149.0");
    }

    @Test
    void areBoundedWhereNobodyIsConcerned() {
        firefox.set(1, "Explain", 1).edits(204, RuleField.COMMENT, "Main rule");

        assertThat(impact().getFirst().sentence())
                .isEqualTo("No request on release gets something else (less than 0.3 %).");
    }

    @Test
    void areNoneWhereNothingIsKnownOfRequests() {
        asked = Optional.empty();
        firefox.set(1, "Ship 150", 1).edits(204, RuleField.MAPPING, "Firefox-150");

        assertThat(impact()).isEmpty();
    }

    @Test
    void areThoseOfAWholeTestChannel() {
        firefox.set(1, "Ship 150", 1).edits(204, RuleField.MAPPING, "Firefox-150");
        firefox.set(2, "All of them", 2).edits(311, RuleField.MAPPING, "Firefox-150");

        assertThat(impacts()
                        .of(firefox.stagedTables().of("release-cdntest", "Firefox", null))
                        .await((_, _) -> {}))
                .singleElement()
                .satisfies(release -> assertThat(release.changed().estimate()).isEqualTo(0.95));
    }

    @Test
    void areOfTheRequestsThatAreKnownNow() {
        firefox.set(1, "Ship 150", 1).edits(204, RuleField.MAPPING, "Firefox-150");
        AtomicReference<Optional<Population>> known = new AtomicReference<>(asked);
        Impacts impacts = firefox.impacts(known::get);
        impacts.of(pending()).await((_, _) -> {});
        known.set(Optional.of(PopulationBuilder.on("Firefox", "release")
                .asked(1, "140.0", ImpactsTest::served)
                .build()));
        firefox.set(2, "All of them", 2).edits(311, RuleField.MAPPING, "Firefox-150");

        assertThat(impacts.of(pending()).await((_, _) -> {}))
                .extracting(ChannelImpact::asked)
                .containsExactly(1L);
    }

    @Test
    void areWorkedOutOnceForAState() {
        firefox.set(1, "Ship 150", 1).edits(204, RuleField.MAPPING, "Firefox-150");
        Impacts impacts = impacts();

        assertThat(impacts.of(pending())).isSameAs(impacts.of(pending()));
    }
}
