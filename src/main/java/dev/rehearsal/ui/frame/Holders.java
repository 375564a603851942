package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.html.Span;
import dev.rehearsal.ledger.Actor;
import java.util.List;
import java.util.stream.Collectors;

/** The holders of a role, by short names; the whole ones are in the tooltip. */
public class Holders extends Span {

    private static final Messages MESSAGES = Messages.beside(Holders.class);

    private static final int NAMED = 4;

    public Holders(List<Actor> people) {
        addClassName("facts");
        if (people.isEmpty()) {
            setText(MESSAGES.get("holders.none"));
            return;
        }
        List<String> names = people.stream().map(Actor::name).sorted().toList();
        String first = names.stream().limit(NAMED).map(Holders::shortName).collect(Collectors.joining(", "));
        setText(names.size() > NAMED ? MESSAGES.get("holders.more", first, names.size() - NAMED) : first);
        getElement().setAttribute("title", String.join(", ", names));
    }

    private static String shortName(String name) {
        int at = name.indexOf('@');
        return at > 0 ? name.substring(0, at) : name;
    }
}
