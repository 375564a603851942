package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A part of a screen with a heading of its own. */
public class Card extends Section {

    private final H2 heading;

    public Card(String title) {
        heading = new H2(title);
        add(heading);
        addClassName("card");
        getElement().setAttribute("aria-label", title);
    }

    /** Replaces everything below the heading. */
    public void show(Component... parts) {
        removeAll();
        add(heading);
        add(parts);
    }
}
