package dev.rehearsal.ui.people;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.Permission;
import dev.rehearsal.access.Person;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.RefusalLine;
import java.util.Comparator;

/** A card with what somebody may do. */
class PermissionsSection extends Card {

    private static final Messages MESSAGES = Messages.beside(PermissionsSection.class);

    private final PeopleDesk desk;
    private final String name;
    private final Runnable onChange;
    private final UnorderedList held = new UnorderedList();
    private final PermissionForm form;
    private final RefusalLine refusal = new RefusalLine();
    private Person shown;

    PermissionsSection(PeopleDesk desk, String name, Runnable onChange) {
        super(MESSAGES.get("permissions"));
        this.desk = desk;
        this.name = name;
        this.onChange = onChange;
        this.shown = Person.nobody(name);
        this.form = new PermissionForm(this::put);
        add(held, form, refusal);
    }

    void show(Person person) {
        shown = person;
        form.show(person, desk.whyNot(Action.CREATE), desk.whyNot(Action.MODIFY));
        held.removeAll();
        person.permissions().values().stream()
                .sorted(Comparator.comparing(Permission::name))
                .forEach(permission -> held.add(item(permission)));
    }

    private ListItem item(Permission permission) {
        String called = PermissionWords.name(permission);
        Span strong = new Span(called);
        strong.addClassName("name");
        return new ListItem(
                strong,
                new Span(PermissionWords.sentence(permission)),
                new DisabledReasonButton(
                        new SmallButton(
                                MESSAGES.get("permissions.change"),
                                MESSAGES.get("permissions.change.which", called),
                                () -> form.choose(permission.name())),
                        desk.whyNot(Action.MODIFY)),
                new DisabledReasonButton(
                        new SmallButton(
                                MESSAGES.get("permissions.take"),
                                MESSAGES.get("permissions.take.which", called),
                                () -> askToTake(permission)),
                        desk.whyNot(Action.DELETE)));
    }

    private void put(Permission wanted) {
        boolean isNew = !shown.permissions().containsKey(wanted.name());
        if (refusal.attempt(() -> {
            if (isNew) {
                desk.grants().give(desk.actor(), name, wanted);
            } else {
                desk.grants().change(desk.actor(), name, wanted);
            }
        })) {
            form.clear();
            onChange.run();
        }
    }

    private void askToTake(Permission permission) {
        new ConfirmationDialog(
                        MESSAGES.get("permissions.take.title", PermissionWords.name(permission), name),
                        MESSAGES.get("permissions.take.confirm"),
                        () -> take(permission))
                .saying(consequence())
                .dangerous()
                .open();
    }

    private String consequence() {
        return shown.permissions().size() > 1
                ? MESSAGES.get("permissions.take.others", name)
                : MESSAGES.get("permissions.take.last", name);
    }

    private void take(Permission permission) {
        desk.grants().take(desk.actor(), name, permission.name(), permission.dataVersion());
        onChange.run();
    }
}
