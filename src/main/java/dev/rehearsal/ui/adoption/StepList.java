package dev.rehearsal.ui.adoption;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.AdoptionAddress;
import dev.rehearsal.ui.links.AdoptionAddress.Step;
import dev.rehearsal.ui.links.AdoptionNavigation;

/** The steps of the wizard; those that lead somewhere are links. */
class StepList extends Nav {

    private static final Messages MESSAGES = Messages.beside(StepList.class);

    private final OrderedList steps = new OrderedList();

    StepList() {
        addClassName("adoption-steps");
        getElement().setAttribute("aria-label", MESSAGES.get("steps"));
        add(steps);
    }

    void show(AdoptionAddress address) {
        steps.removeAll();
        for (Step step : Step.values()) {
            steps.add(new ListItem(part(step, address)));
        }
    }

    private static Component part(Step step, AdoptionAddress address) {
        String text = MESSAGES.get("step." + step.wireName());
        if (address.channels() == null && step != Step.CANDIDATES) {
            Span later = new Span(text);
            later.addClassName("later");
            return later;
        }
        RouterLink link = AdoptionNavigation.link(text, address.at(step));
        if (step == address.step()) {
            link.getElement().setAttribute("aria-current", "step");
        }
        return link;
    }
}
