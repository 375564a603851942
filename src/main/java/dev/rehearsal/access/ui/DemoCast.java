package dev.rehearsal.access.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.access.DemoPeople;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.shell.Card;
import dev.rehearsal.shell.Chip;
import dev.rehearsal.shell.Tone;
import java.util.List;

/** The people of the demo: one click, and one is any of them. */
final class DemoCast extends Card {

    DemoCast(DemoPeople demo, List<Person> people) {
        super("Try the demo as");
        UnorderedList cast = new UnorderedList();
        demo.passwords().forEach((name, password) -> {
            Person person = people.stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElse(Person.nobody(name));
            ListItem item = new ListItem(SignInForm.of(name, password), roles(person));
            cast.add(item);
        });
        show(cast, new Paragraph("Each has a password that everybody knows; what they do is gone when the demo ends."));
        addClassName("demo-cast");
    }

    private static Span roles(Person person) {
        Span roles = new Span();
        roles.addClassName("chips");
        person.sortedRoles().forEach(role -> roles.add(new Chip(Tone.CALM, "◇", role.name())));
        if (person.permissions().containsKey(PermissionName.ADMIN)) {
            roles.add(new Chip(Tone.GOOD, "◆", "admin"));
        }
        if (person.automation()) {
            roles.add(new Chip(Tone.CALM, "⚙", "automation"));
        }
        return roles;
    }
}
