package dev.rehearsal.ui.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.rehearsal.notice.Wishes;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.NoticeKinds;
import dev.rehearsal.ui.frame.RefusalLine;
import dev.rehearsal.ui.frame.Toast;
import org.jspecify.annotations.Nullable;

/** Lets somebody choose what they are told by e-mail, on their own page only. */
class NoticesSection extends Card {

    private static final Messages MESSAGES = Messages.beside(NoticesSection.class);

    private final PeopleDesk desk;
    private final Paragraph way = new Paragraph();
    private final TextField address = new TextField(MESSAGES.get("notices.address"));
    private final NoticeKinds kinds = new NoticeKinds(MESSAGES.get("notices.kinds"));
    private final RefusalLine refusal = new RefusalLine();
    private @Nullable Wishes shown;

    NoticesSection(PeopleDesk desk) {
        super(MESSAGES.get("notices"));
        this.desk = desk;
        address.setPlaceholder(MESSAGES.get("notices.address.none"));
        address.addThemeName("small");
        Div form = new Div(address, kinds);
        form.addClassName("fields");
        Div buttons = new Div(new SmallButton(MESSAGES.get("notices.save"), this::save));
        buttons.addClassName("buttons");
        add(way, form, buttons, refusal);
    }

    /** What is being entered stays while others write. */
    void show() {
        Wishes now = desk.wishes().of(desk.actor());
        way.setText(MESSAGES.get(desk.wishes().areMailed() ? "notices.mailed" : "notices.not-mailed"));
        if (!now.equals(shown)) {
            shown = now;
            address.setValue(now.address());
            kinds.setValue(now.kinds());
        }
    }

    private void save() {
        Wishes wanted = new Wishes(address.getValue().strip(), kinds.getValue());
        if (refusal.attempt(() -> desk.wishes().put(desk.actor(), wanted))) {
            Toast.say(MESSAGES.get("notices.saved"));
            show();
        }
    }
}
