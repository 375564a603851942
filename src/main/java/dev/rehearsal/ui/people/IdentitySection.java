package dev.rehearsal.ui.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.Binding;
import dev.rehearsal.access.Person;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.RefusalLine;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Shows which account of the issuer somebody signs in with; it is not there where there is no issuer. */
class IdentitySection extends Card {

    private static final Messages MESSAGES = Messages.beside(IdentitySection.class);

    private final PeopleDesk desk;
    private final String name;
    private final Paragraph state = new Paragraph();
    private final TextField subject = new TextField();
    private final DisabledReasonButton bind =
            new DisabledReasonButton(new SmallButton(MESSAGES.get("identity.bind"), this::bind));
    private final DisabledReasonButton unbind =
            new DisabledReasonButton(new SmallButton(MESSAGES.get("identity.unbind"), this::askToUnbind));
    private final DisabledReasonButton confirm =
            new DisabledReasonButton(new SmallButton(MESSAGES.get("confirm"), this::confirm));
    private final RefusalLine refusal = new RefusalLine();

    IdentitySection(PeopleDesk desk, String name) {
        super(MESSAGES.get(
                "identity.title",
                desk.issuer().isOn() ? URI.create(desk.issuer().issuer()).getHost() : ""));
        this.desk = desk;
        this.name = name;
        subject.setAriaLabel(MESSAGES.get("identity.subject"));
        subject.setPlaceholder(MESSAGES.get("identity.subject"));
        subject.addThemeName("small");
        Div form = new Div(subject, bind, unbind, confirm);
        form.addClassName("bar");
        add(state, form, refusal);
    }

    void show(Person person) {
        setVisible(desk.issuer().isOn());
        if (!desk.issuer().isOn()) {
            return;
        }
        Binding bound = desk.identities().of(name).orElse(null);
        state.removeAll();
        state.add(
                bound == null
                        ? new Span(MESSAGES.get("identity.none"))
                        : new Span(MESSAGES.parts(
                                "identity.bound",
                                bound.identity().subject(),
                                Moment.date(bound.at()),
                                bound.by().name())));
        bind.allow(whyNotBind(person));
        unbind.setVisible(bound != null);
        unbind.allow(desk.whyNot(Action.DELETE, name));
        confirm.setVisible(bound != null && desk.canConfirm(name, bound.by(), bound.at(), bound.confirmedBy() != null));
        confirm.allow(null);
    }

    private @Nullable String whyNotBind(Person person) {
        if (!person.isKnown()) {
            return MESSAGES.get("identity.no-permission", name);
        }
        return desk.isMyself(name) ? MESSAGES.get("identity.oneself") : desk.whyNot(Action.MODIFY);
    }

    private void bind() {
        if (refusal.attempt(() -> desk.identities().bind(desk.actor(), name, subject.getValue()))) {
            subject.clear();
            show(desk.find(name));
        }
    }

    private void confirm() {
        if (refusal.attempt(() -> desk.identities().confirm(desk.actor(), name))) {
            show(desk.find(name));
        }
    }

    private void askToUnbind() {
        String bound = desk.identities()
                .of(name)
                .map(binding -> binding.identity().subject())
                .orElse("");
        new ConfirmationDialog(
                        MESSAGES.get("identity.unbind.title", name, bound),
                        MESSAGES.get("identity.unbind.confirm"),
                        () -> {
                            desk.identities().unbind(desk.actor(), name);
                            show(desk.find(name));
                        })
                .saying(MESSAGES.get("identity.unbind.then"))
                .dangerous()
                .open();
    }
}
