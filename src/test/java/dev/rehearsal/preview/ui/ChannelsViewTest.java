package dev.rehearsal.preview.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.preview.Rehearsed.aFirefoxRule;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.sidenav.SideNavItem;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.preview.Rehearsed;
import dev.rehearsal.shell.Moment;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Scope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChannelsViewTest {

    @RegisterExtension
    final Screens screens = new Screens();

    private void open(Rehearsed rehearsed) {
        screens.open(rehearsed, "");
    }

    @Test
    void groups_test_channels_under_their_live_channel_and_product() {
        open(Rehearsed.release149()
                .mapping("Firefox", "release", "release-localtest")
                .mapping("Firefox", "beta", "beta-cdntest")
                .mapping(null, "nightly", "nightly-localtest"));

        assertThat(groups())
                .satisfiesExactly(
                        release -> assertThat(release)
                                .startsWith("releaseFirefox")
                                .contains("release-cdntest", "release-localtest"),
                        beta -> assertThat(beta).startsWith("betaFirefox").contains("beta-cdntest"),
                        nightly -> assertThat(nightly)
                                .startsWith("nightlyevery product")
                                .contains("nightly-localtest"));
    }

    @Test
    void tells_how_long_the_queue_is_and_what_is_due_next() {
        open(Rehearsed.shipping150());

        assertThat(row("release")).contains("3 change sets queued", "Ship 150.0");
        assertThat(_get(_get(NativeTableBody.class), Moment.class).getElement().getAttribute("datetime"))
                .isEqualTo(Rehearsed.NOW.plus(Duration.ofHours(4)).toString());
    }

    @Test
    void says_that_a_set_is_past_due() {
        open(Rehearsed.release149().set(1, "Forgotten", -1).edits(204, RuleField.PRIORITY, 91));

        assertThat(row("release")).contains("past due");
    }

    @Test
    void proves_that_a_test_channel_shows_live_exactly() {
        open(Rehearsed.release149());

        assertThat(row("release-cdntest")).contains("shows release exactly").doesNotContain("differs");
        List<String> fingerprints =
                _find(FingerprintLabel.class).stream().map(Screens::textOf).toList();
        assertThat(fingerprints).hasSize(2).containsOnly(fingerprints.getFirst());
        assertThat(fingerprints.getFirst()).matches("[0-9a-f]{4}·[0-9a-f]{4}");
    }

    @Test
    void says_how_a_test_channel_differs() {
        open(Rehearsed.shipping150());

        assertThat(row("release-cdntest")).contains("≠", "differs", "1 edited · 1 added · 1 removed");
    }

    @Test
    void counts_releases_that_the_queue_brings() {
        open(Rehearsed.release149()
                .set(1, "Ship 151.0", 4)
                .addsRelease("Firefox-151", "151.0")
                .edits(204, RuleField.MAPPING, "Firefox-151"));

        assertThat(row("release-cdntest")).contains("1 edited · 1 release");
    }

    @Test
    void says_what_the_scope_of_each_test_channel_shows() {
        open(Rehearsed.shipping150()
                .mapping("Firefox", "release", "whole")
                .mapping("Firefox", "release", "next", new Scope.NextOnly())
                .mapping("Firefox", "release", "second", new Scope.UpTo(new ChangeSetId(2)))
                .mapping("Firefox", "release", "third", new Scope.Only(new ChangeSetId(3)))
                .mapping("Firefox", "release", "gone", new Scope.Only(new ChangeSetId(9))));

        assertThat(row("whole")).contains("whole queue");
        assertThat(row("next")).contains("next change set only");
        assertThat(row("second")).contains("up to Watershed for < 140");
        assertThat(row("third")).contains("only Raise to 50 %");
        assertThat(row("gone")).contains("only change set 9", "scope gone, shows live");
    }

    @Test
    void counts_conflicts_and_shadowed_rules() {
        open(Rehearsed.shipping150()
                .rule(aFirefoxRule(990).forChannel("release-cdntest"))
                .rule(aFirefoxRule(204).mapsTo("Firefox-140")));

        assertThat(row("release-cdntest")).contains("1 conflict", "1 shadowed rule");
    }

    @Test
    void marks_what_an_emergency_shutoff_stops() {
        open(Rehearsed.release149().stopped("Firefox", "release").stopped("Firefox", "other"));

        assertThat(row("release")).contains("shut off");
        assertThat(row("release-cdntest")).doesNotContain("shut off");
    }

    @Test
    void leads_from_each_test_channel_to_its_preview() {
        open(Rehearsed.shipping150());

        screens.follow("release-cdntest");

        assertThat(screens.heading()).startsWith("release-cdntest is release plus");
    }

    @Test
    void says_without_a_mapping_how_to_make_one() {
        open(Rehearsed.nothing()
                .rule(aFirefoxRule(1))
                .rule(aFirefoxRule(2))
                .rule(aFirefoxRule(3).forChannel("beta")));

        assertThat(screens.text()).contains("No test channel is mapped yet");
        assertThat(_get(Pre.class).getText())
                .contains("/api/channel_mappings", "\"product\": \"Firefox\"", "\"live_channel\": \"release\"");
    }

    @Test
    void shows_the_new_state_as_soon_as_it_is_served() {
        Rehearsed rehearsed = Rehearsed.release149();
        open(rehearsed);

        rehearsed.set(1, "Throttle", 2).edits(204, RuleField.BACKGROUND_RATE, 10);
        screens.stateIsReplaced();

        assertThat(row("release")).contains("Throttle");
        assertThat(row("release-cdntest")).contains("1 edited");
    }

    @Test
    void has_one_heading_and_says_as_of_when() {
        open(Rehearsed.release149());

        assertThat(_find(H1.class)).hasSize(1);
        assertThat(screens.text()).contains("as of Mon 23 Nov 2026, 09:42 UTC");
    }

    @Test
    void stands_in_the_menu_before_the_preview() {
        open(Rehearsed.release149());

        assertThat(_find(SideNavItem.class)).extracting(SideNavItem::getLabel).containsExactly("Channels", "Preview");
    }

    private static List<String> groups() {
        return _find(NativeTableBody.class).stream().map(Screens::textOf).toList();
    }

    private static String row(String channel) {
        return _find(NativeTableRow.class).stream()
                .filter(row -> row.getAllCells().stream()
                        .findFirst()
                        .filter(name -> Screens.textOf(name).matches(channel + "(Firefox)?"))
                        .isPresent())
                .map(Screens::textOf)
                .findFirst()
                .orElseThrow();
    }
}
