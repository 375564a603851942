package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.MadeTitle;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.insight.preview.RuleTables;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.links.RuleNavigation;
import dev.rehearsal.ui.links.RulesAddress;
import dev.rehearsal.ui.proposal.ChangePreviewCard;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.proposal.Schedule;
import dev.rehearsal.ui.proposal.SchedulePanel;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Removes a rule, as a change set, after a look at what goes. */
@Route(value = "rules/:rule/remove", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("rules.css")
class RuleRemovalView extends Main implements BeforeEnterObserver, HasDynamicTitle, SchedulePanel.Listener {

    private static final Messages MESSAGES = Messages.beside(RuleRemovalView.class);

    private final RuleTables tables;
    private final ProposalSession proposal;
    private final H1 heading = new H1();
    private final Section what = new Section();
    private final ChangePreviewCard prospect = new ChangePreviewCard();
    private final SchedulePanel schedule = new SchedulePanel(this, prospect);
    private final Div body = new Div(what, new Aside(prospect, schedule));
    private String id = "";

    RuleRemovalView(RuleTables tables, ProposalSession proposal, OpenScreens openScreens) {
        this.tables = tables;
        this.proposal = proposal;
        what.addClassName("card");
        body.addClassName("form-body");
        addClassName("rule-form-view");
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        id = entering.getRouteParameters().get(RuleNavigation.RULE).orElse("");
        schedule.offer(proposal.ownSets());
        refresh();
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page", heading.getText());
    }

    private void refresh() {
        removeAll();
        RuleTable table = tables.current();
        RuleRow row = RuleRow.find(id, table).orElse(null);
        if (row == null || row.row().fate() == RuleTable.Fate.REMOVED) {
            heading.setText(MESSAGES.get("unknown.title", id));
            add(
                    heading,
                    new EmptyState(
                            row == null ? RuleTitles.unknown(id) : MESSAGES.get("removal.leaves", id),
                            new RouterLink(MESSAGES.get("unknown.all"), RulesView.class)));
            return;
        }
        Rule rule = row.row().current();
        String title = MESSAGES.get("removal.title", RuleTitles.name(rule));
        heading.setText(title);
        what.removeAll();
        what.add(
                new H2(MESSAGES.get("removal.what")),
                new RuleSentence(rule),
                new Paragraph(MESSAGES.get("removal.consequence")),
                new RuleFacts(row));
        schedule.suggest(MadeTitle.ofRemoval(rule.id(), rule.alias()));
        lookAhead(proposal(row));
        add(new Header(heading), body);
    }

    private void lookAhead(Proposal removal) {
        try {
            prospect.show(proposal.lookAhead(schedule.schedule(), List.of(removal)), List.of());
        } catch (RefusedException refused) {
            prospect.showNothing(Sentence.of(refused));
        }
    }

    private static Proposal proposal(RuleRow row) {
        boolean live = row.row().fate() != RuleTable.Fate.ADDED;
        Rule current = row.row().current();
        return new Proposal.RemoveRule(current.id(), live ? current.dataVersion() : null);
    }

    @Override
    public void onChoice() {
        refresh();
    }

    @Override
    public void onSave(Schedule chosen) {
        RuleRow row = RuleRow.find(id, tables.current()).orElse(null);
        schedule.showNoProblem();
        if (row == null) {
            refresh();
            return;
        }
        try {
            ChangeSet set = proposal.save(chosen, List.of(proposal(row)));
            RuleNavigation.openAgain(ui(), RuleTitles.afterSaving(set, row));
        } catch (RefusedException refused) {
            schedule.show(refused, problem -> false);
        }
    }

    @Override
    public void onCancel() {
        RuleNavigation.openAgain(ui(), RulesAddress.ALL.withRule(id));
    }

    private UI ui() {
        return getUI().orElseThrow();
    }
}
