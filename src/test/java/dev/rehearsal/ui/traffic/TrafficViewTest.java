package dev.rehearsal.ui.traffic;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import dev.rehearsal.Desk;
import dev.rehearsal.Office;
import dev.rehearsal.TestClock;
import dev.rehearsal.TestDatabase;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.probe.ListedRequests;
import dev.rehearsal.serve.sample.Sample;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.traffic.InventedTraffic;
import dev.rehearsal.traffic.ListDraft;
import dev.rehearsal.traffic.LoadedLists;
import dev.rehearsal.traffic.PackedSample;
import dev.rehearsal.traffic.SampledSpan;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrafficViewTest {

    private static final String URL = "/update/3/Firefox/0.5/0/p/de/release/os/d/dv/update.xml";

    private final Office office = new Office(TestDatabase.H2);
    private final LoadedLists lists = TestDatabase.H2.bean(LoadedLists.class);

    @RegisterExtension
    final Desk desk = new Desk(TestDatabase.H2);

    private void requests(String channel, long seen) {
        requests(SampledSpan.INVENTED, channel, seen);
    }

    private void requests(String node, String channel, long seen) {
        TestDatabase.H2
                .bean(InventedTraffic.class)
                .put(List.of(new SampledSpan(
                        node,
                        new ProductChannel("Firefox", channel),
                        TestClock.START.minus(Duration.ofHours(2)),
                        TestClock.START.minus(Duration.ofHours(1)),
                        TestClock.START.minus(Duration.ofHours(1)),
                        PackedSample.of(Sample.of(seen, List.of())))));
    }

    private void list() throws IOException {
        lists.load(
                new Actor(Office.GRETA),
                new ListDraft("CDN of Monday", TestClock.START.minusSeconds(60), TestClock.START),
                new ListedRequests(new ByteArrayInputStream(("7 " + URL).getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void saysThatNothingHasComeYet() {
        desk.open(Office.ADA, "traffic");

        assertThat(desk.text()).contains("No requests have come yet.");
    }

    @Test
    void tellsHowManyRequestsCameOnEachChannel() {
        requests("release", 1_234_567);
        requests("release-cdntest", 3);
        desk.open(Office.ADA, "traffic");

        assertThat(desk.text())
                .contains("1,234,567")
                .contains("release-cdntest")
                .contains("requests invented for the demo")
                .doesNotContain("the sample");
    }

    @Test
    void saysThatOnlyPartOfTheFiguresIsInvented() {
        requests("release", 1_000);
        requests("node-1", "release", 3);
        requests("node-2", "release", 2);
        desk.open(Office.ADA, "traffic");

        assertThat(desk.text()).contains("1,005", "the sample, and requests invented for the demo");
    }

    @Test
    void namesTheListThatFiguresAreMadeOf() throws IOException {
        list();
        desk.open(Office.ADA, "traffic");

        assertThat(desk.text()).contains("the list ‘CDN of Monday’").contains("Firefox on release: 7 requests, 7 kept");
    }

    @Test
    void onlyAdministratorsAreShownHowToLoadAndRemoveLists() throws IOException {
        list();
        desk.open(Office.ADA, "traffic");

        assertThat(desk.text()).contains("Lists are loaded by administrators: you lack");
        assertThat(_find(Button.class, spec -> spec.withText("Remove"))).isEmpty();
    }

    @Test
    void aListIsRemovedOnceThatIsConfirmed() throws IOException {
        list();
        desk.open(Office.GRETA, "traffic");
        _click(_get(Button.class, spec -> spec.withText("Remove")));
        _click(_get(_get(ConfirmationDialog.class), Button.class, spec -> spec.withText("Remove")));

        assertThat(lists.all()).isEmpty();
        assertThat(desk.text()).contains("No requests have come yet.");
    }
}
