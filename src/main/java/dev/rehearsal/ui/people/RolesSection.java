package dev.rehearsal.ui.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.Grants;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.RoleGrant;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.DisabledReasonButton;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.OpenChoice;
import dev.rehearsal.ui.frame.RefusalLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The roles that somebody holds, with which they sign off. */
class RolesSection extends Card {

    private static final Messages MESSAGES = Messages.beside(RolesSection.class);

    private final PeopleDesk desk;
    private final String name;
    private final Runnable onChange;
    private final UnorderedList held = new UnorderedList();
    private final OpenChoice role = new OpenChoice();
    private final DisabledReasonButton grant =
            new DisabledReasonButton(new SmallButton(MESSAGES.get("roles.grant"), this::grant));
    private final RefusalLine refusal = new RefusalLine();
    private final ScheduledLine scheduled = new ScheduledLine();
    private List<String> offered = List.of();

    RolesSection(PeopleDesk desk, String name, Runnable onChange) {
        super(MESSAGES.get("roles"));
        this.desk = desk;
        this.name = name;
        this.onChange = onChange;
        role.setAriaLabel(MESSAGES.get("roles.role"));
        role.setPlaceholder(MESSAGES.get("roles.role"));
        role.setItems(offered);
        role.addThemeName("small");
        Div form = new Div(role, grant);
        form.addClassName("bar");
        add(held, form, refusal, scheduled);
    }

    void show(Person person) {
        offer(desk.roles().stream()
                .filter(known -> !person.holds(known))
                .map(Role::name)
                .toList());
        grant.allow(whyNotGrant(person));
        held.removeAll();
        person.sortedRoles()
                .forEach(role -> held.add(item(role, person.grants().getOrDefault(role, RoleGrant.UNKNOWN))));
    }

    /** What is typed stays. */
    private void offer(List<String> roles) {
        if (!roles.equals(offered)) {
            offered = roles;
            role.offer(roles);
        }
    }

    private @Nullable String whyNotGrant(Person person) {
        return person.permissions().isEmpty() ? MESSAGES.get("roles.no-permission") : desk.whyNot(Action.CREATE);
    }

    private ListItem item(Role role, RoleGrant grant) {
        ListItem item = new ListItem(new Span(role.name()));
        if (!grant.by().name().isEmpty()) {
            Span given = new Span(MESSAGES.parts("roles.given", grant.by(), Moment.date(grant.at())));
            given.addClassName("facts");
            item.add(given);
        }
        if (grant.confirmedBy() != null) {
            item.add(new Span(MESSAGES.get("confirmed", grant.confirmedBy())));
        }
        if (desk.canConfirm(name, grant.by(), grant.at(), grant.confirmedBy() != null)) {
            item.add(new SmallButton(
                    MESSAGES.get("confirm"), MESSAGES.get("roles.confirm.which", role), () -> confirm(role)));
        }
        item.add(new DisabledReasonButton(
                new SmallButton(
                        MESSAGES.get("roles.revoke"), MESSAGES.get("roles.revoke.which", role), () -> revoke(role)),
                desk.whyNot(Action.DELETE)));
        return item;
    }

    private void confirm(Role role) {
        if (refusal.attempt(() -> desk.grants().confirmRole(desk.actor(), name, role))) {
            onChange.run();
        }
    }

    private void grant() {
        Role wanted = new Role(role.getValue() == null ? "" : role.getValue());
        scheduled.clear();
        if (refusal.attempt(() -> give(wanted))) {
            role.clear();
            onChange.run();
        }
    }

    private void give(Role wanted) {
        if (desk.grants().needsSignoffs(name, wanted)) {
            scheduled.show(desk.schedule(RowKinds.ROLES.give(name, wanted)));
        } else {
            desk.grants().giveRole(desk.actor(), name, wanted);
        }
    }

    private void revoke(Role revoked) {
        if (refusal.attempt(() -> desk.grants().takeRole(desk.actor(), name, revoked, Grants.ROLE_VERSION))) {
            onChange.run();
        }
    }
}
