package dev.rehearsal.preview.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.preview.ChannelOverview;
import dev.rehearsal.preview.ChannelOverview.LiveChannel;
import dev.rehearsal.shell.AsOf;
import dev.rehearsal.shell.MainLayout;
import dev.rehearsal.shell.Messages;
import dev.rehearsal.shell.OpenScreens;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** Home: every live channel with its test channels, and whether what testers see is what is to come. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
@StyleSheet("channels.css")
class ChannelsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(ChannelsView.class);

    private final ChannelOverview overview;
    private final Clock clock;
    private final Div asOf = new Div();
    private final Div channels = new Div();
    private List<LiveChannel> shown = List.of();

    ChannelsView(ChannelOverview overview, OpenScreens openScreens, Clock clock) {
        this.overview = overview;
        this.clock = clock;
        asOf.addClassName("facts");
        Header header = new Header(new H1(MESSAGES.get("channels.title")), asOf);
        addClassName("channels");
        add(header, channels);
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
        List<LiveChannel> current = overview.liveChannels();
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
