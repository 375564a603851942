package dev.rehearsal.ui.emergency;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.history.Revisions;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.PerState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.ui.frame.FrameNotice;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.PersonName;
import dev.rehearsal.ui.links.EmergencyAddress;
import dev.rehearsal.ui.links.EmergencyNavigation;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells on every screen what is shut off, since when, by whom and why. */
@Service
class StopNotice implements FrameNotice {

    private static final Messages MESSAGES = Messages.beside(StopNotice.class);
    private static final Paging LATEST = new Paging(1, 1);
    private static final int MOST = 3;

    private final SnapshotKeeper snapshots;
    private final PerState<List<Stop>> stops;

    StopNotice(SnapshotKeeper snapshots, Revisions revisions) {
        this.snapshots = snapshots;
        this.stops = new PerState<>(state -> stops(state, revisions));
    }

    /** @param since the write that made it; null where no history tells */
    private record Stop(Shutoff shutoff, @Nullable Revision<Shutoff> since) {}

    private static List<Stop> stops(NodeState state, Revisions revisions) {
        return state.circumstances().shutoffs().stream()
                .sorted(Comparator.comparing(Shutoff::product).thenComparing(Shutoff::channel))
                .map(shutoff -> new Stop(
                        shutoff,
                        revisions.ofShutoff(shutoff.product(), shutoff.channel(), LATEST).items().stream()
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    @Override
    public List<Component> current() {
        List<Stop> all = stops.of(snapshots.current());
        if (all.isEmpty()) {
            return List.of();
        }
        Div banner = new Div();
        banner.addClassName("stop-notice");
        banner.getElement().setAttribute("role", "region").setAttribute("aria-label", MESSAGES.get("notice"));
        all.stream().limit(MOST).forEach(stop -> banner.add(line(stop)));
        if (all.size() > MOST) {
            banner.add(new Div(MESSAGES.parts(
                    "notice.more",
                    EmergencyNavigation.link(
                            MESSAGES.get("notice.more.link", all.size() - MOST), EmergencyAddress.PLAIN))));
        }
        return List.of(banner);
    }

    private static Div line(Stop stop) {
        Span sign = new Span("■");
        sign.getElement().setAttribute("aria-hidden", "true");
        Span said = new Span(said(stop));
        said.addClassName("said");
        return new Div(sign, said, EmergencyNavigation.link(MESSAGES.get("notice.open"), EmergencyAddress.PLAIN));
    }

    private static Component[] said(Stop stop) {
        Shutoff shutoff = stop.shutoff();
        String comment = shutoff.comment();
        String why = comment == null || comment.isBlank() ? "" : MESSAGES.get("notice.why", comment);
        return stop.since() == null
                ? MESSAGES.parts("notice.stopped", shutoff.product(), shutoff.channel(), why)
                : MESSAGES.parts(
                        "notice.stopped.since",
                        shutoff.product(),
                        shutoff.channel(),
                        Moment.date(stop.since().at()),
                        PersonName.of(stop.since().by()),
                        why);
    }
}
