package dev.rehearsal.ui.people;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.access.ApprovedSecret;
import dev.rehearsal.access.AskedToken;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.RefusalLine;
import java.util.List;

/** Tokens and passwords of somebody that were approved, for the signed-in user to collect. */
class CollectableSection extends Card {

    private static final Messages MESSAGES = Messages.beside(CollectableSection.class);

    private final PeopleDesk desk;
    private final String name;
    private final UnorderedList list = new UnorderedList();
    private final FreshToken fresh = new FreshToken();
    private final RefusalLine refusal = new RefusalLine();

    CollectableSection(PeopleDesk desk, String name) {
        super(MESSAGES.get("collect"));
        this.desk = desk;
        this.name = name;
        add(list, fresh, refusal);
    }

    void show() {
        List<ApprovedSecret> all = desk.secrets().of(desk.actor()).stream()
                .filter(secret -> secret.person().equals(name))
                .toList();
        list.removeAll();
        all.forEach(secret -> list.add(item(secret)));
        setVisible(!all.isEmpty() || fresh.isVisible() || refusal.isVisible());
    }

    private ListItem item(ApprovedSecret secret) {
        AskedToken token = secret.token();
        String called = token == null ? MESSAGES.get("collect.password") : MESSAGES.get("collect.token", token.name());
        Span title = new Span(called);
        title.addClassName("name");
        return new ListItem(
                title,
                new Span(MESSAGES.parts("collect.until", Moment.date(secret.until()))),
                new SmallButton(
                        MESSAGES.get("collect.do"), MESSAGES.get("collect.which", called), () -> collect(secret)));
    }

    private void collect(ApprovedSecret secret) {
        refusal.attempt(() ->
                fresh.show(desk.secrets().collect(desk.actor(), secret.id()).text()));
        show();
    }
}
