package dev.rehearsal.ui.history;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static dev.rehearsal.LiveFirefox.ADA;
import static dev.rehearsal.LiveFirefox.RITA;
import static dev.rehearsal.LiveFirefox.edit;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.LiveFirefox;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** At 9:00 everything was written; at 10:00 a set was queued; at 11:00 it went live. */
class HistoryViewTest {

    @RegisterExtension
    final Page page = new Page(TestDatabase.H2);

    private final LiveFirefox firefox = new LiveFirefox(TestDatabase.H2);
    private final TestClock clock = TestDatabase.H2.bean(TestClock.class);
    private final ChangeSet shipping;

    HistoryViewTest() {
        anHourPasses();
        shipping = firefox.pending(ADA, "Ship 150", 9, edit(311, "mapping", "Firefox-150"));
        anHourPasses();
        TestDatabase.H2.bean(EnactmentService.class).enact(ADA, shipping.id());
        anHourPasses();
    }

    private void anHourPasses() {
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void tellsWhoDidWhatWhenAndThroughWhichSetNewestFirst() {
        page.open(RITA, "history");

        assertThat(page.heading()).isEqualTo("History");
        assertThat(_find(H1.class)).hasSize(1);
        assertThat(rows()).satisfies(rows -> {
            assertThat(rows.getFirst())
                    .startsWith("Mon 2 Mar 2026, 11:00 UTC ada@rehearsal.example")
                    .contains("Edited rule #311 mapping Firefox-128 → Firefox-150")
                    .contains("Enacted change set #" + shipping.id())
                    .endsWith("#" + shipping.id());
            assertThat(rows.get(1))
                    .startsWith("Mon 2 Mar 2026, 10:00 UTC ada@rehearsal.example")
                    .contains("Scheduled change set #" + shipping.id() + " “Ship 150”", "To be edited: rule #311");
            assertThat(rows.getLast()).startsWith("Mon 2 Mar 2026, 09:00 UTC writer@rehearsal.example");
        });
    }

    @Test
    void leadsToWhatWasWrittenAndToItsSet() {
        page.open(ADA, "history");

        page.follow("#311");

        assertThat(page.location()).isEqualTo("rules?rule=311");
    }

    @Test
    void isRestoredWholeFromItsUrl() {
        page.open(
                ADA,
                "history?person=ada@rehearsal.example&object=rule,change&product=Firefox&channel=release&from=2026-03-02"
                        + "&to=2026-03-03&set=" + shipping.id());

        assertThat(rows())
                .singleElement()
                .asString()
                .contains("Edited rule #311")
                .doesNotContain("To be edited");
        assertThat(_find(ComboBox.class))
                .extracting(ComboBox::getValue)
                .containsExactly("ada@rehearsal.example", "Firefox", "release");
        assertThat(objects().getValue()).containsExactlyInAnyOrder("rule", "change");
        assertThat(_find(DatePicker.class))
                .extracting(DatePicker::getValue)
                .containsExactly(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3));
        assertThat(_get(TextField.class).getValue()).isEqualTo(shipping.id().toString());
    }

    @Test
    void isNarrowedDownByHandAndSaysSoInItsUrl() {
        page.open(ADA, "history");

        page.enter(objects(), Set.of("rule"));
        page.enter(_get(TextField.class), shipping.id().toString());

        assertThat(rows()).singleElement().asString().contains("Edited rule #311");
        page.click("Clear");
        assertThat(rows()).hasSizeGreaterThan(1);
    }

    @Test
    void saysThatNothingIsLikeThatAndLeadsBackToEverything() {
        page.open(ADA, "history?from=2030-01-01");

        assertThat(Page.textOf(_get(EmptyState.class))).contains("Nothing like this was written: widen the filters.");
        page.follow("Show everything");
        assertThat(rows()).isNotEmpty();
    }

