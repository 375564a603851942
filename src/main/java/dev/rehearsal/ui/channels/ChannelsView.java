package dev.rehearsal.ui.channels;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.enactment.Notices;
import dev.rehearsal.insight.preview.ChannelOverview;
import dev.rehearsal.insight.schedule.Agenda;
import dev.rehearsal.insight.schedule.Agenda.Lane;
import dev.rehearsal.ui.changeset.NoticeBanner;
import dev.rehearsal.ui.frame.AsOf;
import dev.rehearsal.ui.frame.BrowserZone;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** Home: every live channel with its test channels, whether what testers see is what is to come, and what comes when. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
@StyleSheet("channels.css")
class ChannelsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(ChannelsView.class);

    private final Agenda agenda;
    private final ChannelOverview overview;
    private final Notices notices;
    private final Clock clock;
    private final Div asOf = new Div();
    private final NoticeBanner banner = new NoticeBanner();
    private final Timeline timeline = new Timeline();
    private final Div channels = new Div();
    private List<Lane> shown = List.of();

    ChannelsView(Agenda agenda, ChannelOverview overview, Notices notices, OpenScreens openScreens, Clock clock) {
        this.agenda = agenda;
        this.overview = overview;
        this.notices = notices;
        this.clock = clock;
        asOf.addClassName("facts");
        Header header = new Header(new H1(MESSAGES.get("channels.title")), asOf);
        addClassName("channels");
        add(header, banner, timeline, channels);
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        refresh();
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page", MESSAGES.get("channels.title"));
    }

    private void refresh() {
        asOf.removeAll();
        asOf.add(new AsOf(clock.instant()));
        banner.show(notices.latest());
        List<Lane> current = agenda.lanes();
        timeline.show(current, clock.instant(), BrowserZone.of(UI.getCurrent()));
        if (current.equals(shown) && !current.isEmpty()) {
            return;
        }
        shown = current;
        channels.removeAll();
        channels.add(
                current.isEmpty()
                        ? new NoChannels(overview.exampleOfMapping())
                        : new ChannelTable(current, clock.instant()));
    }
}
