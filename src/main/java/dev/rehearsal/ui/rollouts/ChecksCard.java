package dev.rehearsal.ui.rollouts;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.enactment.rollout.CheckResult;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.Tone;

/** A card with the checks that must be well before the next step, and how they are. */
class ChecksCard extends Card {

    private static final Messages MESSAGES = Messages.beside(ChecksCard.class);

    ChecksCard() {
        super(MESSAGES.get("checks"));
        addClassName("rollout-checks");
    }

    void show(RolloutDesk.Seen seen) {
        UnorderedList checks = new UnorderedList();
        seen.results().forEach(result -> checks.add(new ListItem(chip(result.outcome()), said(result))));
        show(new Paragraph(MESSAGES.get("checks.why")), checks);
    }

    private static Span said(CheckResult result) {
        return new Span(Sentence.of(result.sentence()));
    }

    private static Chip chip(CheckResult.Outcome outcome) {
        String said = MESSAGES.get("outcome." + outcome.wireName());
        return switch (outcome) {
            case SUCCESS -> new Chip(Tone.GOOD, "✓", said);
            case INCONCLUSIVE -> new Chip(Tone.CAREFUL, "?", said);
            case ERROR -> new Chip(Tone.CAREFUL, "!", said);
            case FAILURE -> new Chip(Tone.BAD, "✕", said);
        };
    }
}
