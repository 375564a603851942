package dev.rehearsal.ui.releases;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.insight.preview.ReleaseTable;
import dev.rehearsal.insight.preview.ReleaseTables;
import dev.rehearsal.insight.preview.RuleTables;
import dev.rehearsal.insight.preview.ServingRules;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.links.NewRolloutAddress;
import dev.rehearsal.ui.links.ReleaseAddress;
import dev.rehearsal.ui.links.ReleaseNavigation;
import dev.rehearsal.ui.links.RolloutNavigation;
import dev.rehearsal.ui.links.RuleNavigation;
import dev.rehearsal.ui.proposal.ProposalSession;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * A screen that asks which rule shall serve a release: one of those that serve its product, or a new one; the form of
 * the rule follows.
 */
@Route(value = "releases/:name/ship", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("releases.css")
class ShipView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final Messages MESSAGES = Messages.beside(ShipView.class);

    private static final int MOST_SHOWN = 100;

    private final ReleaseTables releases;
    private final RuleTables rules;
    private final ProposalSession proposal;
    private final ComboBox<String> channel = new ComboBox<>(MESSAGES.get("ship.channel"));
    private final Card choice = new Card(MESSAGES.get("ship.rules"));
    private ReleaseName name = new ReleaseName("");

    ShipView(ReleaseTables releases, RuleTables rules, ProposalSession proposal, OpenScreens openScreens) {
        this.releases = releases;
        this.rules = rules;
        this.proposal = proposal;
        channel.setPlaceholder(MESSAGES.get("every-channel"));
        channel.setClearButtonVisible(true);
        channel.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                refresh();
            }
        });
        addClassNames("release-page", "release-task");
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        name = ReleaseName.ofSegment(
                entering.getRouteParameters().get(ReleaseNavigation.NAME).orElse(""));
        refresh();
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("title", MESSAGES.get("ship.title", name));
    }

    private void refresh() {
        removeAll();
        add(new Header(new H1(MESSAGES.get("ship.title", name))));
        releases.current()
                .find(name)
                .ifPresentOrElse(
                        this::show,
                        () -> add(new EmptyState(
                                MESSAGES.get("unknown", name.value()),
                                ReleaseNavigation.linkToAll(MESSAGES.get("all-releases")))));
    }

    private void show(ReleaseTable.Row row) {
        RouterLink back = ReleaseNavigation.linkTo(MESSAGES.get("compare.open", name), name, ReleaseAddress.PLAIN);
        String whyNot = ReleaseHeader.whyNotShip(row, proposal);
        if (whyNot != null) {
            add(new EmptyState(Sentence.of(whyNot), back));
            return;
        }
        String product = row.release().product();
        List<Rule> all = ServingRules.of(rules.current(), product);
        offer(all);
        List<Rule> wanted = all.stream()
                .filter(rule -> channel.getValue() == null
                        || rule.channel() == null
                        || rule.channel().equals(channel.getValue()))
                .toList();
        Paragraph anew = new Paragraph(MESSAGES.parts(
                "ship.new", RuleNavigation.linkToServeAnew(MESSAGES.get("ship.new.rule"), product, name)));
        Paragraph steps = new Paragraph(MESSAGES.parts(
                "ship.steps",
                RolloutNavigation.linkToNew(
                        MESSAGES.get("ship.steps.plan"),
                        new NewRolloutAddress(name.value(), channel.getValue() == null ? "" : channel.getValue()))));
        choice.show(
                steps,
                anew,
                channel,
                wanted.isEmpty() ? new EmptyState(MESSAGES.get("ship.none", product)) : table(wanted));
        if (wanted.size() > MOST_SHOWN) {
            choice.add(new Paragraph(MESSAGES.get("ship.more", wanted.size() - MOST_SHOWN)));
        }
        add(choice, back);
    }

    private void offer(List<Rule> all) {
        String chosen = channel.getValue();
        TreeSet<String> channels = new TreeSet<>();
        all.stream().map(Rule::channel).filter(Objects::nonNull).forEach(channels::add);
        channel.setItems(channels);
        channel.setValue(chosen != null && channels.contains(chosen) ? chosen : null);
    }

    private Component table(List<Rule> wanted) {
        NativeTable table = new NativeTable();
        table.addClassName("plain-table");
        table.setCaptionText(MESSAGES.get("ship.rules"));
        NativeTableRow head = table.getHead().addRow();
        for (String column : List.of("rule", "channel", "priority", "serves", "do")) {
            head.addHeaderCell().setText(MESSAGES.get("ship." + column));
        }
        wanted.stream().limit(MOST_SHOWN).forEach(rule -> addRow(table.getBody().addRow(), rule));
        return table;
    }

    private void addRow(NativeTableRow row, Rule rule) {
        String called = "#" + rule.id() + (rule.alias() == null ? "" : " " + rule.alias());
        NativeTableHeaderCell head = row.addHeaderCell();
        head.getElement().setAttribute("scope", "row");
        head.add(RuleNavigation.linkTo(called, rule.id()));
        row.addDataCell().setText(Objects.requireNonNullElse(rule.channel(), MESSAGES.get("every-channel")));
        var priority = row.addDataCell();
        priority.getElement().setAttribute("data-label", MESSAGES.get("ship.priority"));
        priority.setText(Integer.toString(rule.priority()));
        row.addDataCell().setText(rule.mapping() == null ? "—" : rule.mapping().value());
        var action = row.addDataCell();
        if (name.equals(rule.mapping())) {
            action.setText(MESSAGES.get("ship.already"));
        } else {
            RouterLink serve = RuleNavigation.linkToServe(MESSAGES.get("ship.here"), rule.id(), name);
            serve.getElement().setAttribute("aria-label", MESSAGES.get("ship.here.label", called));
            action.add(serve);
        }
    }
}
