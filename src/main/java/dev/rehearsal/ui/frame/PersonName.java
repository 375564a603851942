package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.html.Span;
import dev.rehearsal.ledger.Actor;
import java.util.Locale;
import java.util.regex.Pattern;

/** People by a name that is short enough for a line, and by two letters. */
public final class PersonName {

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[._+ -]+");

    private PersonName() {}

    /** Returns what stands before the @ of an address; any other name as it is. */
    public static String of(Actor person) {
        String name = person.name();
        int at = name.indexOf('@');
        return at > 0 ? name.substring(0, at) : name;
    }

    /** Returns the first letters of the first and the last part of the name, or the first two of the only one. */
    public static String initials(Actor person) {
        String[] parts = BETWEEN_NAMES.split(of(person));
        String last = parts[parts.length - 1];
        String letters = parts.length > 1 && !parts[0].isEmpty() && !last.isEmpty()
                ? parts[0].substring(0, 1) + last.charAt(0)
                : of(person).substring(0, Math.min(2, of(person).length()));
        return letters.toUpperCase(Locale.ROOT);
    }

    /** Returns a round sign with the initials, which screen readers skip: the name has to stand beside it. */
    public static Span sign(Actor person) {
        Span sign = new Span(initials(person));
        sign.addClassName("initials");
        sign.getElement().setAttribute("aria-hidden", "true").setAttribute("title", person.name());
        return sign;
    }
}
