package dev.rehearsal.ui.preview;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.insight.preview.Rehearsed.aFirefoxRule;
import static dev.rehearsal.insight.traffic.TrafficByHand.and;
import static dev.rehearsal.insight.traffic.TrafficByHand.onRelease;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.insight.fingerprint.StaleVerdicts;
import dev.rehearsal.insight.preview.Rehearsed;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.serve.impact.PopulationBuilder;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.ui.changeset.RequestsCard;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PreviewViewTest {

    @RegisterExtension
    final Screens screens = new Screens();

    private void open(Rehearsed rehearsed, String location) {
        screens.open(rehearsed, location);
    }

    private void openWholeQueue() {
        open(Rehearsed.shipping150(), "channels/release-cdntest?all=1");
    }

    @Test
    void saysInItsHeadingWhatIsLookedAt() {
        openWholeQueue();

        assertThat(screens.heading()).isEqualTo("release-cdntest is release plus +all 3 queued changes");
        assertThat(_find(H1.class)).hasSize(1);
        assertThat(screens.text()).contains("as of Mon 23 Nov 2026, 09:42 UTC");
    }

    @Test
    void saysWhetherTestersAskedAtAll() {
        openWholeQueue();

        assertThat(Screens.textOf(_get(PreviewHeader.class))).contains("nobody asked in the last 24 h");

        screens.traffic.counted("Firefox", "release-cdntest", 12);
        openWholeQueue();

        assertThat(Screens.textOf(_get(PreviewHeader.class))).contains("12 requests in the last 24 h");
    }

    @Test
    void tellsWhatRequestsGetNowAndWouldGetAsFarAsIsLookedAt() {
        screens.traffic
                .inDay(and(onRelease(), 60, "140.0").of(1_000).build())
                .inMonth(and(onRelease(), 10, "140.0").build());

        open(Rehearsed.shipping150(), "channels/release-cdntest?through=1");

        assertThat(Screens.textOf(_get(TrafficCard.class)).replace('\u00a0', ' '))
                .contains("149.0 100 % → 75 %", "150.0 0 % → 25 %")
                .contains("60 of 1,000 requests, ", "10 of 10 requests, ", "from a list made for a test.");
    }

    @Test
    void saysThatNothingIsKnownOfRequests() {
        openWholeQueue();

        assertThat(Screens.textOf(_get(TrafficCard.class)))
                .contains("Nothing is known of requests on this channel in the last 30 days.");
    }

    @Test
    void saysThatNothingIsQueued() {
        open(Rehearsed.release149(), "channels/release-cdntest");

        assertThat(screens.heading()).isEqualTo("release-cdntest is release exactly =nothing is queued");
        assertThat(screens.text()).contains("shows release exactly");
    }

    @Test
    void saysWhichShareOfRequestsGetsSomethingElse() {
        screens.asked = Optional.of(PopulationBuilder.on("Firefox", "release")
                .asked(
                        40,
                        "145.0",
                        query -> query.onBuildTarget("WINNT_x86_64-msvc").inLocale("en-US"))
                .asked(60, "160.0")
                .build());
        openWholeQueue();

        assertThat(screens.text())
                .contains(
                        "20 % of requests on release get 150.0 instead of 149.0; none loses updates (all were counted)")
                .contains("100 requests, all counted: a list made for a test")
                .contains("1 query");
    }

    @Test
    void foldsAllButTheSentenceAboutRequestsSoThatTheTableHasTheRoom() {
        screens.asked = Optional.of(PopulationBuilder.on("Firefox", "release")
                .asked(
                        40,
                        "145.0",
                        query -> query.onBuildTarget("WINNT_x86_64-msvc").inLocale("en-US"))
                .build());
        openWholeQueue();

        RequestsCard card = _get(RequestsCard.class);
        assertThat(_find(card, H3.class)).isEmpty();
        assertThat(_find(card, NativeDetails.class))
                .first()
                .satisfies(details -> assertThat(Screens.textOf(details))
                        .startsWith("From what to what")
                        .contains("a list made for a test"));
    }

    @Test
    void saysNothingOfRequestsWhereNothingIsKnown() {
        openWholeQueue();

        assertThat(_find(RequestsCard.class)).isEmpty();
    }

    @Test
    void showsTheStagedTableInEvaluationOrderWithRemovedRowsInTheirPlace() {
        openWholeQueue();

        assertThat(screens.rows())
                .containsExactly(
                        "added | 300 | Firefox-140 | version < 140.0 | 100 % | #1413 | Watershed for < 140",
                        "removed | 120 | Firefox-128 | version < 128.0, channel release* | 100 % | #311 | Watershed for < 140",
                        "live | 100 | Firefox-149 | locale ja or ja-JP-mac | 100 % | #877",
                        "edited | 90 | Firefox-149 → Firefox-150 | everyone | nothing → else Firefox-149 | 100 % → 50 % |"
                                + " Main rule of release | #204 firefox-release | Raise to 50 %");
    }

    @Test
    void countsRulesAndChanges() {
        openWholeQueue();

        assertThat(screens.text()).contains("3 rules · 1 edited · 1 added · 1 removed");
    }

    @Test
    void tellsWhatTheQueueDoesToAReleaseThatARuleServes() {
        open(
                Rehearsed.release149()
                        .set(1, "Ship 151.0", 4)
                        .addsRelease("Firefox-151", "151.0")
                        .edits(204, RuleField.MAPPING, "Firefox-151"),
                "channels/release-cdntest");

        assertThat(screens.rows()).singleElement().asString().contains("+ new release");
    }

    @Test
    void showsTheQueueFromLiveOn() {
        openWholeQueue();

        assertThat(steps())
                .satisfiesExactly(
                        live -> assertThat(live).contains("release, live", "3 rules"),
                        first -> assertThat(first)
                                .contains("Ship 150.0", "by ada")
                                .doesNotContain("not shown"),
                        second -> assertThat(second).contains("Watershed for < 140"),
                        third -> assertThat(third).contains("Raise to 50 %"));
    }

    @Test
    void looksThroughTheSetWhoseStepIsFollowed() {
        openWholeQueue();

        screens.follow("Ship 150.0");

        assertThat(screens.heading()).isEqualTo("release-cdntest would be release plus +1 of 3 queued changes");
        assertThat(screens.rows()).noneMatch(row -> row.startsWith("added"));
        assertThat(steps().get(2)).contains("not shown");
        assertThat(screens.text()).contains("Not what testers get");
    }

    @Test
    void comesBackToWhatTestersGet() {
        open(Rehearsed.shipping150(), "channels/release-cdntest?through=1");

        screens.follow("Show what testers get");

        assertThat(screens.heading()).startsWith("release-cdntest is release plus");
        assertThat(screens.text()).doesNotContain("Not what testers get");
    }

    @Test
    void looksAtLiveAloneFromTheFirstStep() {
        openWholeQueue();

        screens.follow("release, live");

        assertThat(screens.heading()).isEqualTo("release-cdntest would be release alone ○without 3 queued changes");
        assertThat(screens.rows()).hasSize(3).allMatch(row -> row.startsWith("live"));
    }

    @Test
    void dimsSetsBeyondTheScopeOfTheMapping() {
        open(
                Rehearsed.shipping150().mapping("Firefox", "release", "release-next", new Scope.NextOnly()),
                "channels/release-next");

        assertThat(screens.heading()).contains("1 of 3 queued changes");
        assertThat(_find(ListItem.class, item -> item.withClasses("beyond"))).hasSize(2);
    }

    @Test
    void isRestoredWholeFromItsUrl() {
        open(
                Rehearsed.shipping150(),
                "channels/release-cdntest?product=Firefox&through=2&all=1&filter=128&url="
                        + ClientUrl.onRelease("100.0"));

        assertThat(screens.heading()).contains("2 of 3");
        assertThat(filterField().getValue()).isEqualTo("128");
        assertThat(screens.rows()).singleElement().asString().startsWith("removed");
        assertThat(screens.text()).contains("release now", "Firefox-128");
    }

    @Test
    void narrowsTheTableToRowsThatMentionATextOldValuesIncluded() {
        openWholeQueue();

        screens.enter(filterField(), "FIREFOX-149");

        assertThat(screens.rows()).hasSize(2);
        assertThat(screens.text()).contains("2 shown · 3 rules");
    }

    @Test
    void findsRowsByTheSetThatChangesThem() {
        openWholeQueue();

        screens.enter(filterField(), "watershed");

        assertThat(screens.rows()).hasSize(2);
    }

    @Test
    void showsWhatChangesAndCountsWhatDoesNot() {
        open(Rehearsed.shipping150(), "channels/release-cdntest");

        assertThat(screens.rows()).hasSize(3).noneMatch(row -> row.startsWith("live"));
        assertThat(fold().getText()).isEqualTo("▸ 1 unchanged");
        assertThat(fold().getElement().getAttribute("aria-expanded")).isEqualTo("false");
    }

    @Test
    void unfoldsWhatDoesNotChangeInEvaluationOrder() {
        open(Rehearsed.shipping150(), "channels/release-cdntest");

        _click(fold());

        assertThat(screens.rows()).hasSize(4).anyMatch(row -> row.startsWith("live"));
        assertThat(fold().getText()).isEqualTo("▾ Only what changes");
    }

    @Test
    void foldsNothingWhereNothingChanges() {
        open(Rehearsed.release149(), "channels/release-cdntest");

        assertThat(screens.rows()).hasSize(3);
        assertThat(_find(_get(StagedTablePanel.class), Button.class, spec -> spec.withClasses("fold")))
                .isEmpty();
    }

    @Test
    void findsWhatIsFolded() {
        open(Rehearsed.shipping150(), "channels/release-cdntest");

        screens.enter(filterField(), "877");

        assertThat(screens.rows()).singleElement().asString().startsWith("live");
    }

    @Test
    void showsALiveChannelItselfWhereNoTestChannelDoes() {
        open(
                Rehearsed.release149()
                        .rule(aFirefoxRule(1).forChannel("nightly").mapsTo("Firefox-149"))
                        .set(1, "Ship 150.0", 4)
                        .edits(1, RuleField.MAPPING, "Firefox-150"),
                "channels/nightly");

        assertThat(screens.heading()).isEqualTo("nightly plus +the 1 queued change");
        assertThat(screens.rows()).singleElement().asString().startsWith("edited");
        assertThat(screens.text()).contains("nothing to pass here: nightly is live");
    }

    @Test
    void asksOnALiveChannelItself() {
        open(
                Rehearsed.release149()
                        .rule(aFirefoxRule(1).forChannel("nightly").mapsTo("Firefox-149"))
                        .set(1, "Ship 150.0", 4)
                        .edits(1, RuleField.MAPPING, "Firefox-150"),
                "channels/nightly?url=" + ClientUrl.on("nightly", "145.0"));

        assertThat(screens.text()).contains("nightly now", "Firefox-149", "nightly with the queue", "Firefox-150");
    }

    private static Button fold() {
        return _get(_get(StagedTablePanel.class), Button.class, spec -> spec.withClasses("fold"));
    }

    @Test
    void stepsFromChangeToChange() {
        openWholeQueue();

        screens.table().showNextChange();
        screens.table().showNextChange();

        assertThat(screens.table().asSingleSelect().getValue().rule().id().value())
                .isEqualTo(311);
    }

    @Test
    void offersTheProductsThatTheTestChannelIsMappedFor() {
        open(
                Rehearsed.shipping150().mapping("Thunderbird", "release", "release-cdntest"),
                "channels/release-cdntest?product=Thunderbird");

        assertThat(productChoices()).containsExactly("Firefox", "Thunderbird");
        assertThat(screens.text()).contains("0 rules");
    }

    @Test
    void offersEveryProductAndEachWhereTheMappingIsForAll() {
        open(
                Rehearsed.nothing()
                        .mapping(null, "nightly", "nightly-test")
                        .rule(aFirefoxRule(1).forChannel("nightly"))
                        .rule(aFirefoxRule(2).forProduct("Thunderbird").forChannel("nightly*")),
                "channels/nightly-test");

        assertThat(productChoices()).containsExactly("Every product", "Firefox", "Thunderbird");
        assertThat(screens.rows()).hasSize(2).allMatch(row -> row.contains("product "));
    }

    @Test
    void offersTheProductThatIsLookedAtEvenWhereItHasNoRules() {
        open(Rehearsed.nothing().mapping(null, "nightly", "nightly-test"), "channels/nightly-test?product=Thunderbird");

        assertThat(productChoices()).containsExactly("Every product", "Thunderbird");
    }

    @Test
    void looksAtTheProductThatIsChosen() {
        open(
                Rehearsed.shipping150().mapping("Thunderbird", "beta", "release-cdntest"),
                "channels/release-cdntest?product=Firefox");
        Select<Object> products = productSelect();

        screens.enter(products, products.getListDataView().getItem(1));

        assertThat(screens.heading()).startsWith("release-cdntest is beta");
    }

    @Test
    void listsAConflictWithItsReasonAndLeavesTheSetOut() {
        open(Rehearsed.shipping150().rule(aFirefoxRule(204).mapsTo("Firefox-140")), "channels/release-cdntest");

        assertThat(steps().get(1)).contains("conflict, left out");
        assertThat(lookCard())
                .contains(
                        "Ship 150.0 is left out",
                        "mapping was 'Firefox-149' when this edit was saved and is 'Firefox-140' now");
    }

    @Test
    void listsShadowedRules() {
        open(
                Rehearsed.release149()
                        .rule(aFirefoxRule(990).forChannel("release-cdntest").withAlias("copy")),
                "channels/release-cdntest");

        assertThat(lookCard()).contains("shadowed", "Rule #990 copy was made by hand for release-cdntest");
    }

    @Test
    void saysThatTheSetOfTheScopeIsGone() {
        open(
                Rehearsed.shipping150()
                        .mapping("Firefox", "release", "release-cdntest", new Scope.Only(new ChangeSetId(9))),
                "channels/release-cdntest");

        assertThat(lookCard()).contains("scope gone");
        assertThat(screens.rows()).allMatch(row -> row.startsWith("live"));
    }

    @Test
    void warnsOfRulesThatTieWithAChangedOne() {
        open(
                Rehearsed.release149().set(1, "Same priority", 1).edits(204, RuleField.PRIORITY, 100),
                "channels/release-cdntest");

        assertThat(lookCard()).contains("Rule #204 and rule #877 have priority 100", "then rule #204 decides");
    }

    @Test
    void warnsOfFilesWithoutAUrlInAReleaseThatTheQueueBrings() {
        open(
                Rehearsed.release149()
                        .releaseOnlyFor("release-cdntest", "Firefox-151", "151.0")
                        .set(1, "Ship 151.0", 1)
                        .edits(204, RuleField.MAPPING, "Firefox-151"),
                "channels/release-cdntest");

        assertThat(lookCard())
                .contains("Firefox-151 gives no URL on release for 1 of the files that it lists: complete from *.")
                .doesNotContain("on release-cdntest");
    }

    @Test
    void saysWhatToDoAboutWhatWasFound() {
        open(
                Rehearsed.release149().set(1, "Throttle", 1).edits(204, RuleField.BACKGROUND_RATE, 10),
                "channels/release-cdntest");

        assertThat(lookCard())
                .contains("throttled", "Throttle: ", "90 % of the clients of rule #204 get no update at all")
                .contains("Name a fallback mapping, if they shall get one.");
    }

    @Test
    void marksOnTheStripWhatIsTestedAndWhatIsNot() {
        Rehearsed rehearsed = Rehearsed.shipping150();
        screens.verdicts.add(
                new TestedState(
                        "Firefox",
                        "release",
                        Fingerprint.of(
                                rehearsed.state().stages().wholeQueue().staged(),
                                rehearsed.contents(),
                                "Firefox",
                                "release")),
                RecordedVerdicts.TESTER,
                Outcome.PASS,
                null);

        open(rehearsed, "channels/release-cdntest");

        assertThat(steps().get(1)).contains("untested");
        assertThat(steps().get(3)).contains("✓tested");
    }

    @Test
    void saysWhyVerdictsAreStale() {
        Rehearsed rehearsed = Rehearsed.shipping150();
        screens.verdicts.stale.add(new StaleVerdicts.Looked(
                new Verdict(
                        1,
                        new TestedState("Firefox", "release", new Fingerprint("0".repeat(64))),
                        "release-cdntest",
                        Outcome.PASS,
                        null,
                        RecordedVerdicts.TESTER,
                        PersonId.NONE,
                        Rehearsed.NOW,
                        null),
                true,
                List.of("Firefox-150 got a new de build for win64")));

        open(rehearsed, "channels/release-cdntest");

        assertThat(screens.text())
                .contains("Verdicts on other states", "PASS chioma on release-cdntest")
                .contains("Not on what is served now: Firefox-150 got a new de build for win64.");
    }

    @Test
    void leavesOutFilesWithoutAUrlThatAreNoNews() {
        open(
                Rehearsed.release149().releaseOnlyFor("release-cdntest", "Firefox-149", "149.0"),
                "channels/release-cdntest");

        assertThat(lookCard()).doesNotContain("no URL");
    }

    @Test
    void saysWhichChannelAnEmergencyShutoffStops() {
        open(Rehearsed.release149().stopped("Firefox", "release"), "channels/release-cdntest");

        assertThat(lookCard()).contains("An emergency shutoff stops release. release-cdntest goes on");
    }

    @Test
    void saysThatNothingNeedsALook() {
        openWholeQueue();

        assertThat(lookCard()).contains("Nothing: no conflict, no tie, no shadowed rule.");
    }

    @Test
    void leadsFromAnUnknownChannelToThoseThatThereAre() {
        open(Rehearsed.shipping150(), "channels/nowhere");

        assertThat(screens.heading()).isEqualTo("nowhere");
        assertThat(screens.text()).contains("'nowhere' is not a test channel");
        screens.follow("release-cdntest");
        assertThat(screens.heading()).startsWith("release-cdntest is release");
    }

    @Test
    void leadsFromNoChannelToThoseThatThereAre() {
        open(Rehearsed.shipping150(), "channels");

        assertThat(screens.text())
                .contains("Choose the channel", "release-cdntestrelease, Firefox", "149.0150.0 to 50", "3 change sets");
    }

    @Test
    void leadsHomeWhereNoChannelIsMappedAtAll() {
        open(Rehearsed.nothing(), "channels");
        assertThat(screens.text()).contains("There is no channel to look at yet.");

        screens.follow("See how to begin");

        assertThat(screens.heading()).isEqualTo("Channels");
    }

    @Test
    void saysThatAProductIsNotMapped() {
        open(Rehearsed.shipping150(), "channels/release-cdntest?product=Petrel");

        assertThat(screens.text()).contains("'release-cdntest' is not a test channel of Petrel");
    }

    @Test
    void saysThatASetIsNotPendingAnyMore() {
        open(Rehearsed.shipping150(), "channels/release-cdntest?through=77");

        assertThat(screens.text()).contains("Change set 77 is not pending");
    }

    @Test
    void saysHowFarOneCanLook() {
        open(Rehearsed.shipping150(), "channels/release-cdntest?through=everything");

        assertThat(screens.text()).contains("How far to look is the number of a pending change set, or 'live'");
    }

    @Test
    void showsANewStateAndKeepsFilterAndSelection() {
        Rehearsed rehearsed = Rehearsed.shipping150();
        open(rehearsed, "channels/release-cdntest?filter=firefox-149");
        PreviewRow selected = screens.table().getListDataView().getItem(1);
        screens.table().select(selected);

        rehearsed.set(4, "Lower Japan", 30).edits(877, RuleField.PRIORITY, 10);
        screens.stateIsReplaced();

        assertThat(screens.heading()).contains("all 4 queued changes");
        assertThat(screens.rows()).hasSize(2).last().asString().startsWith("edited | 100 → 10");
        assertThat(filterField().getValue()).isEqualTo("firefox-149");
        assertThat(screens.table().getSelectedItems())
                .extracting(PreviewRow::key)
                .containsExactly(selected.key());
    }

    @Test
    void turnsToASentenceWhenTheSetThatIsLookedThroughLeavesTheQueue() {
        Rehearsed rehearsed = Rehearsed.shipping150();
        open(rehearsed, "channels/release-cdntest?through=3");

        rehearsed.withdrawn(3);
        screens.stateIsReplaced();

        assertThat(screens.text()).contains("Change set 3 is not pending");
    }

    private static List<String> steps() {
        return _find(_get(QueueStrip.class), ListItem.class).stream()
                .map(Screens::textOf)
                .toList();
    }

    private static String lookCard() {
        return Screens.textOf(_get(NeedsALook.class));
    }

    private static TextField filterField() {
        return _get(_get(StagedTablePanel.class), TextField.class);
    }

    private static List<String> productChoices() {
        Select<Object> products = productSelect();
        return products.getListDataView()
                .getItems()
                .map(products.getItemLabelGenerator()::apply)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Select<Object> productSelect() {
        return _get(Select.class);
    }
}
