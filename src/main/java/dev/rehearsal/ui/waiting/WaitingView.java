package dev.rehearsal.ui.waiting;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.insight.review.Reviews;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.probe.ChangeSetImpact;
import dev.rehearsal.probe.SetRegions;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.changeset.CommentDialogs;
import dev.rehearsal.ui.changeset.MeasuredRequests;
import dev.rehearsal.ui.changeset.RailDialogs;
import dev.rehearsal.ui.changeset.SignoffDialogs;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.links.WaitingNavigation;
import dev.rehearsal.ui.preview.TestDesks;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists what the signed-in user can sign or test, each looked at beside the list. */
@Route(value = "waiting", layout = MainLayout.class)
@PermitAll
@StyleSheet("changes.css")
@StyleSheet("preview.css")
@StyleSheet("waiting.css")
class WaitingView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(WaitingView.class);

    private final WaitingItems items;
    private final Reviews reviews;
    private final PartTexts texts;
    private final ChangeSetImpact impacts;
    private final SetRegions regions;
    private final MeasuredRequests measured;
    private final TestDesks desks;
    private final SignoffDialogs signing;
    private final RailDialogs passing;
    private final CommentDialogs commenting;
    private final Actor viewer;
    private final WaitingList list = new WaitingList();
    private final Div panel = new Div();
    private List<WaitingItem> waiting = List.of();
    private String open = "";
    private @Nullable Open shown;

    /** @param key of what the panel shows */
    private record Open(String key, Component panel) {}

    WaitingView(
            WaitingItems items,
            Reviews reviews,
            PartTexts texts,
            ChangeSetImpact impacts,
            SetRegions regions,
            MeasuredRequests measured,
            TestDesks desks,
            SignoffDialogs signing,
            RailDialogs passing,
            CommentDialogs commenting,
            SignedIn signedIn,
            OpenScreens openScreens) {
        this.items = items;
        this.reviews = reviews;
        this.texts = texts;
        this.impacts = impacts;
        this.regions = regions;
        this.measured = measured;
        this.desks = desks;
        this.signing = signing;
        this.passing = passing;
        this.commenting = commenting;
        this.viewer = signedIn.actor();
        Span keys = new Span(MESSAGES.get("keys"));
        keys.addClassName("facts");
        Div body = new Div(list, panel);
        body.addClassName("waiting-body");
        addClassName("waiting");
        add(new Header(new H1(MESSAGES.get("title")), keys), body);
        openScreens.keepCurrent(this, () -> {
            refresh();
            getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        open = entering.getLocation()
                .getQueryParameters()
                .getSingleParameter(WaitingNavigation.OPEN)
                .orElse("");
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return WaitingNavigation.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page-title", waiting.size());
    }

    private void refresh() {
        waiting = items.of(viewer);
        list.show(waiting, items.undecidedOfOthers(viewer), open);
        if (open.startsWith(WaitingItem.SET) || open.startsWith(WaitingItem.RAIL)) {
            set(open).flatMap(id -> reviews.of(id, viewer)).ifPresentOrElse(this::show, this::showNone);
        } else {
            waiting.stream()
                    .filter(item -> item.key().equals(open))
                    .findFirst()
                    .ifPresentOrElse(this::show, this::showNone);
        }
    }

    private static Optional<ChangeSetId> set(String key) {
        try {
            return Optional.of(new ChangeSetId(Long.parseLong(key.substring(key.indexOf('-') + 1))));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private void show(Review review) {
        ChangeSetPanel current =
                shown != null && shown.key().equals(open) && shown.panel() instanceof ChangeSetPanel known
                        ? known
                        : new ChangeSetPanel(
                                review.set(),
                                texts,
                                impacts,
                                regions,
                                measured,
                                passing,
                                commenting,
                                this::sign,
                                signing::revoke);
        current.show(review);
        put(current);
    }

    private void show(WaitingItem item) {
        switch (item) {
            case WaitingItem.OfState ofState -> show(ofState);
            case WaitingItem.OfComment ofComment ->
                reviews.of(ofComment.waiting().set().id(), viewer)
                        .ifPresentOrElse(review -> show(ofComment, review), this::showNone);
            case WaitingItem.OfSet _, WaitingItem.OfDecision _, WaitingItem.OfRail _, WaitingItem.OfRollout _ ->
                showNone();
        }
    }

    private void show(WaitingItem.OfComment item, Review review) {
        CommentPanel current = shown != null && shown.key().equals(open) && shown.panel() instanceof CommentPanel known
                ? known
                : new CommentPanel(commenting);
        current.show(item, review);
        put(current);
    }

    private void show(WaitingItem.OfState item) {
        StatePanel current = shown != null && shown.key().equals(open) && shown.panel() instanceof StatePanel known
                ? known
                : new StatePanel(item, desks.open());
        current.show(item, items.setsShown(item), items.preview(item));
        put(current);
    }

    private void showNone() {
        String missing = open.isEmpty()
                ? waiting.isEmpty() ? MESSAGES.get("panel.done") : MESSAGES.get("panel.none")
                : MESSAGES.get("panel.gone");
        put(new EmptyState(missing));
    }

    private void put(Component current) {
        if (shown == null || shown.panel() != current) {
            panel.removeAll();
            panel.add(current);
        }
        shown = new Open(open, current);
    }

    /** And goes on to the next one. */
    private void sign(Review review, Role role) {
        String key = WaitingItem.OfSet.keyOf(review.set());
        Optional<WaitingItem> next = after(key);
        signing.signAtOnce(review, role);
        UI ui = getUI().orElseThrow();
        boolean signed = items.of(viewer).stream().noneMatch(item -> item.key().equals(key));
        if (signed) {
            next.ifPresent(item -> {
                WaitingNavigation.open(ui, item.key());
                list.focus(item);
            });
        } else {
            refresh();
        }
    }

    private Optional<WaitingItem> after(String key) {
        for (int at = 0; at < waiting.size(); at++) {
            if (waiting.get(at).key().equals(key)) {
                return waiting.size() == 1 ? Optional.empty() : Optional.of(waiting.get((at + 1) % waiting.size()));
            }
        }
        return Optional.empty();
    }
}
