package dev.rehearsal.rule.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.change.ui.Proposing;
import dev.rehearsal.change.ui.ProspectCard;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.preview.RuleTable;
import dev.rehearsal.shell.EmptyState;
import dev.rehearsal.shell.Guarded;
import dev.rehearsal.signoff.Requirements;
import dev.rehearsal.signoff.SignoffPolicy;
import org.jspecify.annotations.Nullable;

/** One rule looked at closely: what it says, what is pending for it, and the ways to change it. */
class RulePanel extends Aside {

    private final Proposing proposing;
    private final Button close;

    RulePanel(Proposing proposing, Runnable onClose) {
        this.proposing = proposing;
        this.close = new Button("×", click -> onClose.run());
        close.setAriaLabel("Close");
        close.addThemeNames("tertiary", "icon");
        addClassNames("card", "panel", "rule-panel");
        getElement().setAttribute("aria-label", "Rule");
    }

    void showUnknown(String id) {
        removeAll();
        add(
                heading("Rule " + id),
                new EmptyState(
                        "There is no rule " + id + ", neither live nor pending.",
                        new Paragraph("It may have been removed, or the set that should add it withdrawn.")));
    }

    void show(RuleRow row) {
        removeAll();
        Rule current = row.row().current();
        add(
                heading(RuleTitles.name(current)),
                new RuleSentence(current),
                new RuleOddities(row),
                actions(row),
                needs(row));
        if (row.isPending()) {
            add(new H3("Pending"), new PendingChanges(row, proposing.actor()));
        }
        add(new H3("All fields"), new RuleFacts(row));
    }

    private Component heading(String title) {
        Div heading = new Div(new H2(title), close);
        heading.addClassName("panel-heading");
        return heading;
    }

    private Component actions(RuleRow row) {
        RuleId id = row.rule().id();
        boolean leaves = row.row().fate() == RuleTable.Fate.REMOVED;
        Guarded edit = new Guarded(
                button("Edit…", () -> RuleNavigation.edit(ui(), id, null)),
                leaves ? "It is about to be removed" : whyNot(Action.MODIFY, row));
        Guarded copy = new Guarded(button("Copy…", () -> RuleNavigation.copy(ui(), id)), whyNot(Action.CREATE, row));
        Guarded remove = new Guarded(
                button("Delete…", () -> RuleNavigation.remove(ui(), id)),
                leaves ? "It is about to be removed" : whyNot(Action.DELETE, row));
        Div actions = new Div(edit, copy, remove);
        actions.addClassName("buttons");
        return actions;
    }

    private static Button button(String text, Runnable onClick) {
        return new Button(text, click -> onClick.run());
    }

    private @Nullable String whyNot(Action action, RuleRow row) {
        return proposing.whyNot(PermissionName.RULE, action, row.row().current().product());
    }

    private static Component needs(RuleRow row) {
        SignoffPolicy policy = row.table().state().circumstances().policy();
        Requirements required =
                policy.ofRule(row.rule()).and(policy.ofRule(row.row().current()));
        Paragraph needs = new Paragraph(
                required.isEmpty()
                        ? "A change of it needs no signoff."
                        : "A change of it needs " + ProspectCard.said(required) + ".");
        needs.addClassName("facts");
        return needs;
    }

    private UI ui() {
        return getUI().orElseThrow();
    }
}
