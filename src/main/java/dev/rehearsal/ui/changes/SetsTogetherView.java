package dev.rehearsal.ui.changes;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.insight.review.Reviews;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.probe.ChangeSetImpact;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.links.PickedSets;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Several sets one below the other, each in full, and what can be done with all of them after that look. */
@Route(value = "changes/together", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("changes.css")
class SetsTogetherView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(SetsTogetherView.class);

    private final Reviews reviews;
    private final PartTexts texts;
    private final ChangeSetImpact impacts;
    private final Actor viewer;
    private final H1 heading = new H1();
    private final Div column = new Div();
    private final TogetherCard actions;
    private final Div body;
    private final Map<ChangeSetId, SetInFull> shown = new LinkedHashMap<>();
    private PickedSets picked = new PickedSets(List.of());

    SetsTogetherView(
            Reviews reviews,
            PartTexts texts,
            ChangeSetImpact impacts,
            TogetherDialogs decisions,
            SignedIn signedIn,
            OpenScreens openScreens) {
        this.reviews = reviews;
        this.texts = texts;
        this.impacts = impacts;
        this.viewer = signedIn.actor();
        this.actions = new TogetherCard(decisions);
        column.addClassName("main-column");
        body = new Div(column, new Aside(actions));
        body.addClassName("set-body");
        addClassNames("change-set", "sets-together");
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        picked = PickedSets.of(entering.getLocation().getQueryParameters());
        shown.clear();
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return PickedSets.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("set.page-title", heading.getText());
    }

    private void refresh() {
        List<Review> found = picked.ids().stream()
                .map(id -> reviews.of(id, viewer))
                .flatMap(Optional::stream)
                .toList();
        heading.setText(MESSAGES.get("together.title", found.size()));
        removeAll();
        add(new Header(heading));
        if (found.isEmpty()) {
            add(new EmptyState(
                    MESSAGES.get("together.none"), ChangesNavigation.linkToQueue(MESSAGES.get("set.none.next"))));
            return;
        }
        List<TogetherCard.LookedAt> looked = new ArrayList<>();
        for (Review review : found) {
            SetInFull full =
                    shown.computeIfAbsent(review.set().id(), id -> new SetInFull(texts, impacts, this::refresh));
            looked.add(new TogetherCard.LookedAt(review, full.show(review)));
            column.add(full);
        }
        actions.show(looked);
        add(body);
    }
}
