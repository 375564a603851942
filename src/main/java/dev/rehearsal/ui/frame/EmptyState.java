package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** An empty state stands where a screen has nothing to show: it says what is missing, and what to do next. */
public class EmptyState extends Div {

    /** @param whatToDo links, or an example */
    public EmptyState(String whatIsMissing, Component... whatToDo) {
        Paragraph missing = new Paragraph(whatIsMissing);
        missing.addClassName("missing");
        add(missing);
        add(whatToDo);
        addClassName("empty-state");
    }
}
