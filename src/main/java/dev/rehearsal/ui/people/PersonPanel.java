package dev.rehearsal.ui.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.access.Person;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;

/** One person. What is typed here stays while others change what is shown. */
class PersonPanel extends Div {

    private static final Messages MESSAGES = Messages.beside(PersonPanel.class);

    private final H2 heading = new H2();
    private final Paragraph unknown = new Paragraph();
    private final PermissionsSection permissions;
    private final RolesSection roles;
    private final PasswordSection password;
    private final IdentitySection identity;
    private final TokensSection tokens;
    private final CollectableSection collectable;
    private final NoticesSection notices;

    PersonPanel(PeopleDesk desk, String name, Runnable onChange) {
        addClassName("person");
        unknown.setText(MESSAGES.get("person.unknown", name));
        permissions = new PermissionsSection(desk, name, onChange);
        roles = new RolesSection(desk, name, onChange);
        password = new PasswordSection(desk, name);
        identity = new IdentitySection(desk, name);
        tokens = new TokensSection(desk, name);
        collectable = new CollectableSection(desk, name);
        notices = new NoticesSection(desk);
        notices.setVisible(desk.isMyself(name));
        heading.add(name);
        add(heading, unknown, permissions, roles, password, identity, tokens, collectable, notices);
    }

    void show(Person person) {
        heading.removeAll();
        heading.add(person.name());
        if (person.automation()) {
            heading.add(new Chip(Tone.CALM, "⚙", MESSAGES.get("person.automation.never-signs")));
        }
        unknown.setVisible(!person.isKnown());
        permissions.show(person);
        roles.show(person);
        password.show(person);
        identity.show(person);
        tokens.show(person);
        collectable.show();
        if (notices.isVisible()) {
            notices.show();
        }
    }
}
