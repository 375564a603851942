package dev.rehearsal.ui.preview;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.insight.preview.Rehearsed;
import dev.rehearsal.matching.RuleField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AskPanelTest {

    @RegisterExtension
    final Screens screens = new Screens();

    private void ask(Rehearsed rehearsed, String url) {
        screens.open(rehearsed, "channels/release-cdntest");
        ask(url);
    }

    private void ask(String url) {
        screens.enter(url(), url);
        _click(_get(_get(AskPanel.class), Button.class, button -> button.withText("Ask")));
    }

    @Test
    void showsWhatAClientGetsNowAndWhatItWouldGet() {
        ask(Rehearsed.shipping150(), ClientUrl.onRelease("145.0"));

        assertThat(live())
                .contains("release now", "Firefox-149", "rule #204 firefox-release")
                .doesNotContain("%");
        assertThat(staged()).contains("release-cdntest", "differs", "rule #204");
    }

    @Test
    void showsBothSidesOfTheDice() {
        ask(Rehearsed.shipping150(), ClientUrl.onRelease("145.0"));

        assertThat(staged()).contains("50 % Firefox-150", "50 % Firefox-149");
    }

    @Test
    void saysThatAnAnswerStaysTheSame() {
        ask(Rehearsed.release149(), ClientUrl.onRelease("145.0"));

        assertThat(staged()).contains("same").doesNotContain("differs");
    }

    @Test
    void callsTheSameWhatIsNoUpdateOnBothSidesOfTheDiceToo() {
        ask(
                Rehearsed.release149().set(1, "Half", 1).edits(204, RuleField.BACKGROUND_RATE, 50),
                ClientUrl.onRelease("151.0"));

        assertThat(staged()).contains("same", "50 % no update");
    }

    @Test
    void callsAnotherShareADifference() {
        ask(
                Rehearsed.release149().set(1, "Half", 1).edits(204, RuleField.BACKGROUND_RATE, 50),
                ClientUrl.onRelease("145.0"));

        assertThat(staged()).contains("differs", "50 % Firefox-149", "50 % no update");
    }

    @Test
    void takesAUrlOnTheTestChannelForTheSameQuestion() {
        ask(Rehearsed.shipping150(), "https://aus.example" + ClientUrl.on("release-cdntest", "130.0"));

        assertThat(live()).contains("Firefox-149");
        assertThat(staged()).contains("Firefox-140");
        assertThat(_find(Anchor.class).stream()
                        .filter(anchor -> anchor.getText().startsWith("Open the answer"))
                        .map(anchor -> anchor.getText() + ": " + anchor.getHref()))
                .containsExactly(
                        "Open the answer on release: " + ClientUrl.onRelease("130.0"),
                        "Open the answer on release-cdntest: " + ClientUrl.on("release-cdntest", "130.0"));
    }

    @Test
    void asksPartnersOfTheLiveChannelToo() {
        ask(Rehearsed.shipping150(), ClientUrl.on("release-cck-acme", "145.0"));

        assertThat(staged()).contains("Firefox-150");
    }

    @Test
    void leavesOutTheWayToTheAnswerOfAStateThatIsNotServed() {
        screens.open(Rehearsed.shipping150(), "channels/release-cdntest?through=1");

        ask(ClientUrl.onRelease("145.0"));

        assertThat(staged()).contains("25 % Firefox-150").doesNotContain("Open the answer");
    }

    @Test
    void showsTheXmlLineByLineWithWhatChanges() {
        ask(Rehearsed.shipping150(), ClientUrl.onRelease("145.0"));

        assertThat(xml("XML on release: now → staged"))
                .contains(
                        "− displayVersion=\"149.0\"",
                        "+ displayVersion=\"150.0\"",
                        "+ URL=\"https://download.example/Firefox-150\"");
    }

    @Test
    void showsWhichUrlsOnlyTheNameOfTheTestChannelSelects() {
        ask(Rehearsed.shipping150(), ClientUrl.onRelease("145.0"));

        assertThat(xml("XML on release-cdntest: what its name changes"))
                .contains(
                        "− URL=\"https://download.example/Firefox-150\"", "+ URL=\"https://test.example/Firefox-150\"");
    }

    @Test
    void saysOfEachRuleWhyItDidNotMatch() {
        ask(Rehearsed.shipping150().rule(Rehearsed.aFirefoxRule(55).forChannel("beta")), ClientUrl.onRelease("145.0"));

        String trace = Screens.textOf(_find(Trace.class).getFirst());
        assertThat(trace)
                .contains(
                        "Why on release-cdntest",
                        "✗#1413version is 145.0, not <140.0",
                        "✗#877locale is en-US, not ja,ja-JP-mac",
                        "✓#204 firefox-releasematches",
                        "1 for other channels");
    }

    @Test
    void foldsAwayWhatIsTooMuchToRead() {
        Rehearsed rehearsed = Rehearsed.release149();
        for (int id = 1; id <= 10; id++) {
            rehearsed.rule(Rehearsed.aFirefoxRule(id).withPriority(500).forLocale("de"));
        }

        ask(rehearsed, ClientUrl.onRelease("145.0"));

        assertThat(Screens.textOf(_find(Trace.class).getFirst())).contains("9 before these that do not match");
    }

    @Test
    void saysWhyThereIsNoUpdate() {
        ask(Rehearsed.release149(), ClientUrl.onRelease("151.0"));

        assertThat(live()).contains("no update", "The client runs 151.0, which is newer", "rule #204");
    }

    @Test
    void saysWhatAShutoffOfLiveStopsAndWhatItWouldBeOtherwise() {
        ask(Rehearsed.shipping150().stopped("Firefox", "release"), ClientUrl.onRelease("145.0"));

        assertThat(live()).contains("shut off", "Without the shutoff it would be", "Firefox-149");
        assertThat(staged()).doesNotContain("shut off");
    }

    @Test
    void answersABadUrlWithASentence() {
        ask(Rehearsed.release149(), "about:config");

        assertThat(reply()).contains("not asked", "This is no update URL. One looks like /update/6/Product/");
    }

    @Test
    void answersParametersThatNoClientMaySendWithASentence() {
        ask(Rehearsed.release149(), ClientUrl.onRelease("145.0") + "?colour=blue");

        assertThat(reply()).contains("A client would get a 400 for this URL");
    }

    @Test
    void saysThatAnotherChannelIsNotComparedHere() {
        ask(Rehearsed.release149(), ClientUrl.on("beta", "145.0"));

        assertThat(reply())
                .contains("This URL asks on channel 'beta'. Here 'release' and 'release-cdntest' are compared");
    }

    @Test
    void saysThatAnotherProductIsNotMapped() {
        ask(Rehearsed.release149(), ClientUrl.of("Thunderbird", "release", "145.0"));

        assertThat(reply()).contains("'release-cdntest' does not show 'release' for Thunderbird");
    }

    @Test
    void showsTheBadRequestThatAClientWithAnUnreadableVersionGets() {
        ask(Rehearsed.shipping150(), ClientUrl.onRelease("one"));

        assertThat(reply()).contains("no update");
    }

    @Test
    void asksAgainWhenTheStateIsReplaced() {
        Rehearsed rehearsed = Rehearsed.release149();
        ask(rehearsed, ClientUrl.onRelease("145.0"));

        rehearsed.set(1, "Stop at 140", 1).edits(204, RuleField.MAPPING, "Firefox-150");
        screens.stateIsReplaced();

        assertThat(staged()).contains("differs", "Firefox-150");
    }

    @Test
    void leavesWhatIsTypedAndNotAskedYetWhenTheStateIsReplaced() {
        Rehearsed rehearsed = Rehearsed.release149();
        ask(rehearsed, ClientUrl.onRelease("145.0"));
        screens.enter(url(), "/update/6/half");

        rehearsed.set(1, "Later", 1).edits(204, RuleField.PRIORITY, 91);
        screens.stateIsReplaced();

        assertThat(url().getValue()).isEqualTo("/update/6/half");
    }

    @Test
    void startsFromAClientWhomTheQueueChangesSomethingFor() {
        screens.open(Rehearsed.shipping150(), "channels/release-cdntest");

        _click(_get(Button.class, button -> button.withText("Start from an example")));

        assertThat(staged()).contains("differs").doesNotContain("no update");
        assertThat(url().getValue()).contains("/release/");
    }

    @Test
    void startsFromAClientWhoGetsAnUpdateWhereTheQueueChangesNothing() {
        screens.open(Rehearsed.release149(), "channels/release-cdntest");

        _click(_get(Button.class, button -> button.withText("Start from an example")));

        assertThat(staged()).contains("same").doesNotContain("no update");
    }

    @Test
    void fillsItsFieldsFromTheUrl() {
        ask(Rehearsed.shipping150(), ClientUrl.onRelease("145.0"));

        assertThat(field("Version").getValue()).isEqualTo("145.0");
        assertThat(field("Locale").getValue()).isEqualTo("en-US");
    }

    @Test
    void asksWhatTheFieldsSay() {
        ask(Rehearsed.shipping150(), ClientUrl.onRelease("145.0"));

        screens.enter(field("Version"), "130.0");
        screens.enter(field("System"), "Windows_NT 10.0");
        _click(_get(_get(AskPanel.class), Button.class, button -> button.withText("Ask")));

        assertThat(url().getValue()).contains("/130.0/", "/Windows_NT%2010.0/");
        assertThat(staged()).contains("Firefox-140");
    }

    @Test
    void needsNoUrlWhereTheFieldsAreFilled() {
        screens.open(Rehearsed.shipping150(), "channels/release-cdntest");

        screens.enter(field("Version"), "130.0");

        assertThat(url().getValue()).startsWith("/update/6/Firefox/130.0/");
        assertThat(field("Platform").getValue()).isNotEmpty();
    }

    private static TextField url() {
        return _get(
                _get(AskPanel.class),
                TextField.class,
                spec -> spec.withPredicate(
                        field -> "Update URL".equals(field.getAriaLabel().orElse(""))));
    }

    private static TextField field(String label) {
        return _get(_get(ClientFields.class), TextField.class, spec -> spec.withLabel(label));
    }

    private static String live() {
        return answers().getFirst();
    }

    private static String staged() {
        return answers().getLast();
    }

    private static List<String> answers() {
        return _find(AnswerSummary.class).stream().map(Screens::textOf).toList();
    }

    private static String xml(String title) {
        return _find(AnswerXml.class).stream()
                .filter(xml -> xml.getSummaryText().equals(title))
                .map(Screens::textOf)
                .findFirst()
                .orElseThrow();
    }

    private static String reply() {
        return Screens.textOf(_get(AskPanel.class));
    }
}
