package dev.rehearsal.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.history.JournalEntries;
import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.AsOf;
import dev.rehearsal.ui.frame.BrowserZone;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.PageLinks;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.links.HistoryAddress;
import dev.rehearsal.ui.links.HistoryAddress.Narrowing;
import dev.rehearsal.ui.links.HistoryNavigation;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A screen with everything that was written, newest first: who did what to which object, when, and through which set.
 */
@Route(value = "history", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("history.css")
class HistoryView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(HistoryView.class);
    private static final int ENTRIES = 50;

    private final JournalEntries journal;
    private final HistoryChoices choices;
    private final SnapshotKeeper snapshots;
    private final SignedIn signedIn;
    private final Clock clock;
    private final Div asOf = new Div();
    private final HistoryFilterBar bar = new HistoryFilterBar(this::narrow);
    private final WritesTable table = WritesTable.ofEverything();
    private final Div nothing = new Div();
    private final PageLinks pages = new PageLinks(ENTRIES);
    private HistoryAddress address = HistoryAddress.EVERYTHING;

    HistoryView(
            JournalEntries journal,
            HistoryChoices choices,
            SnapshotKeeper snapshots,
            SignedIn signedIn,
            OpenScreens openScreens,
            Clock clock) {
        this.journal = journal;
        this.choices = choices;
        this.snapshots = snapshots;
        this.signedIn = signedIn;
        this.clock = clock;
        asOf.addClassName("facts");
        Header header = new Header(new H1(MESSAGES.get("title")), asOf);
        header.addClassName("screen-header");
        Section list = new Section(bar, table, nothing, pages);
        list.addClassName("card");
        list.getElement().setAttribute("aria-label", MESSAGES.get("title"));
        addClassName("history");
        add(header, list);
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = HistoryAddress.of(entering.getLocation().getQueryParameters());
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return HistoryAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page-title");
    }

    private void refresh() {
        NodeState state = snapshots.current();
        bar.offer(choices.in(state));
        bar.show(address.narrowing());
        showAsOf();
        try {
            show(
                    journal.page(
                            signedIn.actor(),
                            address.filter(BrowserZone.of(UI.getCurrent())),
                            new Paging(address.page(), ENTRIES)),
                    testChannel(state));
        } catch (RefusedException refused) {
            showNothing(Sentence.of(refused));
        }
    }

    /** Beyond the first page nothing moves while others write. */
    private void showAsOf() {
        Instant until = address.until();
        asOf.removeAll();
        if (until == null) {
            asOf.add(new AsOf(clock.instant()));
        } else {
            asOf.add(MESSAGES.parts(
                    "until",
                    Moment.exact(until),
                    HistoryNavigation.linkTo(MESSAGES.get("until.newest"), address.newest())));
        }
    }

    private void show(Page<JournalEntry> page, @Nullable ChannelMapping channel) {
        if (page.items().isEmpty()) {
            showNothing(
                    page.count() > 0
                            ? MESSAGES.get("empty.page", Integer.toString(address.page()))
                            : MESSAGES.get(address.narrowing().narrows() ? "empty.narrowed" : "empty"));
            return;
        }
        nothing.removeAll();
        table.setVisible(true);
        table.show(page.items(), channel);
        Instant newest = page.items().getFirst().at();
        pages.show(address.page(), page, (text, number) -> HistoryNavigation.linkTo(text, address.at(number, newest)));
    }

    private void showNothing(String why) {
        table.setVisible(false);
        pages.removeAll();
        nothing.removeAll();
        Component[] everything = address.equals(HistoryAddress.EVERYTHING)
                ? new Component[0]
                : new Component[] {HistoryNavigation.linkTo(MESSAGES.get("empty.everything"), HistoryAddress.EVERYTHING)
                };
        nothing.add(new EmptyState(why, everything));
    }

    /** That which shows what the list is narrowed down to; null for none. */
    private @Nullable ChannelMapping testChannel(NodeState state) {
        Narrowing narrowing = address.narrowing();
        return state.mappings().stream()
                .filter(mapping -> mapping.testChannel().equals(narrowing.channel())
                        || mapping.liveChannel().equals(narrowing.channel()))
                .filter(mapping -> mapping.product() == null
                        || narrowing.product().isEmpty()
                        || Objects.equals(mapping.product(), narrowing.product()))
                .findFirst()
                .orElse(null);
    }

    private void narrow(Narrowing narrowing) {
        address = address.narrowedTo(narrowing);
        HistoryNavigation.note(getUI().orElseThrow(), address);
        refresh();
    }
}
