package dev.rehearsal.ui.people;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.access.DemoPeople;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;
import java.util.List;

/** The people of the demo: one click, and one is any of them. */
final class DemoCast extends Card {

    private static final Messages MESSAGES = Messages.beside(DemoCast.class);

    DemoCast(DemoPeople demo, List<Person> people) {
        super(MESSAGES.get("demo.title"));
        UnorderedList cast = new UnorderedList();
        demo.passwords().forEach((name, password) -> {
            Person person = people.stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElse(Person.nobody(name));
            ListItem item = new ListItem(SignInForm.of(name, password), roles(person));
            cast.add(item);
        });
        show(cast, new Paragraph(MESSAGES.get("demo.explained")));
        addClassName("demo-cast");
    }

    private static Span roles(Person person) {
        Span roles = new Span();
        roles.addClassName("chips");
        person.sortedRoles().forEach(role -> roles.add(new Chip(Tone.CALM, "◇", role.name())));
        if (person.permissions().containsKey(PermissionName.ADMIN)) {
            roles.add(new Chip(Tone.GOOD, "◆", MESSAGES.get("demo.admin")));
        }
        if (person.automation()) {
            roles.add(new Chip(Tone.CALM, "⚙", MESSAGES.get("person.automation")));
        }
        return roles;
    }
}
