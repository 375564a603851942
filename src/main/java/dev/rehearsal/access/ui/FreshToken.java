package dev.rehearsal.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** A token that was just made, until whoever made it has put it away. */
class FreshToken extends Div {

    FreshToken() {
        addClassName("fresh-token");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void show(String secret) {
        removeAll();
        add(
                new Paragraph("Copy this token now: it is shown this once."),
                new Code(secret),
                new Button("I have it", click -> putAway()));
        setVisible(true);
    }

    private void putAway() {
        removeAll();
        setVisible(false);
    }
}
