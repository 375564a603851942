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
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.insight.preview.RuleTables;
import dev.rehearsal.matching.Rule;
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
import dev.rehearsal.ui.frame.Unsaved;
import dev.rehearsal.ui.links.RuleHistoryAddress;
import dev.rehearsal.ui.links.RuleNavigation;
import dev.rehearsal.ui.links.RuleTask;
import dev.rehearsal.ui.links.RulesAddress;
import dev.rehearsal.ui.proposal.ChangePreviewCard;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.proposal.Schedule;
import dev.rehearsal.ui.proposal.SchedulePanel;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form that adds, copies or edits a rule, as a change set. */
@Route(value = "rules/new", layout = MainLayout.class)
@RouteAlias(value = "rules/:rule/:task(edit|copy)", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("rules.css")
class RuleFormView extends Main
        implements Addressed, BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle, SchedulePanel.Listener {

    private static final Messages MESSAGES = Messages.beside(RuleFormView.class);

    private final RuleTables tables;
    private final ProposalSession proposal;
    private final SignedIn signedIn;
    private final H1 heading = new H1();
    private final StaleRule stale = new StaleRule(this::startAgain);
    private final ChangePreviewCard prospect = new ChangePreviewCard();
    private final SchedulePanel schedule = new SchedulePanel(this, prospect);
    private final Unsaved unsaved = new Unsaved();
    private RuleForm form;
    private RuleStart start = RuleStart.anew("", "");
    private @Nullable RuleRow row;

    RuleFormView(RuleTables tables, ProposalSession proposal, SignedIn signedIn, OpenScreens openScreens) {
        this.tables = tables;
        this.proposal = proposal;
        this.signedIn = signedIn;
        this.form = new RuleForm(Suggestions.NONE, this::changed);
        addClassName("rule-form-view");
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        RouteParameters route = entering.getRouteParameters();
        QueryParameters query = entering.getLocation().getQueryParameters();
        RuleTable table = tables.current();
        String id = route.get(RuleNavigation.RULE).orElse("");
        row = RuleRow.find(id, table).orElse(null);
        removeAll();
        if (!id.isEmpty() && row == null) {
            heading.setText(MESSAGES.get("unknown.title", id));
            RouterLink all = new RouterLink(MESSAGES.get("unknown.all"), RulesView.class);
            add(heading, new EmptyState(RuleTitles.unknown(id), all));
            return;
        }
        RuleTask task = route.get(RuleNavigation.TASK).orElse("").equals(RuleTask.COPY.wireName())
                ? RuleTask.COPY
                : id.isEmpty() ? RuleTask.ADD : RuleTask.EDIT;
        unsaved.begin(signedIn.actor(), "rule-" + task.wireName() + "-" + id);
        begin(task, table, query);
    }

    private void begin(RuleTask task, RuleTable table, QueryParameters query) {
        List<ChangeSet> own = proposal.ownSets();
        Long intoId = Query.number(query, RuleNavigation.INTO);
        Optional<ChangeSet> into = own.stream()
                .filter(set -> Long.valueOf(set.id().value()).equals(intoId))
                .findFirst();
        boolean afterQueue = Query.text(query, RuleNavigation.AFTER).equals(RuleNavigation.QUEUE);
        start = start(task, query, into.orElse(null), afterQueue && row != null && row.isPending());
        String mapping = Query.text(query, RuleNavigation.MAPPING);
        if (!mapping.isEmpty()) {
            start.texts().put(RuleField.MAPPING, mapping);
        }
        heading.setText(RuleTitles.heading(task, row, start.isAfterQueue()));
        form = new RuleForm(Suggestions.of(table), this::changed);
        form.start(start.texts());
        schedule.offer(own);
        schedule.choose(set -> into.isPresent() && set.id().equals(into.get().id()));
        if (start.isAfterQueue() && row != null) {
            schedule.propose(proposal.dayAfter(row.row().pending().getLast().set()));
        }
        Div main = new Div(stale, form);
        Div body = new Div(main, new Aside(prospect, schedule));
        body.addClassName("form-body");
        Header header = new Header(heading);
        if (task == RuleTask.EDIT && row != null) {
            header.add(RuleNavigation.linkToHistory(
                    MESSAGES.get("panel.history"), row.rule().id(), RuleHistoryAddress.NEWEST));
        }
        header.addClassName("screen-header");
        add(header, unsaved.offer(), body);
        refresh();
    }

    private RuleStart start(RuleTask task, QueryParameters query, @Nullable ChangeSet into, boolean afterQueue) {
        if (row == null) {
            return RuleStart.anew(Query.text(query, "product"), Query.text(query, "channel"));
        }
        if (task == RuleTask.COPY) {
            return RuleStart.copying(row.row());
        }
        return afterQueue ? RuleStart.afterQueue(row.row()) : RuleStart.editing(row.row(), into);
    }

    @Override
    public AddressParameters parameters() {
        return RuleNavigation.OF_FORM;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page", heading.getText());
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        unsaved.askBefore(leaving);
    }

    /** The form stays as it is; what would come of it may be another. */
    private void refresh() {
        RuleTable table = tables.current();
        form.note(
                start.isAfterQueue()
                        ? Map.of()
                        : PendingNotes.of(row, table, schedule.schedule().into()));
        stale.show(start, table);
        lookAhead();
    }

    private void startAgain() {
        unsaved.forget();
        ui().getPage().reload();
    }

    private void changed() {
        unsaved.note();
        lookAhead();
    }

    private void lookAhead() {
        RuleEntry entry = entry();
        form.mark(entry.edited() == null ? Set.of() : entry.sent().keySet());
        schedule.suggest(entry.title());
        Rule rule = entry.rule();
        String unchanged = rule != null && entry.changesNothing() ? MESSAGES.get("form.unchanged") : null;
        schedule.allow(unchanged);
        if (rule == null) {
            prospect.showNothing(MESSAGES.get("form.incomplete"));
        } else if (unchanged != null) {
            prospect.showNothing(unchanged);
        } else {
            lookAhead(entry);
        }
    }

    private void lookAhead(RuleEntry entry) {
        try {
            prospect.show(proposal.lookAhead(schedule.schedule(), List.of(entry.proposal())), List.of());
        } catch (RefusedException refused) {
            prospect.showNothing(Sentence.of(refused));
        }
    }

    private RuleEntry entry() {
        return start.entry(form.texts());
    }

    @Override
    public void onChoice() {
        refresh();
    }

    @Override
    public void onCancel() {
        RuleNavigation.openAgain(
                ui(),
                RulesAddress.ALL.withRule(row == null ? "" : row.rule().id().toString()));
    }

    @Override
    public void onSave(Schedule chosen) {
        RuleEntry entry = entry();
        Map<RuleField, String> problems = entry.problems();
        Rule rule = entry.rule();
        if (rule != null) {
            problems.putAll(RuleChecks.problems(rule, tables.current()));
        }
        form.showProblems(problems);
        schedule.showNoProblem();
        if (!problems.isEmpty()) {
            return;
        }
        try {
            ChangeSet set = proposal.save(chosen, List.of(entry.proposal()));
            unsaved.forget();
            RuleNavigation.openAgain(ui(), RuleTitles.afterSaving(set, row));
        } catch (RefusedException refused) {
            schedule.show(refused, form::showAtField);
        }
    }

    private UI ui() {
        return getUI().orElseThrow();
    }
}
