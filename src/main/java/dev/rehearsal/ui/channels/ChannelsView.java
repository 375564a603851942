package dev.rehearsal.ui.channels;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.enactment.Notices;
import dev.rehearsal.insight.preview.ChannelOverview;
import dev.rehearsal.insight.schedule.Agenda;
import dev.rehearsal.insight.schedule.Agenda.Lane;
import dev.rehearsal.insight.traffic.LiveTraffic;
import dev.rehearsal.live.MappingProposal;
import dev.rehearsal.ui.changeset.NoticeBanner;
import dev.rehearsal.ui.frame.AsOf;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.BrowserZone;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.Tone;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Home: what is live on every channel, what comes next and when, who must act, and what testers see. */
@Route(value = "", layout = MainLayout.class)
@PermitAll
@StyleSheet("channels.css")
class ChannelsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(ChannelsView.class);

    private static final int AT_FIRST = 24;

    private final Agenda agenda;
    private final ChannelOverview overview;
    private final Notices notices;
    private final Clock clock;
    private final ChannelTraffic traffic;
    private final Div asOf = new Div();
    private final NoticeBanner banner = new NoticeBanner();
    private final Timeline timeline = new Timeline();
    private final Span summary = new Span();
    private final Div channels = new Div();
    private List<Lane> shown = List.of();

    ChannelsView(
            Agenda agenda,
            ChannelOverview overview,
            Notices notices,
            LiveTraffic traffic,
            BackgroundWork work,
            OpenScreens openScreens,
            Clock clock) {
        this.agenda = agenda;
        this.overview = overview;
        this.notices = notices;
        this.clock = clock;
        this.traffic = new ChannelTraffic(traffic, work);
        addDetachListener(detached -> this.traffic.stop());
        asOf.addClassName("facts");
        summary.addClassName("facts");
        Header header = new Header(new H1(MESSAGES.get("channels.title")), summary, asOf);
        addClassName("channels");
        add(header, banner, timeline, channels, this.traffic.nothing());
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
        showLanes();
        traffic.look();
    }

    private void showLanes() {
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
        traffic.clear();
        summary.removeAll();
        if (current.isEmpty()) {
            channels.add(new NoChannels());
            return;
        }
        summarize(current);
        show(current);
    }

    private void summarize(List<Lane> lanes) {
        long queued = lanes.stream()
                .flatMap(lane -> lane.channel().queue().stream())
                .distinct()
                .count();
        summary.add(new Span(MESSAGES.get("channels.summary", lanes.size(), queued)));
        long undecided = lanes.stream()
                .flatMap(lane -> lane.undecided().stream())
                .distinct()
                .count();
        if (undecided > 0) {
            Chip chip = new Chip(Tone.BAD, "!", MESSAGES.get("channels.undecided", undecided));
            summary.add(chip);
        }
    }

    private void show(List<Lane> lanes) {
        List<MappingProposal> suggested = overview.suggestedMappings();
        Instant now = clock.instant();
        if (lanes.stream().noneMatch(lane -> lane.channel().isMapped())) {
            channels.add(NoChannels.unmapped());
        }
        List<Lane> first = new ArrayList<>();
        List<Lane> further = new ArrayList<>();
        for (Lane lane : lanes) {
            boolean matters = lane.channel().isMapped()
                    || lane.sets() > 0
                    || !lane.undecided().isEmpty()
                    || lane.channel().isStopped();
            (matters || first.size() < AT_FIRST ? first : further).add(lane);
        }
        channels.add(new ChannelTable(MESSAGES.get("channels.caption"), first, suggested, traffic, now));
        if (!further.isEmpty()) {
            channels.add(folded(further, suggested, now));
        }
    }

    /** Made when somebody opens it: there may be hundreds. */
    private NativeDetails folded(List<Lane> further, List<MappingProposal> suggested, Instant now) {
        Div content = new Div();
        NativeDetails details = new NativeDetails(MESSAGES.get("channels.more", further.size()), content);
        details.addClassName("further");
        details.addToggleListener(toggled -> {
            if (toggled.isOpened() && content.getComponentCount() == 0) {
                content.add(new ChannelTable(MESSAGES.get("channels.caption.more"), further, suggested, traffic, now));
                traffic.look();
            }
        });
        return details;
    }
}
