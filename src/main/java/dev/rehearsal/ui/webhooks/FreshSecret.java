package dev.rehearsal.ui.webhooks;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.notice.Webhook;
import dev.rehearsal.ui.frame.Messages;

/** Shows what signatures are checked with: a secret once, a public key whenever somebody looks. */
class FreshSecret extends Div {

    private static final Messages MESSAGES = Messages.beside(FreshSecret.class);

    FreshSecret() {
        addClassName("fresh-secret");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void show(Webhook webhook) {
        String key = webhook.secret().publicKey();
        removeAll();
        add(
                new Paragraph(MESSAGES.get(key == null ? "secret.fresh" : "key.fresh")),
                new Code(key == null ? webhook.secret().text() : key),
                new Button(MESSAGES.get("secret.put-away"), click -> putAway()));
        setVisible(true);
    }

    final void putAway() {
        removeAll();
        setVisible(false);
    }
}
