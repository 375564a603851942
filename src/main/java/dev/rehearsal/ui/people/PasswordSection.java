package dev.rehearsal.ui.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.rehearsal.access.Accounts;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.Person;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.RefusalLine;

/** A card that says whether somebody can sign in here, and with what from now on. */
class PasswordSection extends Card {

    private static final Messages MESSAGES = Messages.beside(PasswordSection.class);

    private final PeopleDesk desk;
    private final String name;
    private final Paragraph state = new Paragraph();
    private final PasswordField present = new PasswordField();
    private final PasswordField password = new PasswordField();
    private final DisabledReasonButton set =
            new DisabledReasonButton(new SmallButton(MESSAGES.get("password.set"), this::set));
    private final RefusalLine refusal = new RefusalLine();
    private final ScheduledLine scheduled = new ScheduledLine();

    PasswordSection(PeopleDesk desk, String name) {
        super(MESSAGES.get("password.title"));
        this.desk = desk;
        this.name = name;
        present.setAriaLabel(MESSAGES.get("password.present"));
        present.setPlaceholder(MESSAGES.get("password.present"));
        present.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        present.addThemeName("small");
        password.setAriaLabel(MESSAGES.get("password.new"));
        password.setPlaceholder(MESSAGES.get("password.new.length", Accounts.SHORTEST_PASSWORD));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.addThemeName("small");
        Div form = new Div(present, password, set);
        form.addClassName("bar");
        add(state, form, refusal, scheduled);
    }

    void show(Person person) {
        setVisible(desk.accounts().areInUse());
        state.setText(MESSAGES.get(state()));
        present.setVisible(isChange());
        set.allow(person.isKnown() ? desk.whyNot(Action.MODIFY, name) : MESSAGES.get("password.no-permission", name));
    }

    private String state() {
        if (desk.accounts().hasPassword(name)) {
            return "password.there";
        }
        return desk.accounts().isConfigured(name) ? "password.configured" : "password.none";
    }

    private void set() {
        String wanted = password.getValue();
        scheduled.clear();
        if (desk.secrets().needsSignoffs(desk.actor(), name)) {
            refusal.attempt(() -> scheduled.show(desk.schedule(RowKinds.PASSWORDS.make(name))));
        } else if (refusal.attempt(() -> put(wanted))) {
            present.clear();
            password.clear();
            if (desk.isMyself(name)) {
                desk.sessions().renew();
            }
            show(desk.find(name));
        }
    }

    /** Whoever changes their own password shows that they know it: an open session may be in the hands of others. */
    private boolean isChange() {
        return desk.isMyself(name) && desk.accounts().hadPassword(name);
    }

    private void put(String wanted) {
        if (isChange()) {
            desk.accounts().changePassword(desk.actor(), present.getValue(), wanted);
        } else {
            desk.accounts().setPassword(desk.actor(), name, wanted);
        }
    }
}
