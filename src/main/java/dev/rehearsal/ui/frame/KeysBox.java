package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The keys that work on the screens. */
class KeysBox extends Dialog {

    private static final Messages MESSAGES = Messages.beside(KeysBox.class);

    private static final List<String> KEYS =
            List.of("search", "filter", "open", "close", "pick", "move", "sign", "keys");

    KeysBox() {
        setHeaderTitle(MESSAGES.get("keys"));
        addClassName("about");
        DescriptionList list = new DescriptionList();
        for (String key : KEYS) {
            Span name = new Span(MESSAGES.get("keys.name." + key));
            name.addClassName("mono");
            DescriptionList.Term term = new DescriptionList.Term();
            term.add(name);
            list.add(term, new DescriptionList.Description(MESSAGES.get("keys.does." + key)));
        }
        add(list);
    }
}
