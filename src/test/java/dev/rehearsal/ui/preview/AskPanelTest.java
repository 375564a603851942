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
    void shows_what_a_client_gets_now_and_what_it_would_get() {
        ask(Rehearsed.shipping150(), ClientUrl.onRelease("145.0"));

        assertThat(live())
                .contains("release now", "Firefox-149", "rule #204 firefox-release")
                .doesNotContain("%");
        assertThat(staged()).contains("release-cdntest", "differs", "rule #204");
    }

    @Test
    void shows_both_sides_of_the_dice() {
        ask(Rehearsed.shipping150(), ClientUrl.onRelease("145.0"));

        assertThat(staged()).contains("50 % Firefox-150", "50 % Firefox-149");
    }

    @Test
    void says_that_an_answer_stays_the_same() {
        ask(Rehearsed.release149(), ClientUrl.onRelease("145.0"));

        assertThat(staged()).contains("same").doesNotContain("differs");
    }

    @Test
    void calls_the_same_what_is_no_update_on_both_sides_of_the_dice_too() {
        ask(
                Rehearsed.release149().set(1, "Half", 1).edits(204, RuleField.BACKGROUND_RATE, 50),
                ClientUrl.onRelease("151.0"));

        assertThat(staged()).contains("same", "50 % no update");
    }

    @Test
    void calls_another_share_a_difference() {
        ask(
                Rehearsed.release149().set(1, "Half", 1).edits(204, RuleField.BACKGROUND_RATE, 50),
                ClientUrl.onRelease("145.0"));

        assertThat(staged()).contains("differs", "50 % Firefox-149", "50 % no update");
    }

    @Test
    void takes_a_url_on_the_test_channel_for_the_same_question() {
        ask(Rehearsed.shipping150(), "https://aus.example" + ClientUrl.on("release-cdntest", "130.0"));

        assertThat(live()).contains("Firefox-149");
        assertThat(staged()).contains("Firefox-140");
        assertThat(_find(Anchor.class, anchor -> anchor.withText("open")))
                .extracting(Anchor::getHref)
                .containsExactly(ClientUrl.onRelease("130.0"), ClientUrl.on("release-cdntest", "130.0"));
    }

    @Test
    void asks_partners_of_the_live_channel_too() {
        ask(Rehearsed.shipping150(), ClientUrl.on("release-cck-acme", "145.0"));

        assertThat(staged()).contains("Firefox-150");
    }

    @Test
    void leaves_out_the_way_to_the_answer_of_a_state_that_is_not_served() {
        screens.open(Rehearsed.shipping150(), "channels/release-cdntest?through=1");

        ask(ClientUrl.onRelease("145.0"));

        assertThat(staged()).contains("25 % Firefox-150").doesNotContain("open");
    }

    @Test
    void shows_the_xml_line_by_line_with_what_changes() {
        ask(Rehearsed.shipping150(), ClientUrl.onRelease("145.0"));

        assertThat(xml("XML on release: now → staged"))
                .contains(
                        "− displayVersion=\"149.0\"",
                        "+ displayVersion=\"150.0\"",
                        "+ URL=\"https://download.example/Firefox-150\"");
    }

    @Test
    void shows_which_urls_only_the_name_of_the_test_channel_selects() {
        ask(Rehearsed.shipping150(), ClientUrl.onRelease("145.0"));

        assertThat(xml("XML on release-cdntest: what its name changes"))
                .contains(
                        "− URL=\"https://download.example/Firefox-150\"", "+ URL=\"https://test.example/Firefox-150\"");
    }

    @Test
    void says_of_each_rule_why_it_did_not_match() {
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
    void folds_away_what_is_too_much_to_read() {
        Rehearsed rehearsed = Rehearsed.release149();
        for (int id = 1; id <= 10; id++) {
            rehearsed.rule(Rehearsed.aFirefoxRule(id).withPriority(500).forLocale("de"));
        }

        ask(rehearsed, ClientUrl.onRelease("145.0"));

        assertThat(Screens.textOf(_find(Trace.class).getFirst())).contains("9 before these that do not match");
    }

    @Test
    void says_why_there_is_no_update() {
        ask(Rehearsed.release149(), ClientUrl.onRelease("151.0"));

        assertThat(live()).contains("no update", "The client runs 151.0, which is newer", "rule #204");
    }

    @Test
    void says_what_a_shutoff_of_live_stops_and_what_it_would_be_otherwise() {
        ask(Rehearsed.shipping150().stopped("Firefox", "release"), ClientUrl.onRelease("145.0"));

        assertThat(live()).contains("shut off", "Without the shutoff it would be", "Firefox-149");
        assertThat(staged()).doesNotContain("shut off");
    }

    @Test
    void answers_a_bad_url_with_a_sentence() {
        ask(Rehearsed.release149(), "about:config");

        assertThat(reply()).contains("not asked", "This is no update URL. One looks like /update/6/Product/");
    }

    @Test
    void answers_parameters_that_no_client_may_send_with_a_sentence() {
        ask(Rehearsed.release149(), ClientUrl.onRelease("145.0") + "?colour=blue");

        assertThat(reply()).contains("A client would get a 400 for this URL");
    }

    @Test
    void says_that_another_channel_is_not_compared_here() {
        ask(Rehearsed.release149(), ClientUrl.on("beta", "145.0"));

        assertThat(reply())
                .contains("This URL asks on channel 'beta'. Here 'release' and 'release-cdntest' are compared");
    }

    @Test
    void says_that_another_product_is_not_mapped() {
        ask(Rehearsed.release149(), ClientUrl.of("Thunderbird", "release", "145.0"));

        assertThat(reply()).contains("'release-cdntest' does not show 'release' for Thunderbird");
    }

    @Test
    void shows_the_bad_request_that_a_client_with_an_unreadable_version_gets() {
        ask(Rehearsed.shipping150(), ClientUrl.onRelease("one"));

        assertThat(reply()).contains("no update");
    }

    @Test
    void asks_again_when_the_state_is_replaced() {
        Rehearsed rehearsed = Rehearsed.release149();
        ask(rehearsed, ClientUrl.onRelease("145.0"));

        rehearsed.set(1, "Stop at 140", 1).edits(204, RuleField.MAPPING, "Firefox-150");
        screens.stateIsReplaced();

        assertThat(staged()).contains("differs", "Firefox-150");
    }

    @Test
    void leaves_what_is_typed_and_not_asked_yet_when_the_state_is_replaced() {
        Rehearsed rehearsed = Rehearsed.release149();
        ask(rehearsed, ClientUrl.onRelease("145.0"));
        screens.enter(url(), "/update/6/half");

        rehearsed.set(1, "Later", 1).edits(204, RuleField.PRIORITY, 91);
        screens.stateIsReplaced();

        assertThat(url().getValue()).isEqualTo("/update/6/half");
    }

    @Test
    void starts_from_a_client_whom_the_queue_changes_something_for() {
        screens.open(Rehearsed.shipping150(), "channels/release-cdntest");

        _click(_get(Button.class, button -> button.withText("Start from an example")));

        assertThat(staged()).contains("differs").doesNotContain("no update");
        assertThat(url().getValue()).contains("/release/");
    }

    @Test
    void starts_from_a_client_who_gets_an_update_where_the_queue_changes_nothing() {
        screens.open(Rehearsed.release149(), "channels/release-cdntest");

        _click(_get(Button.class, button -> button.withText("Start from an example")));

        assertThat(staged()).contains("same").doesNotContain("no update");
    }

    @Test
    void fills_its_fields_from_the_url() {
        ask(Rehearsed.shipping150(), ClientUrl.onRelease("145.0"));

        assertThat(field("Version").getValue()).isEqualTo("145.0");
        assertThat(field("Locale").getValue()).isEqualTo("en-US");
    }

    @Test
    void asks_what_the_fields_say() {
        ask(Rehearsed.shipping150(), ClientUrl.onRelease("145.0"));

        screens.enter(field("Version"), "130.0");
        screens.enter(field("System"), "Windows_NT 10.0");
        _click(_get(_get(AskPanel.class), Button.class, button -> button.withText("Ask")));

        assertThat(url().getValue()).contains("/130.0/", "/Windows_NT%2010.0/");
        assertThat(staged()).contains("Firefox-140");
    }

    @Test
    void needs_no_url_where_the_fields_are_filled() {
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
