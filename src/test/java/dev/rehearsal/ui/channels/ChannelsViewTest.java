package dev.rehearsal.ui.channels;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.insight.preview.Rehearsed.aFirefoxRule;
import static dev.rehearsal.insight.traffic.TrafficByHand.and;
import static dev.rehearsal.insight.traffic.TrafficByHand.onRelease;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.enactment.BreakGlass;
import dev.rehearsal.enactment.BreakGlassScope;
import dev.rehearsal.enactment.Notice;
import dev.rehearsal.insight.preview.Rehearsed;
import dev.rehearsal.insight.schedule.Agenda;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.ui.changeset.NoticeBanner;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.preview.FingerprintLabel;
import dev.rehearsal.ui.preview.RecordedVerdicts;
import dev.rehearsal.ui.preview.Screens;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChannelsViewTest {

    @RegisterExtension
    final Screens screens = new Screens();

    private void open(Rehearsed rehearsed) {
        screens.open(rehearsed, "");
    }

    @Test
    void tellsTestChannelsUnderTheirLiveChannelAndProduct() {
        open(Rehearsed.release149()
                .mapping("Firefox", "release", "release-localtest")
                .mapping("Firefox", "beta", "beta-cdntest")
                .mapping(null, "nightly", "nightly-localtest"));

        assertThat(lanes())
                .satisfiesExactly(
                        release ->
                                assertThat(release).contains("releaseFirefox", "release-cdntest", "release-localtest"),
                        beta -> assertThat(beta).contains("betaFirefox", "beta-cdntest"),
                        nightly -> assertThat(nightly).contains("nightlyevery product", "nightly-localtest"));
    }

    private static Population requests() {
        return and(and(onRelease(), 60, "140.0"), 40, "149.0").of(1_000).build();
    }

    @Test
    void tellsWhichShareOfRequestsGetsWhatNowAndWithTheQueue() {
        screens.traffic.inDay(requests());

        open(Rehearsed.release149().set(1, "Ship 150.0", 4).edits(204, RuleField.MAPPING, "Firefox-150"));

        assertThat(cell("release", "live"))
                .contains("149.0 60 % → 0 %", "150.0 0 % → 100 %", "no update 40 % → 0 %")
                .contains("of 1,000 requests in 24 hours", "100 of 1,000 requests", "from a list made for a test.");
    }

    @Test
    void tellsWhatRequestsOfTheLastMonthGetToWhomeverWantsToKnow() {
        screens.traffic.inDay(requests()).inMonth(and(onRelease(), 7, "140.0").build());
        open(Rehearsed.release149());

        NativeDetails details =
                _find(_get(LaneShares.class), NativeDetails.class).getFirst();
        details.setOpen(true);
        ComponentUtil.fireEvent(details, new NativeDetails.ToggleEvent(details, true));

        assertThat(cell("release", "live")).contains("7 of 7 requests", "149.0 100 %");
    }

    @Test
    void saysWhereSharesOfRequestsWouldBeThatNothingIsKnownOfAny() {
        open(Rehearsed.release149());

        assertThat(screens.text()).contains("Nothing is known of requests in the last 24 h.");
    }

    @Test
    void saysWhetherTestersAskedAtAll() {
        screens.traffic.counted("Firefox", "release-cdntest", 12);

        open(Rehearsed.release149().mapping("Firefox", "release", "release-localtest"));

        assertThat(test("release-cdntest")).contains("12 requests in the last 24 h");
        assertThat(test("release-localtest")).contains("nobody asked in the last 24 h");
    }

    @Test
    void saysOfTheNextStepWhatItsRateComesToInTime() {
        open(Rehearsed.release149().set(1, "Begin", 4).edits(204, RuleField.BACKGROUND_RATE, 1));

        assertThat(cell("release", "next"))
                .contains("#204: 1 % reaches 3.9 % of clients after 4 checks, 24.5 % after 28");
    }

    @Test
    void tellsHowLongTheQueueIsAndWhatIsDueNext() {
        open(Rehearsed.shipping150());

        assertThat(row("release")).contains("Ship 150.0", "ready", "2 more behind it");
        assertThat(_get(_get(NativeTableBody.class), Moment.class).getElement().getAttribute("datetime"))
                .isEqualTo(Rehearsed.NOW.plus(Duration.ofHours(4)).toString());
    }

    @Test
    void saysThatAChannelIsFrozenAndUntilWhen() {
        open(Rehearsed.shipping150().frozen().mapping("Firefox", "beta", "beta-cdntest"));

        assertThat(row("release")).contains("frozen until Sun", "00:00 UTC (Working days)");
        assertThat(row("beta")).doesNotContain("frozen");
    }

    @Test
    void saysThatAGuardRailKeepsASetBackAndWhoMustAct() {
        open(Rehearsed.shipping150().againstRails(1));

        assertThat(row("release")).contains("against a guard rail", "or somebody passes over its guard rail");
    }

    @Test
    void saysThatASetWaitsForItsRollout() {
        open(Rehearsed.shipping150().notLetGo(1));

        assertThat(row("release")).contains("waits for its rollout", "its rollout lets it go when it is time");
    }

    @Test
    void saysThatASetIsPastDue() {
        open(Rehearsed.release149().set(1, "Forgotten", -1).edits(204, RuleField.PRIORITY, 91));

        assertThat(row("release")).contains("past due");
    }

    @Test
    void provesThatATestChannelShowsLiveExactly() {
        open(Rehearsed.release149());

        assertThat(test("release-cdntest")).contains("shows release exactly").doesNotContain("edited");
        List<String> fingerprints =
                _find(FingerprintLabel.class).stream().map(Screens::textOf).toList();
        assertThat(fingerprints).hasSize(2).containsOnly(fingerprints.getFirst());
        assertThat(fingerprints.getFirst()).matches("[0-9a-f]{4}·[0-9a-f]{4}");
    }

    @Test
    void saysHowATestChannelDiffers() {
        open(Rehearsed.shipping150());

        assertThat(test("release-cdntest"))
                .contains("150.0 to 50 %, else 149.0", "1 edited · 1 added · 1 removed")
                .doesNotContain("exactly");
    }

    @Test
    void countsReleasesThatTheQueueBrings() {
        open(Rehearsed.release149()
                .set(1, "Ship 151.0", 4)
                .addsRelease("Firefox-151", "151.0")
                .edits(204, RuleField.MAPPING, "Firefox-151"));

        assertThat(test("release-cdntest")).contains("1 edited · 1 release");
    }

    @Test
    void saysWhatTheScopeOfEachTestChannelShows() {
        open(Rehearsed.shipping150()
                .mapping("Firefox", "release", "whole")
                .mapping("Firefox", "release", "next", new Scope.NextOnly())
                .mapping("Firefox", "release", "second", new Scope.UpTo(new ChangeSetId(2)))
                .mapping("Firefox", "release", "third", new Scope.Only(new ChangeSetId(3)))
                .mapping("Firefox", "release", "gone", new Scope.Only(new ChangeSetId(9))));

        assertThat(test("whole")).contains("whole queue");
        assertThat(test("next")).contains("next change set only");
        assertThat(test("second")).contains("up to Watershed for < 140");
        assertThat(test("third")).contains("only Raise to 50 %");
        assertThat(test("gone")).contains("only change set 9", "scope gone, shows live");
    }

    @Test
    void countsConflictsAndShadowedRules() {
        open(Rehearsed.shipping150()
                .rule(aFirefoxRule(990).forChannel("release-cdntest"))
                .rule(aFirefoxRule(204).mapsTo("Firefox-140")));

        assertThat(test("release-cdntest")).contains("1 conflict", "1 shadowed rule");
    }

    @Test
    void marksWhatAnEmergencyShutoffStops() {
        open(Rehearsed.release149().stopped("Firefox", "release").stopped("Firefox", "other"));

        assertThat(row("release")).contains("shut off");
        assertThat(test("release-cdntest")).doesNotContain("shut off");
    }

    @Test
    void leadsFromEachTestChannelToItsPreview() {
        open(Rehearsed.shipping150());

        screens.follow("release-cdntest");

        assertThat(screens.heading()).startsWith("release-cdntest is release plus");
    }

    @Test
    void saysWithoutAMappingHowToMakeOne() {
        open(Rehearsed.nothing().rule(aFirefoxRule(1)));

        assertThat(screens.text()).contains("No test channel is mapped yet", "map one");
        assertThat(_find(_get(NativeTableBody.class), RouterLink.class))
                .extracting(RouterLink::getHref)
                .anySatisfy(href -> assertThat(href)
                        .startsWith("mappings?")
                        .contains("mapping=new", "product=Firefox", "live=release", "test=release-cdntest"));
    }

    @Test
    void saysOfAnEmptyInstallationWhatToDoFirst() {
        open(Rehearsed.nothing());

        assertThat(_find(_get(NoChannels.class), RouterLink.class))
                .extracting(RouterLink::getHref)
                .containsExactly("people", "releases/new", "rules/new", "mappings?mapping=new", "signoffs");
    }

    @Test
    void saysWhatIsLive() {
        open(Rehearsed.release149());

        assertThat(cell("release", "live")).isEqualTo("149.0");
    }

    @Test
    void saysWhichShareOfClientsGetsWhat() {
        open(Rehearsed.release149()
                .rule(aFirefoxRule(204)
                        .withPriority(90)
                        .mapsTo("Firefox-150")
                        .fallsBackTo("Firefox-149")
                        .atBackgroundRate(25)));

        assertThat(cell("release", "live")).isEqualTo("150.0to 25 %, else 149.0");
    }

    @Test
    void saysWhatIsLiveOnChannelsThatAreNotMapped() {
        open(Rehearsed.release149()
                .rule(aFirefoxRule(1).forChannel("nightly").mapsTo("Firefox-150"))
                .set(1, "To 149", 4)
                .edits(1, RuleField.MAPPING, "Firefox-149"));

        assertThat(cell("nightly", "live")).isEqualTo("150.0");
        assertThat(cell("nightly", "next")).contains("To 149");
        assertThat(cell("nightly", "tests")).contains("No test channel", "Map one");
    }

    @Test
    void saysOfAChannelNamedLikeATestChannelWhichOneItSeemsToTest() {
        open(Rehearsed.release149().rule(aFirefoxRule(1).forChannel("release-localtest")));

        assertThat(cell("release-localtest", "tests")).contains("Looks like a test channel of release", "Map one");
    }

    @Test
    void foldsWhatNothingIsQueuedForWhereThereAreMany() {
        Rehearsed many = Rehearsed.release149();
        for (int i = 1; i <= 40; i++) {
            many.rule(aFirefoxRule(5_000 + i).forChannel("project-" + i));
        }
        many.set(1, "To 149", 4).edits(5_040, RuleField.MAPPING, "Firefox-149");

        open(many);

        assertThat(lanes()).hasSizeBetween(20, 30);
        assertThat(cell("project-40", "next")).contains("To 149");
        assertThat(screens.text()).contains("further live channels with nothing queued");
    }

    @Test
    void countsLiveChannelsAndWhatIsQueued() {
        open(Rehearsed.shipping150());

        assertThat(screens.text()).contains("1 live channel · 3 changes queued").doesNotContain("decision");
    }

    @Test
    void countsWhatNeedsADecision() {
        open(Rehearsed.shipping150().disarmed("it was due unsigned"));

        assertThat(screens.text()).contains("2 changes queued", "1 needs a decision");
        assertThat(cell("release", "next")).contains("1 needs a decision");
        assertThat(cell("release", "act")).contains("ada decides about Raise to 50 %");
        assertThat(light("release")).isEqualTo("Somebody has to act now");
    }

    @Test
    void saysThatAnAuthorHasToResolveAConflict() {
        open(Rehearsed.shipping150().rule(aFirefoxRule(204).mapsTo("Firefox-140")));

        assertThat(cell("release", "next")).contains("1 in conflict");
        assertThat(cell("release", "act")).contains("ada resolves the conflict of Ship 150.0");
        assertThat(light("release")).isEqualTo("Somebody has to act now");
    }

    @Test
    void saysWhoLiftsAShutoff() {
        open(Rehearsed.release149().stopped("Firefox", "release"));

        assertThat(cell("release", "act")).contains("lift the shutoff");
        assertThat(light("release")).isEqualTo("Somebody has to act now");
    }

    @Test
    void saysThatNobodyHasToAct() {
        open(Rehearsed.shipping150());

        assertThat(cell("release", "act")).isEqualTo("Nobody: it goes live by itself");
        assertThat(light("release")).isEqualTo("Nobody has to act");
    }

    @Test
    void showsTheNewStateAsSoonAsItIsServed() {
        Rehearsed rehearsed = Rehearsed.release149();
        open(rehearsed);

        rehearsed.set(1, "Throttle", 2).edits(204, RuleField.BACKGROUND_RATE, 10);
        screens.stateIsReplaced();

        assertThat(row("release")).contains("Throttle");
        assertThat(test("release-cdntest")).contains("1 edited");
    }

    @Test
    void hasOneHeadingAndSaysAsOfWhen() {
        open(Rehearsed.release149());

        assertThat(_find(H1.class)).hasSize(1);
        assertThat(screens.text()).contains("as of Mon 23 Nov 2026, 09:42 UTC");
    }

    @Test
    void standsInTheMenuBeforeThePreview() {
        open(Rehearsed.release149());

        assertThat(_find(SideNavItem.class)).extracting(SideNavItem::getLabel).containsExactly("Channels", "Preview");
    }

    @Test
    void saysWhoMustSignAndHowOften() {
        open(Rehearsed.shipping150()
                .lacks(1, "relman", 1)
                .lacks(1, "releng", 2)
                .holder("ben@example.org", "relman")
                .holder("emi.fox@example.org", "relman")
                .holder("ada", "relman")
                .holder("dmitri", "releng"));

        assertThat(cell("release", "act"))
                .contains("1 relman to sign", "ben, emi.fox", "EF", "2 releng to sign", "only 1 person can")
                .doesNotContain("ada");
        assertThat(light("release")).isEqualTo("The next step waits for somebody");
    }

    @Test
    void saysWhoMustTest() {
        open(Rehearsed.shipping150().gated(RecordedVerdicts.TESTER, RecordedVerdicts.QA));

        assertThat(cell("release", "act")).contains("1 qa to test", RecordedVerdicts.TESTER.name());
    }

    @Test
    void saysThatWhatATestChannelShowsIsUntested() {
        open(Rehearsed.shipping150());

        assertThat(test("release-cdntest")).contains("untested");
    }

    @Test
    void saysThatWhatATestChannelShowsIsPassed() {
        Rehearsed rehearsed = Rehearsed.shipping150();
        screens.verdicts.add(
                new TestedState(
                        "Firefox",
                        "release",
                        rehearsed
                                .overview()
                                .liveChannels()
                                .getFirst()
                                .testChannels()
                                .getFirst()
                                .table()
                                .fingerprint()),
                RecordedVerdicts.TESTER,
                Outcome.PASS,
                null);

        open(rehearsed);

        assertThat(test("release-cdntest")).contains("✓tested").doesNotContain("untested");
    }

    @Test
    void drawsWhatIsDueInTheOrderOfTime() {
        open(Rehearsed.shipping150());

        assertThat(marks())
                .containsExactly(
                        "Ship 150.0, due Mon 23 Nov 2026, 13:42 UTC: ready",
                        "Watershed for < 140, due Mon 23 Nov 2026, 14:42 UTC: ready",
                        "Raise to 50 %, due Tue 24 Nov 2026, 09:42 UTC: ready");
        assertThat(Screens.textOf(_get(Timeline.class)))
                .contains("now", "Times in UTC")
                .doesNotContain("past due");
    }

    @Test
    void hasLanesForWhatIsQueuedAndCountsTheOtherChannels() {
        open(Rehearsed.shipping150().mapping("Firefox", "beta", "beta-cdntest"));

        assertThat(Screens.textOf(_get(Timeline.class)))
                .contains("releaseFirefox", "Nothing is queued on 1 other channel")
                .doesNotContain("beta");
    }

    @Test
    void setsApartWhatIsPastDue() {
        open(Rehearsed.release149().set(1, "Forgotten", -1).edits(204, RuleField.PRIORITY, 91));

        assertThat(Screens.textOf(_get(Timeline.class))).contains("past due");
    }

    @Test
    void leadsFromAMarkToItsChangeSet() {
        open(Rehearsed.shipping150());

        assertThat(_find(_get(Timeline.class), RouterLink.class))
                .extracting(RouterLink::getHref)
                .containsExactly("changes/1", "changes/2", "changes/3");
    }

    @Test
    void tellsApartWhatTheSetsWaitFor() {
        open(Rehearsed.shipping150()
                .gated(RecordedVerdicts.TESTER, RecordedVerdicts.QA)
                .lacks(2, "relman", 2)
                .rule(aFirefoxRule(204).mapsTo("Firefox-140")));

        assertThat(marks())
                .satisfiesExactly(
                        first -> assertThat(first).endsWith(": in conflict"),
                        second -> assertThat(second).endsWith(": waits for signoffs, 2 by relman"),
                        third -> assertThat(third).endsWith(": untested"));
        assertThat(Screens.textOf(_get(Timeline.class)))
                .contains("in conflict", "waits for signoffs", "untested")
                .doesNotContain("ready");
    }

    @Test
    void makesOneMarkOfWhatIsDueAtAboutTheSameTime() {
        open(Rehearsed.release149()
                .set(1, "First", 2)
                .edits(204, RuleField.PRIORITY, 91)
                .set(2, "Second", 2)
                .edits(877, RuleField.PRIORITY, 101));

        assertThat(marks()).singleElement().asString().contains("First, due", "Second, due");
        assertThat(_find(_get(Timeline.class), RouterLink.class))
                .extracting(RouterLink::getHref)
                .containsExactly("changes?product=Firefox&channel=release");
    }

    @Test
    void tellsSoManySetsOneByOneAndCountsTheOthers() {
        Rehearsed busy = Rehearsed.release149();
        for (int i = 1; i <= Agenda.MOST_SETS + 3; i++) {
            busy.set(i, "Set " + i, i).edits(204, RuleField.PRIORITY, 100 + i);
        }

        open(busy);

        assertThat(Screens.textOf(_get(Timeline.class))).contains("and 3 more");
    }

    @Test
    void drawsNoTimeWhereNothingIsToHappen() {
        open(Rehearsed.release149());

        assertThat(_find(Timeline.class)).isEmpty();
    }

    @Test
    void tellsEverybodyWhatWentLiveUntested() {
        screens.notices.add(new Notice.ByBreakGlass(
                new ChangeSetId(7),
                "Stop the crash",
                new BreakGlass(
                        new Actor("greta"),
                        "Users lose passwords",
                        Rehearsed.NOW,
                        Set.of(BreakGlassScope.Over.GATES))));

        open(Rehearsed.release149());

        assertThat(Screens.textOf(_get(NoticeBanner.class)))
                .contains("enacted untested", "Stop the crash", "greta", "23 Nov 2026", "“Users lose passwords”");
    }

    @Test
    void hasNoBannerWhereThereIsNothingToTell() {
        open(Rehearsed.release149());

        assertThat(_find(NoticeBanner.class)).isEmpty();
    }

    /** Each as screen readers say it, in the order of the page. */
    private static List<String> marks() {
        return _find(_get(Timeline.class), TimelineMark.class).stream()
                .map(mark -> mark.getElement().getChild(0).getAttribute("aria-label"))
                .toList();
    }

    private static List<String> lanes() {
        return rows().stream().map(Screens::textOf).toList();
    }

    private static List<NativeTableRow> rows() {
        return _find(NativeTableBody.class).stream()
                .flatMap(body -> body.getRows().stream())
                .toList();
    }

    private static NativeTableRow laneOf(String channel) {
        return rows().stream()
                .filter(row -> row.getAllCells().stream()
                        .findFirst()
                        .filter(name -> Screens.textOf(name).matches("[●▲■]" + channel + "(Firefox)?"))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static String row(String channel) {
        return Screens.textOf(laneOf(channel));
    }

    private static String cell(String channel, String column) {
        return Screens.textOf(laneOf(channel).getAllCells().stream()
                        .filter(cell -> cell.hasClassName(column))
                        .findFirst()
                        .orElseThrow())
                .replace('\u00a0', ' ');
    }

    /** As screen readers say it. */
    private static String light(String channel) {
        return _find(laneOf(channel), Span.class, spec -> spec.withClasses("light")).stream()
                .map(light -> light.getElement().getAttribute("aria-label"))
                .findFirst()
                .orElseThrow();
    }

    private static String test(String channel) {
        return _find(ListItem.class).stream()
                .map(item -> Screens.textOf(item).replace('\u00a0', ' '))
                .filter(text -> text.startsWith(channel))
                .findFirst()
                .orElseThrow();
    }
}
