package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
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
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.Query;
import dev.rehearsal.ui.links.ManyRulesTask;
import dev.rehearsal.ui.links.PickedRules;
import dev.rehearsal.ui.links.RuleFilter;
import dev.rehearsal.ui.links.RuleNavigation;
import dev.rehearsal.ui.links.RulesAddress;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.proposal.ProspectCard;
import dev.rehearsal.ui.proposal.Schedule;
import dev.rehearsal.ui.proposal.SchedulePanel;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives one field of several rules the same value, or deletes them: as one change set, shown rule by rule before. */
@Route(value = "rules/many/:task(edit|delete)", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("rules.css")
class ManyRulesView extends Main implements BeforeEnterObserver, HasDynamicTitle, SchedulePanel.Listener {

    private static final Messages MESSAGES = Messages.beside(ManyRulesView.class);

    private final RuleTables tables;
    private final ProposalSession proposing;
    private final H1 heading = new H1();
    private final ComboBox<RuleField> field = new ComboBox<>(MESSAGES.get("many.field"));
    private final Div value = new Div();
    private final Checkbox clear = new Checkbox(MESSAGES.get("many.clear"), change -> refresh());
    private final Card entry = new Card(MESSAGES.get("many.entry"));
    private final ManyRulesCard rules = new ManyRulesCard();
    private final ProspectCard prospect = new ProspectCard();
    private final SchedulePanel schedule = new SchedulePanel(this, prospect);
    private final Div body;
    private ManyRulesTask task = ManyRulesTask.EDIT;
    private PickedRules picked = new PickedRules(List.of());
    private @Nullable RuleInput input;

    ManyRulesView(RuleTables tables, ProposalSession proposing, OpenScreens openScreens) {
        this.tables = tables;
        this.proposing = proposing;
        // An alias belongs to one rule only.
        field.setItems(Stream.of(RuleField.values())
                .filter(one -> one != RuleField.ALIAS)
                .toList());
        field.setItemLabelGenerator(RuleLabels::label);
        field.addValueChangeListener(change -> choose(change.getValue()));
        Div fields = new Div(field, value, clear);
        fields.addClassName("fields");
        entry.show(fields);
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
        if (task == ManyRulesTask.EDIT && field.getValue() == null) {
            field.setValue(RuleField.MAPPING);
        }
        refresh();
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page", heading.getText());
    }

    private void choose(@Nullable RuleField chosen) {
        value.removeAll();
        input = null;
        clear.setValue(false);
        clear.setVisible(chosen != null && canBeEmpty(chosen));
        if (chosen != null) {
            RuleInput next = RuleInput.of(chosen, Suggestions.of(tables.current()));
            next.onChange(this::refresh);
            value.add(next.component());
            input = next;
        }
        refresh();
    }

    private static boolean canBeEmpty(RuleField chosen) {
        return switch (chosen) {
            case PRIORITY, BACKGROUND_RATE, UPDATE_TYPE -> false;
            default -> true;
        };
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
        RuleInput entered = input;
        return entered == null || isMissing(entered)
                ? ManyRulesLine.untouched(row, entered == null ? RuleField.MAPPING : entered.field())
                : ManyRulesLine.edited(row, entered.field(), text(entered));
    }

    /** Nobody clears a field of several rules by having typed nothing yet. */
    private boolean isMissing(RuleInput entered) {
        return entered.text().isEmpty() && !clear.getValue();
    }

    private String text(RuleInput entered) {
        return clear.getValue() ? "" : entered.text();
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
        return RuleLabels.label(task == ManyRulesTask.DELETE || input == null ? RuleField.MAPPING : input.field());
    }

    private String title(List<ManyRulesLine> lines) {
        int count = proposals(lines).size();
        return task == ManyRulesTask.DELETE || input == null
                ? MESSAGES.get("many.title.delete", count)
                : MESSAGES.get(
                        "many.set",
                        count,
                        input.field().wireName(),
                        text(input).isEmpty() ? MESSAGES.get("facts.nothing") : text(input));
    }

    /** Returns why there is nothing to schedule; null if there is. */
    private @Nullable String missing(List<ManyRulesLine> lines) {
        if (task == ManyRulesTask.EDIT) {
            if (input == null) {
                return MESSAGES.get("many.choose");
            }
            if (isMissing(input)) {
                input.showProblem(null);
                return MESSAGES.get("many.enter");
            }
            String problem = problem(input, lines);
            input.showProblem(problem);
            if (problem != null) {
                return problem;
            }
        }
        return proposals(lines).isEmpty() ? MESSAGES.get("many.nothing") : null;
    }

    private @Nullable String problem(RuleInput entered, List<ManyRulesLine> lines) {
        return RuleEntry.problems(entered.field(), text(entered)).stream()
                .map(RuleFields.Problem::sentence)
                .findFirst()
                .or(() -> lines.stream()
                        .map(ManyRulesLine::becomes)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(rule -> RuleChecks.problems(rule, tables.current()).get(entered.field())))
                .orElse(null);
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
            prospect.showNothing(String.valueOf(refused.getMessage()));
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
