package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;

/** Says in a form that the rule it edits became another meanwhile; nothing while it is the same. */
class StaleRule extends Div {

    private static final Messages MESSAGES = Messages.beside(StaleRule.class);

    private final Runnable onStartAgain;

    StaleRule(Runnable onStartAgain) {
        this.onStartAgain = onStartAgain;
        addClassName("stale");
    }

    void show(RuleStart start, RuleTable table) {
        removeAll();
        if (!start.isCurrent(table)) {
            add(
                    new Chip(Tone.BAD, "!", MESSAGES.get("stale")),
                    new Span(start.isGone(table) ? MESSAGES.get("stale.gone") : MESSAGES.get("stale.changed")),
                    new Button(MESSAGES.get("stale.again"), click -> onStartAgain.run()));
        }
    }
}
