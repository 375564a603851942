package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.approval.Requirements;
import dev.rehearsal.approval.SignoffPolicy;
import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.SidePanel;
import dev.rehearsal.ui.links.RuleHistoryAddress;
import dev.rehearsal.ui.links.RuleNavigation;
import dev.rehearsal.ui.proposal.ChangePreviewCard;
import dev.rehearsal.ui.proposal.ProposalSession;
import dev.rehearsal.ui.shares.RateInTime;
import org.jspecify.annotations.Nullable;

/** One rule looked at closely: what it says, what is pending for it, and the ways to change it. */
class RulePanel extends SidePanel {

    private static final Messages MESSAGES = Messages.beside(RulePanel.class);

    private final ProposalSession proposal;

    RulePanel(ProposalSession proposal, Runnable onClose) {
        super(MESSAGES.get("panel"), MESSAGES.get("panel.close"), onClose);
        this.proposal = proposal;
        addClassName("rule-panel");
    }

    void showUnknown(String id) {
        entitle(MESSAGES.get("unknown.title", id));
        place(
                RuleRow.id(id).isPresent()
                        ? new EmptyState(RuleTitles.unknown(id), new Paragraph(MESSAGES.get("unknown.why")))
                        : new EmptyState(RuleTitles.unknown(id)));
        RuleRow.id(id).ifPresent(rule -> add(history(rule)));
    }

    void show(RuleRow row, RuleRequests requests) {
        Rule current = row.row().current();
        entitle(RuleTitles.name(current));
        place(
                new RuleSentence(current),
                inTime(current),
                new RuleOddities(row),
                actions(row),
                needs(row),
                new RequestsPart(requests, row));
        if (row.isPending()) {
            add(new H3(MESSAGES.get("panel.pending")), new PendingChanges(row, proposal.actor()));
        }
        add(new H3(MESSAGES.get("panel.fields")), new RuleFacts(row));
    }

    private Component actions(RuleRow row) {
        RuleId id = row.rule().id();
        boolean leaves = row.row().fate() == RuleTable.Fate.REMOVED;
        DisabledReasonButton edit = new DisabledReasonButton(
                button(MESSAGES.get("panel.edit"), () -> RuleNavigation.edit(ui(), id, null)),
                leaves ? MESSAGES.get("panel.leaves") : whyNot(Action.MODIFY, row));
        DisabledReasonButton copy = new DisabledReasonButton(
                button(MESSAGES.get("panel.copy"), () -> RuleNavigation.copy(ui(), id)), whyNot(Action.CREATE, row));
        DisabledReasonButton remove = new DisabledReasonButton(
                button(MESSAGES.get("panel.delete"), () -> RuleNavigation.remove(ui(), id)),
                leaves ? MESSAGES.get("panel.leaves") : whyNot(Action.DELETE, row));
        Div actions = new Div(edit, copy, remove, history(id));
        actions.addClassName("buttons");
        return actions;
    }

    private static Component history(RuleId id) {
        return RuleNavigation.linkToHistory(MESSAGES.get("panel.history"), id, RuleHistoryAddress.NEWEST);
    }

    private static Button button(String text, Runnable onClick) {
        return new Button(text, click -> onClick.run());
    }

    private @Nullable String whyNot(Action action, RuleRow row) {
        return proposal.whyNot(PermissionName.RULE, action, row.row().current().product());
    }

    private static Component inTime(Rule current) {
        Paragraph inTime = new Paragraph(Sentence.of(RateInTime.said(current.backgroundRate())));
        inTime.addClassName("facts");
        inTime.setVisible(current.mapping() != null && !inTime.getText().isEmpty());
        return inTime;
    }

    private static Component needs(RuleRow row) {
        SignoffPolicy policy = row.table().state().circumstances().policy();
        Requirements required =
                policy.ofRule(row.rule()).and(policy.ofRule(row.row().current()));
        Paragraph needs = new Paragraph(
                required.isEmpty()
                        ? MESSAGES.get("panel.needs-none")
                        : MESSAGES.get("panel.needs", ChangePreviewCard.said(required)));
        needs.addClassName("facts");
        return needs;
    }

    private UI ui() {
        return getUI().orElseThrow();
    }
}
