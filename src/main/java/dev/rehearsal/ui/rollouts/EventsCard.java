package dev.rehearsal.ui.rollouts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.enactment.rollout.PlanEvent;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Sentence;
import java.util.List;

/** A card with what was done to a rollout, by whom, the latest first. */
class EventsCard extends Card {

    private static final Messages MESSAGES = Messages.beside(EventsCard.class);

    EventsCard() {
        super(MESSAGES.get("events"));
        addClassName("rollout-events");
    }

    void show(List<PlanEvent> events) {
        UnorderedList list = new UnorderedList();
        events.forEach(event -> list.add(item(event)));
        show(list);
    }

    private static ListItem item(PlanEvent event) {
        Component[] said = MESSAGES.parts(
                "event." + event.act().wireName(),
                event.by().name(),
                event.percentage() == null ? "" : Integer.toString(event.percentage()),
                Moment.exact(event.at()));
        ListItem item = new ListItem(said);
        if (event.note() != null && event.act() != PlanEvent.Act.MADE) {
            item.add(new Span(Sentence.of(event.note())));
        }
        return item;
    }
}
