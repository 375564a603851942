package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OldAndNew;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a rule, old and new where they change; those that say nothing are named together. */
class RuleFacts extends Div {

    private static final Messages MESSAGES = Messages.beside(RuleFacts.class);

    RuleFacts(RuleRow row) {
        addClassName("rule-facts");
        DescriptionList facts = new DescriptionList();
        List<String> silent = new ArrayList<>();
        for (RuleField field : RuleField.values()) {
            OldAndNew value = value(row, field);
            if (value.was() == null && value.now() == null) {
                silent.add(RuleLabels.label(field));
            } else {
                facts.add(
                        new DescriptionList.Term(RuleLabels.label(field)),
                        new DescriptionList.Description(told(value)));
            }
        }
        facts.add(
                new DescriptionList.Term(MESSAGES.get("facts.data-version")),
                new DescriptionList.Description(
                        Integer.toString(row.row().current().dataVersion())));
        add(facts);
        if (!silent.isEmpty()) {
            Div rest = new Div(MESSAGES.get("facts.not-set", String.join(", ", silent)));
            rest.addClassName("facts");
            add(rest);
        }
    }

    private static OldAndNew value(RuleRow row, RuleField field) {
        String now = RuleLabels.shown(field, field.read(row.rule()));
        return OldAndNew.of(row.was() == null ? now : RuleLabels.shown(field, field.read(row.was())), now);
    }

    /** A value, or the old one struck and the new one. */
    static Span told(OldAndNew value) {
        Span shown = new Span();
        if (!value.changed()) {
            shown.setText(value.now());
            return shown;
        }
        add(shown, "del", value.was());
        add(shown, "ins", value.now() == null ? MESSAGES.get("facts.nothing") : value.now());
        return shown;
    }

    private static void add(Span shown, String tag, @Nullable String text) {
        if (text != null) {
            HtmlContainer part = new HtmlContainer(tag);
            part.setText(text);
            shown.add(part, new Span(" "));
        }
    }
}
