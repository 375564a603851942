package dev.rehearsal.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.server.VaadinRequest;
import dev.rehearsal.access.SignIn;
import dev.rehearsal.ui.frame.Messages;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Sends name and password as a plain form: the answer sets the cookie of a new session, which no message over the push
 * connection could.
 */
@Tag("form")
final class SignInForm extends HtmlContainer {

    private static final Messages MESSAGES = Messages.beside(SignInForm.class);

    private static final String NAME = "username";
    private static final String PASSWORD = "password";

    private SignInForm(Component... fields) {
        getElement().setAttribute("method", "post");
        getElement().setAttribute("action", SignIn.TARGET.substring(1));
        addToken();
        add(fields);
    }

    /** With fields to fill in. */
    static SignInForm asking() {
        Input name = field("text", NAME, "username");
        name.getElement().setAttribute("autofocus", true);
        SignInForm form = new SignInForm(
                labelled(MESSAGES.get("sign-in.name"), name),
                labelled(MESSAGES.get("sign-in.password"), field("password", PASSWORD, "current-password")),
                button(MESSAGES.get("sign-in")));
        form.addClassName("asking");
        return form;
    }

    /** Makes a form of one click, for somebody whose password everybody may know. */
    static SignInForm of(String person, String password) {
        return new SignInForm(hidden(NAME, person), hidden(PASSWORD, password), button(person));
    }

    /** Without it the sign-in is refused: it proves that the form comes from here. */
    private void addToken() {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            add(hidden(token.getParameterName(), token.getToken()));
        }
    }

    private static NativeLabel labelled(String text, Input field) {
        NativeLabel label = new NativeLabel(text);
        label.add(field);
        return label;
    }

    private static Input field(String type, String name, String autocomplete) {
        Input field = new Input();
        field.setType(type);
        field.getElement().setAttribute("name", name);
        field.getElement().setAttribute("autocomplete", autocomplete);
        field.getElement().setAttribute("required", true);
        return field;
    }

    private static Input hidden(String name, String value) {
        Input field = new Input();
        field.setType("hidden");
        field.getElement().setAttribute("name", name);
        field.getElement().setAttribute("value", value);
        return field;
    }

    private static NativeButton button(String text) {
        NativeButton button = new NativeButton(text);
        button.getElement().setAttribute("type", "submit");
        return button;
    }
}
