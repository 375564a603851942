package dev.rehearsal.ui.following;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.enactment.FollowState;
import dev.rehearsal.enactment.FollowedTables;
import dev.rehearsal.enactment.MirroredKind;
import dev.rehearsal.ui.frame.FrameNotice;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;

/** Tells on every screen whose rules these are, and since when they may be others there. */
@Service
class FollowNotice implements FrameNotice {

    private static final Messages MESSAGES = Messages.beside(FollowNotice.class);

    private final FollowedTables tables;
    private final Clock clock;

    FollowNotice(FollowedTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public List<Component> current() {
        FollowState following = tables.latest().filter(FollowState::goesOn).orElse(null);
        if (following == null) {
            return List.of();
        }
        Instant stale = following.staleSince(clock.instant()).orElse(null);
        Anchor source = new Anchor(following.source(), following.source());
        Span said = new Span();
        said.addClassName("said");
        if (following.isFilling()) {
            said.add(MESSAGES.parts("notice.filling", source));
        } else {
            said.add(MESSAGES.parts("notice.followed", source));
            if (!following.kinds().contains(MirroredKind.SETS)) {
                said.add(new Span(" " + MESSAGES.get("notice.public")));
            }
        }
        if (stale != null) {
            said.add(new Span(" "));
            said.add(MESSAGES.parts("notice.stale", Moment.exact(stale)));
        }
        Span sign = new Span(stale == null ? "○" : "▲");
        sign.getElement().setAttribute("aria-hidden", "true");
        Div banner = new Div(new Div(sign, said, new RouterLink(MESSAGES.get("notice.open"), FollowingView.class)));
        banner.addClassNames("stop-notice", "warning");
        banner.getElement().setAttribute("role", "region").setAttribute("aria-label", MESSAGES.get("notice.region"));
        return List.of(banner);
    }
}
