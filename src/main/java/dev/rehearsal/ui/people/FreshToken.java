package dev.rehearsal.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.ui.frame.Messages;

/** A token that was just made, until whoever made it has put it away. */
class FreshToken extends Div {

    private static final Messages MESSAGES = Messages.beside(FreshToken.class);

    FreshToken() {
        addClassName("fresh-token");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void show(String secret) {
        removeAll();
        add(
                new Paragraph(MESSAGES.get("token.fresh")),
                new Code(secret),
                new Button(MESSAGES.get("token.fresh.put-away"), click -> putAway()));
        setVisible(true);
    }

    private void putAway() {
        removeAll();
        setVisible(false);
    }
}
