package dev.rehearsal.ui.changes;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.AsOf;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.links.ChangesAddress;
import dev.rehearsal.ui.links.ChangesAddress.Stage;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.links.PickedSets;
import dev.rehearsal.ui.links.RuleNavigation;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The queue, what is held back or drafted, and what went live: one line for each set. */
@Route(value = "changes", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("changes.css")
class ChangesView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(ChangesView.class);

    private final ListedSets sets;
    private final Clock clock;
    private final Div asOf = new Div();
    private final ChangesBar bar = new ChangesBar(this::narrow);
    private final ChangesGrid grid;
    private final Span picked = new Span();
    private final DisabledReasonButton together =
            new DisabledReasonButton(new Button(MESSAGES.get("list.together"), click -> lookTogether()));
    private final Div pickedBar = new Div(picked, together);
    private final Div nothing = new Div();
    private final Button older = new Button(MESSAGES.get("list.older"), click -> showOlder());
    private ChangesAddress address = ChangesAddress.EVERYTHING_PENDING;
    private int most = ListedSets.PAGE;

    ChangesView(ListedSets sets, BackgroundWork work, OpenScreens openScreens, Clock clock) {
        this.sets = sets;
        this.clock = clock;
        this.grid = new ChangesGrid(work, sets, this::showPicked);
        asOf.addClassName("facts");
        picked.addClassName("counts");
        picked.getElement().setAttribute("role", "status");
        pickedBar.addClassNames("bar", "picked-bar");
        older.addThemeNames("small", "tertiary");
        Section list = new Section(bar, pickedBar, grid.progress(), grid, nothing, older);
        list.addClassNames("card", "changes-list");
        list.getElement().setAttribute("aria-label", MESSAGES.get("list"));
        addClassName("changes");
        add(new Header(new H1(MESSAGES.get("list.title")), asOf), list);
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = ChangesAddress.of(entering.getLocation().getQueryParameters());
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return ChangesAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("list.page-title");
    }

    private void refresh() {
        asOf.removeAll();
        asOf.add(new AsOf(clock.instant()));
        List<ListedSet> all = sets.in(address.stage(), most);
        List<ListedSet> listed = all.stream()
                .filter(set -> set.audience().includes(address.product(), address.channel()))
                .filter(set -> set.mentions(address.text()))
                .toList();
        bar.show(address, sets.counts(), all, listed.size());
        grid.show(address.stage(), listed);
        grid.setVisible(!listed.isEmpty());
        showPicked();
        nothing.removeAll();
        if (listed.isEmpty()) {
            nothing.add(all.isEmpty() ? none(address.stage()) : noneLeft());
        }
        older.setVisible(sets.hasMore(address.stage(), most, all.size()));
    }

    private void showPicked() {
        int count = grid.picked().size();
        pickedBar.setVisible(grid.isVisible() && ChangesGrid.canPick(address.stage()));
        picked.setText(MESSAGES.get("list.picked", count));
        picked.setVisible(count > 0);
        together.allow(
                count == 0
                        ? MESSAGES.get("list.together.none")
                        : count > PickedSets.MOST ? MESSAGES.get("list.together.too-many", PickedSets.MOST) : null);
    }

    private void lookTogether() {
        ChangesNavigation.open(getUI().orElseThrow(), new PickedSets(grid.picked()));
    }

    private static EmptyState none(Stage stage) {
        return switch (stage) {
            case PENDING ->
                new EmptyState(
                        MESSAGES.get("list.empty.pending"), RuleNavigation.linkToAdd(MESSAGES.get("list.empty.rule")));
            case HELD -> new EmptyState(MESSAGES.get("list.empty.held"), toQueue());
            case DRAFTS ->
                new EmptyState(
                        MESSAGES.get("list.empty.drafts"), RuleNavigation.linkToAdd(MESSAGES.get("list.empty.rule")));
            case HISTORY -> new EmptyState(MESSAGES.get("list.empty.history"), toQueue());
        };
    }

    private static RouterLink toQueue() {
        return ChangesNavigation.linkToQueue(MESSAGES.get("set.none.next"));
    }

    private EmptyState noneLeft() {
        return new EmptyState(
                MESSAGES.get("list.empty"),
                ChangesNavigation.linkTo(MESSAGES.get("list.empty.clear"), address.narrowedTo(null, null, "")));
    }

    private void narrow(@Nullable String product, @Nullable String channel, String text) {
        address = address.narrowedTo(product, channel, text);
        ChangesNavigation.note(getUI().orElseThrow(), address);
        refresh();
    }

    private void showOlder() {
        most += ListedSets.PAGE;
        refresh();
    }
}
