package dev.rehearsal.ui.changes;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.history.WaysBack;
import dev.rehearsal.history.WaysBack.WayBack;
import dev.rehearsal.insight.preview.ChangePreview;
import dev.rehearsal.insight.review.Differences;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.probe.ChangeSetImpact;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.ui.changeset.DifferencesCard;
import dev.rehearsal.ui.changeset.ImpactCard;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.links.GoBackAddress;
import dev.rehearsal.ui.proposal.ChangePreviewCard;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.proposal.Schedule;
import dev.rehearsal.ui.proposal.SchedulePanel;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Goes back on sets that are live: one set that restores just what they changed, with who gets something else by it. */
@Route(value = "changes/back", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("rules.css")
@StyleSheet("changes.css")
class GoBackView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle, SchedulePanel.Listener {

    private static final Messages MESSAGES = Messages.beside(GoBackView.class);

    private static final int MOST_OFFERED = 200;

    private final WaysBack going;
    private final ChangeSets changeSets;
    private final ProposalSession proposal;
    private final ChangeSetImpact impacts;
    private final SnapshotKeeper snapshots;
    private final StoredContents contents;
    private final H1 heading = new H1();
    private final MultiSelectComboBox<ChangeSet> sets = new MultiSelectComboBox<>(MESSAGES.get("back.sets"));
    private final Div why = new Div();
    private final Card left = new Card(MESSAGES.get("back.left"));
    private final ImpactCard impact = new ImpactCard();
    private final DifferencesCard differences;
    private final ChangePreviewCard prospect = new ChangePreviewCard();
    private final SchedulePanel schedule = new SchedulePanel(this, prospect);
    private GoBackAddress address = new GoBackAddress(List.of());
    private WayBack way = new WayBack(List.of(), List.of(), List.of());

    GoBackView(
            WaysBack going,
            ChangeSets changeSets,
            ProposalSession proposal,
            ChangeSetImpact impacts,
            PartTexts texts,
            SnapshotKeeper snapshots,
            StoredContents contents,
            OpenScreens openScreens) {
        this.going = going;
        this.changeSets = changeSets;
        this.proposal = proposal;
        this.impacts = impacts;
        this.snapshots = snapshots;
        this.contents = contents;
        this.differences = new DifferencesCard(texts);
        sets.setItemLabelGenerator(set -> MESSAGES.get("back.set", set.id().toString(), set.title()));
        sets.setWidthFull();
        sets.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                choose(change.getValue());
            }
        });
        Div main = new Div(sets, why, left, impact, differences);
        main.addClassName("main-column");
        Div body = new Div(main, new Aside(prospect, schedule));
        body.addClassNames("form-body", "set-body");
        addClassNames("rule-form-view", "change-set");
        add(new Header(heading), body);
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        address = GoBackAddress.of(entering.getLocation().getQueryParameters());
        schedule.offer(List.of());
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return GoBackAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("set.page-title", heading.getText());
    }

    private void choose(Set<ChangeSet> chosen) {
        address = new GoBackAddress(chosen.stream().map(ChangeSet::id).toList());
        ChangesNavigation.note(ui(), address);
        refresh();
    }

    private void refresh() {
        offer();
        why.removeAll();
        left.setVisible(false);
        impact.show(List.of());
        differences.setVisible(false);
        heading.setText(MESSAGES.get("back.none-chosen"));
        if (address.sets().isEmpty()) {
            showNothing(MESSAGES.get("back.choose"));
            return;
        }
        try {
            way = going.from(address.sets());
            show();
        } catch (RefusedException refused) {
            showNothing(Sentence.of(refused));
        }
    }

    private void offer() {
        List<ChangeSet> chosen = address.sets().stream()
                .flatMap(id -> changeSets.find(id).stream())
                .toList();
        Set<ChangeSet> all = new LinkedHashSet<>(chosen);
        changeSets.ended(MOST_OFFERED).stream()
                .filter(set -> set.state() instanceof ChangeSet.Enacted && !set.isConfiguration())
                .forEach(all::add);
        if (!sets.getListDataView().getItems().toList().equals(List.copyOf(all))) {
            sets.setItems(all);
        }
        sets.setValue(new LinkedHashSet<>(chosen));
    }

    private void showNothing(String sentence) {
        way = new WayBack(List.of(), List.of(), List.of());
        why.add(new EmptyState(sentence, ChangesNavigation.linkToHistory(MESSAGES.get("back.history"))));
        prospect.showNothing(MESSAGES.get("back.nothing"));
        schedule.allow(MESSAGES.get("back.nothing"));
    }

    private void show() {
        heading.setText(title());
        schedule.suggest(title());
        List<ListItem> items = way.left().stream()
                .map(sentence -> new ListItem(Sentence.of(sentence)))
                .toList();
        left.setVisible(!items.isEmpty());
        left.show(new Paragraph(MESSAGES.get("back.left.why")), new UnorderedList(items.toArray(ListItem[]::new)));
        if (way.changes().isEmpty()) {
            why.add(new Paragraph(MESSAGES.get("back.as-before")));
            prospect.showNothing(MESSAGES.get("back.nothing"));
            schedule.allow(MESSAGES.get("back.nothing"));
            return;
        }
        why.add(new Paragraph(MESSAGES.get("back.then")));
        lookAhead();
    }

    private void lookAhead() {
        try {
            ChangePreview found = proposal.lookAhead(schedule.schedule(), way.changes());
            prospect.show(found, List.of());
            schedule.allow(null);
            impact.show(impacts.ifLive(found.set()));
            differences.show(Differences.between(snapshots.current().live(), found.set(), contents));
            differences.setVisible(true);
        } catch (RefusedException refused) {
            prospect.showNothing(Sentence.of(refused));
            schedule.allow(Sentence.of(refused));
        }
    }

    private String title() {
        List<String> titles = new ArrayList<>();
        way.sets().forEach(set -> titles.add(MESSAGES.get("back.quoted", set.title())));
        return ChangeSet.shortened(MESSAGES.get("back.title", String.join(", ", titles)));
    }

    @Override
    public void onChoice() {
        if (!way.changes().isEmpty()) {
            lookAhead();
        }
    }

    @Override
    public void onSave(Schedule chosen) {
        schedule.showNoProblem();
        try {
            ChangeSet set = proposal.save(chosen, way.changes());
            ChangesNavigation.open(ui(), set.id());
        } catch (RefusedException refused) {
            schedule.show(refused, problem -> false);
        }
    }

    @Override
    public void onCancel() {
        if (address.sets().isEmpty()) {
            ChangesNavigation.openHistory(ui());
        } else {
            ChangesNavigation.open(ui(), address.sets().getFirst());
        }
    }

    private UI ui() {
        return getUI().orElseThrow();
    }
}
