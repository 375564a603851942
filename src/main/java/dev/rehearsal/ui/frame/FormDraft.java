package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.ledger.Actor;

/**
 * A draft of what somebody types into the fields beside this, kept by their own browser: it outlives the connection,
 * the session and the server. When the same form is opened anew by the same person, it offers what was neither saved
 * nor given up.
 */
@Tag("rehearsal-kept-draft")
@JavaScript("context://kept-draft.js")
@JavaScript("context://moment.js")
final class FormDraft extends Component {

    private static final Messages MESSAGES = Messages.beside(FormDraft.class);

    private int openings;
    private String key = "";

    FormDraft() {
        Span typed = new Span();
        typed.getElement().setAttribute("data-part", "typed");
        Div offer = new Div(
                new Span(MESSAGES.get("draft")),
                typed,
                doing("take-back", MESSAGES.get("draft.take-back")),
                doing("forget", MESSAGES.get("draft.forget")));
        getElement().setAttribute("role", "status");
        getElement().appendChild(offer.getElement());
    }

    /** The browser does it; the server hears of the fields that are filled then. */
    private static Button doing(String what, String label) {
        Button button = new Button(label);
        button.addThemeNames("small");
        button.getElement().setAttribute("data-do", what);
        return button;
    }

    /**
     * From now on keeps what is typed into this form, and offers what was.
     *
     * @param form such as {@code rule-edit-31}
     */
    void keep(Actor who, String form) {
        key = who.name() + " " + form;
        getElement().setAttribute("key", key);
        getElement().setAttribute("opening", String.valueOf(++openings));
    }

    /** Also where this leaves the page in the same moment. */
    void forget() {
        UI.getCurrent().getPage().executeJs("customElements.get('rehearsal-kept-draft')?.forget($0)", key);
    }
}
