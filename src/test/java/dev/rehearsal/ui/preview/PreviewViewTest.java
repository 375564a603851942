package dev.rehearsal.ui.preview;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.insight.preview.Rehearsed.aFirefoxRule;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.access.PersonId;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.insight.fingerprint.StaleVerdicts;
import dev.rehearsal.insight.preview.Rehearsed;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.Scope;
import java.util.List;
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
    void says_in_its_heading_what_is_looked_at() {
        openWholeQueue();

        assertThat(screens.heading()).isEqualTo("release-cdntest is release plus +all 3 queued changes");
        assertThat(_find(H1.class)).hasSize(1);
        assertThat(screens.text()).contains("as of Mon 23 Nov 2026, 09:42 UTC");
    }

    @Test
    void says_that_nothing_is_queued() {
        open(Rehearsed.release149(), "channels/release-cdntest");

        assertThat(screens.heading()).isEqualTo("release-cdntest is release exactly =nothing is queued");
        assertThat(screens.text()).contains("shows release exactly");
    }

    @Test
    void shows_the_staged_table_in_evaluation_order_with_removed_rows_in_their_place() {
        openWholeQueue();

        assertThat(screens.rows())
                .containsExactly(
                        "added | 300 | Firefox-140 | version < 140.0 | 100 % | #1413 | Watershed for < 140",
                        "removed | 120 | Firefox-128 | version < 128.0, channel release* | 100 % | #311 | Watershed for < 140",
                        "live | 100 | Firefox-149 | locale ja, ja-JP-mac | 100 % | #877",
                        "edited | 90 | Firefox-149 → Firefox-150 | everyone | nothing → else Firefox-149 | 100 % → 50 % |"
                                + " Main rule of release | #204 firefox-release | Raise to 50 %");
    }

    @Test
    void counts_rules_and_changes() {
        openWholeQueue();

        assertThat(screens.text()).contains("3 rules · 1 edited · 1 added · 1 removed");
    }

    @Test
    void tells_what_the_queue_does_to_a_release_that_a_rule_serves() {
        open(
                Rehearsed.release149()
                        .set(1, "Ship 151.0", 4)
                        .addsRelease("Firefox-151", "151.0")
                        .edits(204, RuleField.MAPPING, "Firefox-151"),
                "channels/release-cdntest");

        assertThat(screens.rows()).singleElement().asString().contains("+ new release");
    }

    @Test
    void shows_the_queue_from_live_on() {
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
    void looks_through_the_set_whose_step_is_followed() {
        openWholeQueue();

        screens.follow("Ship 150.0");

        assertThat(screens.heading()).isEqualTo("release-cdntest would be release plus +1 of 3 queued changes");
        assertThat(screens.rows()).noneMatch(row -> row.startsWith("added"));
        assertThat(steps().get(2)).contains("not shown");
        assertThat(screens.text()).contains("Not what testers get");
    }

    @Test
    void comes_back_to_what_testers_get() {
        open(Rehearsed.shipping150(), "channels/release-cdntest?through=1");

        screens.follow("Show what testers get");

        assertThat(screens.heading()).startsWith("release-cdntest is release plus");
        assertThat(screens.text()).doesNotContain("Not what testers get");
    }

    @Test
    void looks_at_live_alone_from_the_first_step() {
        openWholeQueue();

        screens.follow("release, live");

        assertThat(screens.heading()).isEqualTo("release-cdntest would be release alone ○without 3 queued changes");
        assertThat(screens.rows()).hasSize(3).allMatch(row -> row.startsWith("live"));
    }

    @Test
    void dims_sets_beyond_the_scope_of_the_mapping() {
        open(
                Rehearsed.shipping150().mapping("Firefox", "release", "release-next", new Scope.NextOnly()),
                "channels/release-next");

        assertThat(screens.heading()).contains("1 of 3 queued changes");
        assertThat(_find(ListItem.class, item -> item.withClasses("beyond"))).hasSize(2);
    }

    @Test
    void is_restored_whole_from_its_url() {
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
    void narrows_the_table_to_rows_that_mention_a_text_old_values_included() {
        openWholeQueue();

        screens.enter(filterField(), "FIREFOX-149");

        assertThat(screens.rows()).hasSize(2);
        assertThat(screens.text()).contains("2 shown · 3 rules");
    }

    @Test
    void finds_rows_by_the_set_that_changes_them() {
        openWholeQueue();

        screens.enter(filterField(), "watershed");

        assertThat(screens.rows()).hasSize(2);
    }

    @Test
    void shows_what_changes_and_counts_what_does_not() {
        open(Rehearsed.shipping150(), "channels/release-cdntest");

        assertThat(screens.rows()).hasSize(3).noneMatch(row -> row.startsWith("live"));
        assertThat(fold().getText()).isEqualTo("▸ 1 unchanged");
        assertThat(fold().getElement().getAttribute("aria-expanded")).isEqualTo("false");
    }

    @Test
    void unfolds_what_does_not_change_in_evaluation_order() {
        open(Rehearsed.shipping150(), "channels/release-cdntest");

        _click(fold());

        assertThat(screens.rows()).hasSize(4).anyMatch(row -> row.startsWith("live"));
        assertThat(fold().getText()).isEqualTo("▾ Only what changes");
    }

    @Test
    void folds_nothing_where_nothing_changes() {
        open(Rehearsed.release149(), "channels/release-cdntest");

        assertThat(screens.rows()).hasSize(3);
        assertThat(_find(_get(StagedTablePanel.class), Button.class, spec -> spec.withClasses("fold")))
                .isEmpty();
    }

    @Test
    void finds_what_is_folded() {
        open(Rehearsed.shipping150(), "channels/release-cdntest");

        screens.enter(filterField(), "877");

        assertThat(screens.rows()).singleElement().asString().startsWith("live");
    }

    @Test
    void shows_a_live_channel_itself_where_no_test_channel_does() {
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
    void asks_on_a_live_channel_itself() {
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
    void steps_from_change_to_change() {
        openWholeQueue();

        screens.table().showNextChange();
        screens.table().showNextChange();

        assertThat(screens.table().asSingleSelect().getValue().rule().id().value())
                .isEqualTo(311);
    }

    @Test
    void offers_the_products_that_the_test_channel_is_mapped_for() {
        open(
                Rehearsed.shipping150().mapping("Thunderbird", "release", "release-cdntest"),
                "channels/release-cdntest?product=Thunderbird");

        assertThat(productChoices()).containsExactly("Firefox", "Thunderbird");
        assertThat(screens.text()).contains("0 rules");
    }

    @Test
    void offers_every_product_and_each_where_the_mapping_is_for_all() {
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
    void offers_the_product_that_is_looked_at_even_where_it_has_no_rules() {
        open(Rehearsed.nothing().mapping(null, "nightly", "nightly-test"), "channels/nightly-test?product=Thunderbird");

        assertThat(productChoices()).containsExactly("Every product", "Thunderbird");
    }

    @Test
    void looks_at_the_product_that_is_chosen() {
        open(
                Rehearsed.shipping150().mapping("Thunderbird", "beta", "release-cdntest"),
                "channels/release-cdntest?product=Firefox");
        Select<Object> products = productSelect();

        screens.enter(products, products.getListDataView().getItem(1));

        assertThat(screens.heading()).startsWith("release-cdntest is beta");
    }

    @Test
    void lists_a_conflict_with_its_reason_and_leaves_the_set_out() {
        open(Rehearsed.shipping150().rule(aFirefoxRule(204).mapsTo("Firefox-140")), "channels/release-cdntest");

        assertThat(steps().get(1)).contains("conflict, left out");
        assertThat(lookCard())
                .contains(
                        "Ship 150.0 is left out",
                        "mapping was 'Firefox-149' when this edit was saved and is 'Firefox-140' now");
    }

    @Test
    void lists_shadowed_rules() {
        open(
                Rehearsed.release149()
                        .rule(aFirefoxRule(990).forChannel("release-cdntest").withAlias("copy")),
                "channels/release-cdntest");

        assertThat(lookCard()).contains("shadowed", "Rule #990 copy was made by hand for release-cdntest");
    }

    @Test
    void says_that_the_set_of_the_scope_is_gone() {
        open(
                Rehearsed.shipping150()
                        .mapping("Firefox", "release", "release-cdntest", new Scope.Only(new ChangeSetId(9))),
                "channels/release-cdntest");

        assertThat(lookCard()).contains("scope gone");
        assertThat(screens.rows()).allMatch(row -> row.startsWith("live"));
    }

    @Test
    void warns_of_rules_that_tie_with_a_changed_one() {
        open(
                Rehearsed.release149().set(1, "Same priority", 1).edits(204, RuleField.PRIORITY, 100),
                "channels/release-cdntest");

        assertThat(lookCard()).contains("Rule #204 and rule #877 have priority 100", "then rule #204 decides");
    }

    @Test
    void warns_of_files_without_a_url_in_a_release_that_the_queue_brings() {
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
    void says_what_to_do_about_what_was_found() {
        open(
                Rehearsed.release149().set(1, "Throttle", 1).edits(204, RuleField.BACKGROUND_RATE, 10),
                "channels/release-cdntest");

        assertThat(lookCard())
                .contains("throttled", "Throttle: ", "90 % of the clients of rule #204 get no update at all")
                .contains("Name a fallback mapping, if they shall get one.");
    }

    @Test
    void marks_on_the_strip_what_is_tested_and_what_is_not() {
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
    void says_why_verdicts_are_stale() {
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
    void leaves_out_files_without_a_url_that_are_no_news() {
        open(
                Rehearsed.release149().releaseOnlyFor("release-cdntest", "Firefox-149", "149.0"),
                "channels/release-cdntest");

        assertThat(lookCard()).doesNotContain("no URL");
    }

    @Test
    void says_which_channel_an_emergency_shutoff_stops() {
        open(Rehearsed.release149().stopped("Firefox", "release"), "channels/release-cdntest");

        assertThat(lookCard()).contains("An emergency shutoff stops release. release-cdntest goes on");
    }

    @Test
    void says_that_nothing_needs_a_look() {
        openWholeQueue();

        assertThat(lookCard()).contains("Nothing: no conflict, no tie, no shadowed rule.");
    }

    @Test
    void leads_from_an_unknown_channel_to_those_that_there_are() {
        open(Rehearsed.shipping150(), "channels/nowhere");

        assertThat(screens.heading()).isEqualTo("nowhere");
        assertThat(screens.text()).contains("'nowhere' is not a test channel");
        screens.follow("release-cdntest");
        assertThat(screens.heading()).startsWith("release-cdntest is release");
    }

    @Test
    void leads_from_no_channel_to_those_that_there_are() {
        open(Rehearsed.shipping150(), "channels");

        assertThat(screens.text()).contains("Choose the channel", "release-cdntest shows release of Firefox");
    }

    @Test
    void leads_home_where_no_channel_is_mapped_at_all() {
        open(Rehearsed.nothing(), "channels");

        screens.follow("See how to begin");

        assertThat(screens.heading()).isEqualTo("Channels");
    }

    @Test
    void says_that_a_product_is_not_mapped() {
        open(Rehearsed.shipping150(), "channels/release-cdntest?product=Petrel");

        assertThat(screens.text()).contains("'release-cdntest' is not a test channel of Petrel");
    }

    @Test
    void says_that_a_set_is_not_pending_any_more() {
        open(Rehearsed.shipping150(), "channels/release-cdntest?through=77");

        assertThat(screens.text()).contains("change set 77 is not pending");
    }

    @Test
    void says_how_far_one_can_look() {
        open(Rehearsed.shipping150(), "channels/release-cdntest?through=everything");

        assertThat(screens.text()).contains("How far to look is the number of a pending change set, or 'live'");
    }

    @Test
    void shows_a_new_state_and_keeps_filter_and_selection() {
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
    void turns_to_a_sentence_when_the_set_that_is_looked_through_leaves_the_queue() {
        Rehearsed rehearsed = Rehearsed.shipping150();
        open(rehearsed, "channels/release-cdntest?through=3");

        rehearsed.withdrawn(3);
        screens.stateIsReplaced();

        assertThat(screens.text()).contains("change set 3 is not pending");
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
