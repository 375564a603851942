package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A card that shows what a rule would become by going back. */
class RevertCard extends Card {

    private static final Messages MESSAGES = Messages.beside(RevertCard.class);

    RevertCard() {
        super(MESSAGES.get("revert"));
        addClassName("revert");
    }

    /** @param live null where the rule was removed */
    void show(Revision<Rule> revision, Rule then, @Nullable Rule live) {
        List<Component> parts = new ArrayList<>();
        parts.add(new Paragraph(MESSAGES.parts(
                "revert.to", Long.toString(revision.changeId()), revision.by(), Moment.exact(revision.at()))));
        parts.add(new RuleSentence(then));
        parts.add(new Paragraph(MESSAGES.get(live == null ? "revert.again" : "revert.fields")));
        if (live != null) {
            parts.add(new Div(OldAndNewField.between(live, then)));
        }
        show(parts.toArray(Component[]::new));
    }

    /** There is no way back to what was asked for. */
    void showNone(String why) {
        show(new Paragraph(Sentence.of(why)));
    }
}