    @Test
    void saysThatAKindOfObjectIsUnknown() {
        page.open(ADA, "history?object=ruel");

        assertThat(Page.textOf(_get(EmptyState.class))).contains("'ruel' is none of rule, release");
        assertThat(objects().getValue()).isEmpty();
    }

    @Test
    void saysThatThereIsNoSuchPage() {
        page.open(ADA, "history?page=4711");

        assertThat(Page.textOf(_get(EmptyState.class))).contains("There is no page 4711.");
    }

    @Test
    void showsWhatOthersWriteMeanwhile() {
        page.open(ADA, "history");

        page.meanwhile(() -> firefox.live(edit(204, "mapping", "Firefox-140")));

        assertThat(rows().getFirst()).contains("Edited rule #204 mapping Firefox-149 → Firefox-140");
    }

    @Test
    void pagesBackWithoutAJumpWhileOthersWrite() {
        for (int priority = 1; priority <= 30; priority++) {
            firefox.live(edit(204, "priority", priority));
        }
        page.open(ADA, "history?object=rule,change");
        assertThat(page.text()).contains("1–50 of ");

        page.follow("Older");
        List<String> before = rows();
        anHourPasses();
        page.meanwhile(() -> firefox.live(edit(204, "mapping", "Firefox-140")));

        assertThat(rows()).isEqualTo(before).isNotEmpty();
        assertThat(page.location()).contains("page=2", "until=");
        assertThat(page.text()).contains("Up to Mon 2 Mar 2026, 12:00 UTC");
        page.follow("Show the newest");
        assertThat(rows().getFirst()).contains("Edited rule #204 mapping Firefox-149 → Firefox-140");
    }

    @Test
    void leadsToHowTheChannelWasThenWhereItIsNarrowedDownToOne() {
        page.open(ADA, "history?object=rule&channel=release&set=" + shipping.id());

        page.follow("Mon 2 Mar 2026, 11:00 UTC");

        assertThat(page.heading()).isEqualTo("release-cdntest as of Mon 2 Mar 2026, 11:00 UTC");
    }

    @Test
    void namesNoPermissionsToThoseWhoMayNotSeeThem() {
        firefox.permit(ADA, PermissionName.RULE);

        page.open(RITA, "history");

        assertThat(page.text()).doesNotContain("the permission");
        assertThat(objects().getListDataView().getItems())
                .contains("rule", "verdict")
                .doesNotContain("permission", "role");
        assertThat(people()).containsExactly(RITA.name());
    }

    @Test
    void namesPermissionsToThoseWhoMay() {
        firefox.permit(RITA, PermissionName.RULE);

        page.open(ADA, "history?object=permission");

        assertThat(rows().getFirst()).contains("Gave rita@rehearsal.example the permission rule");
        assertThat(people()).contains(ADA.name(), RITA.name());
    }

    @Test
    void saysWhatSomebodyLacksWhoAsksForPermissions() {
        page.open(RITA, "history?object=permission");

        assertThat(Page.textOf(_get(EmptyState.class)))
                .contains("lacks the permission 'permission' with action 'view'");
    }

    @Test
    void beginsEmpty() {
        TestDatabase.H2.emptied();
        TestDatabase.H2.admin(ADA);

        page.open(ADA, "history");

        assertThat(Page.textOf(_get(EmptyState.class))).startsWith("Nothing was written yet.");
        assertThat(_find(RouterLink.class, link -> link.withText("Show everything")))
                .isEmpty();
    }

    private static List<String> rows() {
        return _find(NativeTableRow.class).stream().skip(1).map(Page::textOf).toList();
    }

    @SuppressWarnings("unchecked")
    private static MultiSelectComboBox<String> objects() {
        return _get(MultiSelectComboBox.class);
    }

    @SuppressWarnings("unchecked")
    private static List<String> people() {
        return ((ComboBox<String>) _find(ComboBox.class).getFirst())
                .getListDataView()
                .getItems()
                .toList();
    }
}
