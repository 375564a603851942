package dev.rehearsal.ui.people;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import dev.rehearsal.access.Accounts;
import dev.rehearsal.access.FirstStart;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.RefusalLine;

/** The way in where nobody can sign in yet: whoever started the server makes the first administrator. */
class FirstStartSection extends Div {

    private static final Messages MESSAGES = Messages.beside(FirstStartSection.class);

    private final FirstStart firstStart;
    private final PasswordField token = new PasswordField(MESSAGES.get("first-start.token"));
    private final TextField name = new TextField(MESSAGES.get("first-start.name"));
    private final PasswordField password = new PasswordField(MESSAGES.get("first-start.password"));
    private final RefusalLine refusal = new RefusalLine();

    FirstStartSection(FirstStart firstStart) {
        this.firstStart = firstStart;
        addClassName("first-start");
        token.setAutocomplete(Autocomplete.OFF);
        name.setAutocomplete(Autocomplete.USERNAME);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(MESSAGES.get("password.new.length", Accounts.SHORTEST_PASSWORD));
        Div form = new Div(
                new Paragraph(MESSAGES.get("first-start.explained")),
                token,
                name,
                password,
                new Button(MESSAGES.get("first-start.begin"), click -> begin()),
                refusal);
        form.addClassName("asking");
        add(new NativeDetails(MESSAGES.get("first-start"), form));
    }

    private void begin() {
        String chosen = name.getValue().strip();
        String address = VaadinSession.getCurrent().getBrowser().getAddress();
        if (refusal.attempt(() -> firstStart.begin(
                token.getValue().strip(), chosen, password.getValue(), address == null ? "" : address))) {
            removeAll();
            Paragraph done = new Paragraph(MESSAGES.get("first-start.done", chosen));
            done.getElement().setAttribute("role", "status");
            add(done);
        }
    }
}
