package dev.rehearsal.ui.following;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.access.Access;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.enactment.FollowState;
import dev.rehearsal.enactment.FollowedTables;
import dev.rehearsal.enactment.MirroredKind;
import dev.rehearsal.mirror.Follower;
import dev.rehearsal.mirror.TakeOver;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.Toast;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.FollowingNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows which Balrog is followed, how that goes, and what there should be before this installation takes over from it.
 */
@Route(value = FollowingNavigation.PATH, layout = MainLayout.class)
@PermitAll
class FollowingView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(FollowingView.class);

    private final FollowedTables tables;
    private final Follower follower;
    private final TakeOver takeOver;
    private final Access access;
    private final SignedIn signedIn;
    private final Div body = new Div();

    FollowingView(
            FollowedTables tables,
            Follower follower,
            TakeOver takeOver,
            Access access,
            SignedIn signedIn,
            OpenScreens openScreens) {
        this.tables = tables;
        this.follower = follower;
        this.takeOver = takeOver;
        this.access = access;
        this.signedIn = signedIn;
        Header header = new Header(new H1(MESSAGES.get("following")));
        header.addClassName("screen-header");
        add(header, body);
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        refresh();
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page");
    }

    private void refresh() {
        body.removeAll();
        FollowState following = tables.latest().orElse(null);
        if (following == null) {
            body.add(new EmptyState(MESSAGES.get("nobody"), new Paragraph(MESSAGES.get("nobody.next"))));
        } else if (!following.goesOn()) {
            body.add(ended(following));
        } else {
            body.add(state(following), checklist());
        }
    }

    private static Component ended(FollowState following) {
        Card card = new Card(MESSAGES.get("ended"));
        card.show(new Paragraph(MESSAGES.parts(
                "ended.said",
                following.source(),
                Moment.exact(Objects.requireNonNull(following.endedAt())),
                Objects.requireNonNull(following.endedBy()))));
        return card;
    }

    private Component state(FollowState following) {
        Card card = new Card(MESSAGES.get("source"));
        UnorderedList facts = new UnorderedList();
        facts.add(new ListItem(new Anchor(following.source(), following.source())));
        facts.add(new ListItem(MESSAGES.get(
                "mirrored",
                following.kinds().stream()
                        .sorted()
                        .map(MirroredKind::words)
                        .distinct()
                        .collect(Collectors.joining(", ")))));
        if (following.isFilling()) {
            facts.add(new ListItem(follower.filled()
                    .map(filled -> MESSAGES.get("filling", filled.here(), filled.all()))
                    .orElse(MESSAGES.get("filling.begun"))));
        } else if (following.lookedAt() != null) {
            facts.add(new ListItem(MESSAGES.parts("looked", Moment.exact(following.lookedAt()))));
        }
        if (following.trouble() != null) {
            facts.add(new ListItem(MESSAGES.get("trouble", following.trouble())));
        }
        card.show(facts);
        return card;
    }

    private Component checklist() {
        List<TakeOver.Checked> checked = takeOver.checklist();
        UnorderedList points = new UnorderedList();
        checked.forEach(point -> points.add(item(point)));
        Button button = new Button(MESSAGES.get("take-over"), click -> ask());
        button.addThemeNames("primary");
        Card card = new Card(MESSAGES.get("take-over.title"));
        card.show(
                new Paragraph(MESSAGES.get("take-over.explained")),
                points,
                new DisabledReasonButton(button, whyNot(checked)));
        return card;
    }

    private static ListItem item(TakeOver.Checked checked) {
        String key = "point." + checked.point().name().toLowerCase(Locale.ROOT);
        Chip chip = checked.isThere()
                ? new Chip(Tone.GOOD, "✓", MESSAGES.get("point.there"))
                : checked.point().isNeeded()
                        ? new Chip(Tone.BAD, "!", MESSAGES.get("point.needed"))
                        : new Chip(Tone.CAREFUL, "▲", MESSAGES.get("point.missing"));
        return new ListItem(chip, new Span(" " + MESSAGES.get(key)));
    }

    private @Nullable String whyNot(List<TakeOver.Checked> checked) {
        if (!access.may(signedIn.actor(), new RequiredPermission(PermissionName.ADMIN, null, null))) {
            return MESSAGES.get("take-over.admin");
        }
        return checked.stream().anyMatch(point -> point.point().isNeeded() && !point.isThere())
                ? MESSAGES.get("take-over.not-yet")
                : null;
    }

    private void ask() {
        new ConfirmationDialog(MESSAGES.get("take-over.question"), MESSAGES.get("take-over"), () -> {
                    takeOver.now(signedIn.actor());
                    Toast.say(MESSAGES.get("take-over.done"));
                    refresh();
                })
                .saying(
                        MESSAGES.get("take-over.writes"),
                        MESSAGES.get("take-over.signoffs"),
                        MESSAGES.get("take-over.for-good"))
                .dangerous()
                .open();
    }
}
