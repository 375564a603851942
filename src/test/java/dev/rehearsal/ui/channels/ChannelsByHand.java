package dev.rehearsal.ui.channels;

import dev.rehearsal.enactment.Notices;
import dev.rehearsal.insight.preview.ChannelOverview;
import dev.rehearsal.insight.schedule.Agenda;
import dev.rehearsal.insight.traffic.LiveTraffic;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.MenuEntry;
import dev.rehearsal.ui.frame.OpenScreens;
import java.time.Clock;

/** Home as Spring would make it, for tests of other packages, which do not know its class. */
public final class ChannelsByHand {

    public static final Class<?> VIEW = ChannelsView.class;

    private ChannelsByHand() {}

    public static MenuEntry entry() {
        return new ChannelsMenu().channelsEntry();
    }

    public static Object view(
            Agenda agenda,
            ChannelOverview overview,
            Notices notices,
            LiveTraffic traffic,
            BackgroundWork work,
            OpenScreens openScreens,
            Clock clock) {
        return new ChannelsView(agenda, overview, notices, traffic, work, openScreens, clock);
    }
}
