package dev.rehearsal.ui.changes;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.review.AvailableAction;
import dev.rehearsal.insight.review.ChangeSetAction;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Sentence;
import org.jspecify.annotations.Nullable;

/** A card that says what kept a set from going live when it was due, with the way to let it go on. */
class DisarmedCard extends Card {

    private static final Messages MESSAGES = Messages.beside(DisarmedCard.class);

    private final Runnable onScheduleAgain;
    private @Nullable Shown shown;

    private record Shown(ChangeSet.Disarmed state, @Nullable String whyNot, boolean clashes) {}

    DisarmedCard(Runnable onScheduleAgain) {
        super(MESSAGES.get("disarmed"));
        this.onScheduleAgain = onScheduleAgain;
        addClassName("disarmed");
        setVisible(false);
    }

    void show(Review review) {
        setVisible(review.set().state() instanceof ChangeSet.Disarmed);
        if (!(review.set().state() instanceof ChangeSet.Disarmed state)) {
            return;
        }
        String whyNot = review.offers().stream()
                .filter(offer -> offer.action() == ChangeSetAction.RESCHEDULE)
                .map(AvailableAction::whyNot)
                .filter(reason -> reason != null)
                .findFirst()
                .orElse(null);
        Shown next = new Shown(state, whyNot, !review.clashes().isEmpty());
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        Button again = new Button(MESSAGES.get("again"), click -> onScheduleAgain.run());
        again.addThemeNames("primary", "small");
        again.setEnabled(whyNot == null);
        Div row = new Div(again);
        row.addClassName("action");
        if (whyNot != null) {
            Span why = new Span(whyNot);
            why.addClassName("why-not");
            row.add(why);
        }
        show(
                new Paragraph(MESSAGES.parts("disarmed.when", Moment.date(state.at()))),
                new Paragraph(Sentence.of(state.reason())),
                new Paragraph(MESSAGES.get(next.clashes() ? "disarmed.then.resolve" : "disarmed.then")),
                row);
    }
}
