package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.UI;
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
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.insight.preview.RuleTables;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.Query;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.links.ManyRulesTask;
import dev.rehearsal.ui.links.PickedRules;
import dev.rehearsal.ui.links.RuleFilter;
import dev.rehearsal.ui.links.RuleNavigation;
import dev.rehearsal.ui.links.RulesAddress;
import dev.rehearsal.ui.proposal.ChangePreviewCard;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.proposal.Schedule;
import dev.rehearsal.ui.proposal.SchedulePanel;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives one field of several rules the same value, or deletes them: as one change set, shown rule by rule before. */
@Route(value = "rules/many/:task(edit|delete)", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("rules.css")
class ManyRulesView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle, SchedulePanel.Listener {

    private static final Messages MESSAGES = Messages.beside(ManyRulesView.class);

    private final RuleTables tables;
    private final ProposalSession proposing;
    private final H1 heading = new H1();
    private final ManyRulesEntry entry;
    private final ManyRulesCard rules = new ManyRulesCard();
    private final ChangePreviewCard prospect = new ChangePreviewCard();
    private final SchedulePanel schedule = new SchedulePanel(this, prospect);
    private final Div body;
    private ManyRulesTask task = ManyRulesTask.EDIT;
    private PickedRules picked = new PickedRules(List.of());

    ManyRulesView(RuleTables tables, ProposalSession proposing, OpenScreens openScreens) {
        this.tables = tables;
        this.proposing = proposing;
        this.entry = new ManyRulesEntry(() -> Suggestions.of(tables.current()), this::refresh);
        Div main = new Div(entry, rules);
        main.addClassName("rule-form");
        body = new Div(main, new Aside(prospect, schedule));
        body.addClassName("form-body");
        addClassName("rule-form-view");
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        task = entering.getRouteParameters()
                .get(RuleNavigation.TASK)
                .flatMap(ManyRulesTask::named)
                .orElse(ManyRulesTask.EDIT);
        picked = PickedRules.parse(Query.text(entering.getLocation().getQueryParameters(), RuleNavigation.RULES));
        schedule.offer(proposing.ownSets());
        entry.setVisible(task == ManyRulesTask.EDIT);
        entry.begin();
    }

    @Override
    public AddressParameters parameters() {
        return RuleNavigation.OF_MANY;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page", heading.getText());
    }

    private List<RuleRow> rows() {
        RuleTable table = tables.current();
        return picked.ids().stream()
                .flatMap(id -> table.find(id).stream())
                .map(row -> new RuleRow(row, table))
                .toList();
    }

    private List<ManyRulesLine> lines() {
        return rows().stream().map(this::line).toList();
    }

    private ManyRulesLine line(RuleRow row) {
        if (task == ManyRulesTask.DELETE) {
            return ManyRulesLine.deleted(row);
        }
        return entry.isMissing()
                ? ManyRulesLine.untouched(row, entry.field())
                : ManyRulesLine.edited(row, entry.field(), entry.text());
    }

    private void refresh() {
        List<ManyRulesLine> lines = lines();
        heading.setText(MESSAGES.get("many.title." + task.wireName(), lines.size()));
        removeAll();
        if (lines.isEmpty()) {
            add(
                    heading,
                    new EmptyState(
                            MESSAGES.get("many.none"), new RouterLink(MESSAGES.get("unknown.all"), RulesView.class)));
            return;
        }
        add(new Header(heading), body);
        rules.show(lines, column());
        schedule.suggest(title(lines));
        String missing = missing(lines);
        schedule.allow(missing);
        if (missing == null) {
            lookAhead(proposals(lines));
        } else {
            prospect.showNothing(missing);
        }
    }

    private String column() {
        return RuleLabels.label(task == ManyRulesTask.DELETE ? RuleField.MAPPING : entry.field());
    }

    private String title(List<ManyRulesLine> lines) {
        int count = proposals(lines).size();
        return task == ManyRulesTask.DELETE || count == 0
                ? MESSAGES.get("many.title." + task.wireName(), count == 0 ? lines.size() : count)
                : MESSAGES.get(
                        "many.set",
                        count,
                        entry.field().wireName(),
                        entry.text().isEmpty() ? MESSAGES.get("facts.nothing") : entry.text());
    }

    /** Returns why there is nothing to schedule; null if there is. */
    private @Nullable String missing(List<ManyRulesLine> lines) {
        if (task == ManyRulesTask.EDIT) {
            String problem = entry.problem(lines, tables.current());
            if (problem != null) {
                return problem;
            }
            if (entry.isMissing()) {
                return MESSAGES.get("many.enter");
            }
        }
        return proposals(lines).isEmpty() ? MESSAGES.get("many.nothing") : null;
    }

    private static List<Proposal> proposals(List<ManyRulesLine> lines) {
        return lines.stream()
                .map(ManyRulesLine::proposal)
                .filter(Objects::nonNull)
                .toList();
    }

    private void lookAhead(List<Proposal> proposals) {
        try {
            prospect.show(proposing.lookAhead(schedule.schedule(), proposals), List.of());
        } catch (RefusedException refused) {
            prospect.showNothing(Sentence.of(refused));
        }
    }

    @Override
    public void onChoice() {
        refresh();
    }

    @Override
    public void onSave(Schedule chosen) {
        schedule.showNoProblem();
        try {
            ChangeSet set = proposing.save(chosen, proposals(lines()));
            RuleNavigation.open(
                    ui(), new RulesAddress(RuleFilter.NONE, "", set.id().value()));
        } catch (RefusedException refused) {
            schedule.show(refused, problem -> false);
        }
    }

    @Override
    public void onCancel() {
        RuleNavigation.open(ui(), RulesAddress.ALL);
    }

    private UI ui() {
        return getUI().orElseThrow();
    }
}
