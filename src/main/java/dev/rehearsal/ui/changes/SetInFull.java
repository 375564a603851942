package dev.rehearsal.ui.changes;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.probe.ChangeSetImpact;
import dev.rehearsal.ui.changeset.ChangedWhileLooking;
import dev.rehearsal.ui.changeset.DifferencesCard;
import dev.rehearsal.ui.changeset.FindingsCard;
import dev.rehearsal.ui.changeset.ImpactCard;
import dev.rehearsal.ui.changeset.RequestChips;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.PersonName;
import dev.rehearsal.ui.links.ChangesNavigation;

/** One of several sets that are looked at together: what it does, who gets something else, what is odd about it. */
class SetInFull extends Section {

    private static final Messages MESSAGES = Messages.beside(SetInFull.class);

    private final Div head = new Div();
    private final ChangedWhileLooking changed = new ChangedWhileLooking();
    private final ImpactCard impact = new ImpactCard();
    private final DifferencesCard differences;
    private final FindingsCard findings = new FindingsCard();
    private final ChangeSetImpact impacts;
    private final Runnable onLooked;

    /** @param onLooked told when somebody has looked at what became of it meanwhile */
    SetInFull(PartTexts texts, ChangeSetImpact impacts, Runnable onLooked) {
        this.impacts = impacts;
        this.onLooked = onLooked;
        this.differences = new DifferencesCard(texts);
        addClassName("set-in-full");
        add(head, changed, impact, differences, findings);
    }

    /** @return whether it still is what somebody looked at first */
    boolean show(Review review) {
        ChangeSet set = review.set();
        getElement().setAttribute("aria-label", set.title());
        Div facts = new Div(
                new Span("#" + set.id()),
                ChangeSetHeader.state(set.state()),
                new Span(
                        set.isAsSoonAsPossible()
                                ? MESSAGES.parts("set.due.soon")
                                : MESSAGES.parts("set.due", Moment.due(set.due()))),
                new Span(PersonName.of(set.author())));
        facts.add(RequestChips.of(review.discussion()));
        if (!review.audience().places().isEmpty()) {
            facts.add(new Span(review.audience().sentence()));
        }
        facts.addClassName("facts");
        head.removeAll();
        head.add(new H2(ChangesNavigation.linkTo(set)), facts);
        impact.show(impacts.of(set));
        differences.show(review.differences());
        findings.show(review);
        return changed.isAsSeen(review, onLooked);
    }
}
