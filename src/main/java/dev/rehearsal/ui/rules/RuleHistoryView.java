package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.history.RevertService;
import dev.rehearsal.history.Revisions;
import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.insight.preview.RuleTables;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.ui.frame.AddressParameters;
import dev.rehearsal.ui.frame.Addressed;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.MainLayout;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OpenScreens;
import dev.rehearsal.ui.frame.PageLinks;
import dev.rehearsal.ui.links.RuleHistoryAddress;
import dev.rehearsal.ui.links.RuleNavigation;
import dev.rehearsal.ui.proposal.ChangePreviewCard;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.proposal.Schedule;
import dev.rehearsal.ui.proposal.SchedulePanel;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A screen with the versions of a rule, newest first, and the way back to any of them: a change set like any other. */
@Route(value = "rules/:rule/history", layout = MainLayout.class)
@PermitAll
@StyleSheet("panels.css")
@StyleSheet("rules.css")
@StyleSheet("history.css")
class RuleHistoryView extends Main implements Addressed, BeforeEnterObserver, HasDynamicTitle, SchedulePanel.Listener {

    private static final Messages MESSAGES = Messages.beside(RuleHistoryView.class);

    private final Revisions revisions;
    private final RevertService revertService;
    private final RuleTables tables;
    private final ProposalSession proposal;
    private final H1 heading = new H1();
    private final Header header = new Header();
    private final VersionsTable table = new VersionsTable();
    private final PageLinks pages = new PageLinks(RuleVersion.PAGE);
    private final RevertCard revert = new RevertCard();
    private final ChangePreviewCard prospect = new ChangePreviewCard();
    private final SchedulePanel schedule = new SchedulePanel(this, prospect);
    private final Aside aside = new Aside(revert, prospect, schedule);
    private final Div body;
    private String asked = "";
    private RuleHistoryAddress address = RuleHistoryAddress.NEWEST;

    RuleHistoryView(
            Revisions revisions,
            RevertService revertService,
            RuleTables tables,
            ProposalSession proposal,
            OpenScreens openScreens) {
        this.revisions = revisions;
        this.revertService = revertService;
        this.tables = tables;
        this.proposal = proposal;
        Section list = new Section(table, pages);
        list.addClassName("card");
        list.getElement().setAttribute("aria-label", MESSAGES.get("history"));
        body = new Div(list, aside);
        header.addClassName("screen-header");
        addClassName("rule-history");
        openScreens.keepCurrent(this, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        String rule = entering.getRouteParameters().get(RuleNavigation.RULE).orElse("");
        if (!rule.equals(asked)) {
            removeAll();
        }
        asked = rule;
        address = RuleHistoryAddress.of(entering.getLocation().getQueryParameters());
        schedule.offer(proposal.ownSets());
        refresh();
    }

    @Override
    public AddressParameters parameters() {
        return RuleHistoryAddress.PARAMETERS;
    }

    @Override
    public String getPageTitle() {
        return MESSAGES.get("page", heading.getText());
    }

    private void refresh() {
        RuleRow.id(asked).ifPresentOrElse(this::refresh, () -> showNothing(RuleTitles.unknown(asked)));
    }

    private void refresh(RuleId rule) {
        Page<RuleVersion> versions = RuleVersion.of(rule, address.page(), revisions);
        RuleTable current = tables.current();
        Optional<RuleRow> row = RuleRow.find(asked, current);
        if (versions.items().isEmpty()) {
            showNothing(whyNone(versions.count(), row));
            return;
        }
        heading.setText(MESSAGES.get("history.title", name(rule, row)));
        if (body.getParent().isEmpty()) {
            removeAll();
            header.removeAll();
            header.add(heading, RuleNavigation.linkTo(MESSAGES.get("history.rule"), rule));
            add(header, body);
        }
        table.show(rule, versions.items(), address.page());
        table.choose(address.revision());
        pages.show(
                address.page(), versions, (text, page) -> RuleNavigation.linkToHistory(text, rule, address.at(page)));
        Long revision = address.revision();
        body.setClassName("form-body", revision != null);
        aside.setVisible(revision != null);
        if (revision != null) {
            lookAhead(rule, revision, current.state().live().rules().get(rule));
        }
    }

    private String whyNone(long count, Optional<RuleRow> row) {
        if (count > 0) {
            return MESSAGES.get("history.no-page", Integer.toString(address.page()));
        }
        return row.isPresent() ? MESSAGES.get("history.pending", asked) : RuleTitles.unknown(asked);
    }

    private static String name(RuleId rule, Optional<RuleRow> row) {
        return row.map(known -> RuleTitles.name(known.row().current())).orElse("#" + rule);
    }

    private void showNothing(String why) {
        heading.setText(MESSAGES.get("unknown.title", asked));
        removeAll();
        add(heading, new EmptyState(why, new RouterLink(MESSAGES.get("unknown.all"), RulesView.class)));
    }

    private void lookAhead(RuleId rule, long revision, @Nullable Rule live) {
        schedule.suggest(MESSAGES.get("revert.set", rule.toString(), Long.toString(revision)));
        try {
            Proposal back = revertService.ruleTo(rule, revision);
            Revision<Rule> revised = revisions.ofRule(rule, revision).orElseThrow();
            Rule then = Objects.requireNonNull(revised.content());
            revert.show(revised, then, live);
            prospect.show(proposal.lookAhead(schedule.schedule(), List.of(back)), List.of());
            schedule.allow(whyNot(then, live));
        } catch (RefusedException refused) {
            revert.showNone(refused.problems().getFirst().sentence());
            prospect.showNothing(MESSAGES.get("revert.none"));
            schedule.allow(MESSAGES.get("revert.none"));
        }
    }

    /** Says why the signed-in user may not go back, null where they may: a rule that changes its product needs the permission for both. */
    private @Nullable String whyNot(Rule then, @Nullable Rule live) {
        if (live == null) {
            return proposal.whyNot(PermissionName.RULE, Action.CREATE, then.product());
        }
        String whyNot = proposal.whyNot(PermissionName.RULE, Action.MODIFY, live.product());
        return whyNot == null ? proposal.whyNot(PermissionName.RULE, Action.MODIFY, then.product()) : whyNot;
    }

    @Override
    public void onChoice() {
        refresh();
    }

    @Override
    public void onSave(Schedule chosen) {
        RuleId rule = RuleRow.id(asked).orElseThrow();
        schedule.showNoProblem();
        try {
            Proposal back = revertService.ruleTo(rule, Objects.requireNonNull(address.revision()));
            ChangeSet set = proposal.save(chosen, List.of(back));
            RuleRow row = RuleRow.find(asked, tables.current()).orElse(null);
            RuleNavigation.openAgain(ui(), RuleTitles.afterSaving(set, row));
        } catch (RefusedException refused) {
            schedule.show(refused, problem -> false);
        }
    }

    @Override
    public void onCancel() {
        RuleNavigation.openHistory(ui(), RuleRow.id(asked).orElseThrow(), address.undecided());
    }

    private UI ui() {
        return getUI().orElseThrow();
    }
}
