package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.change.ChangeSet;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * A time with its zone, in the zone of the signed-in user; the browser keeps what it says of "today" and "in 4 h" current.
 */
@Tag("rehearsal-moment")
@JavaScript("context://moment.js")
public final class Moment extends Component {

    private static final Messages MESSAGES = Messages.beside(Moment.class);

    private static final ZoneId ZONE_WITHOUT_BROWSER = ZoneId.of("UTC");

    /** Attributes that give the browser its words, and the messages that stand in them. */
    private static final Map<String, String> WORDS = Map.of(
            "hours-ahead", "moment.hours.ahead",
            "hours-ago", "moment.hours.ago",
            "minutes-ahead", "moment.minutes.ahead",
            "minutes-ago", "moment.minutes.ago");

    /** The forms in which a time is written. */
    private enum Form {
        DATE,
        EXACT,
        DUE
    }

    private Moment(Instant at, Form form) {
        getElement().setAttribute("datetime", at.toString());
        getElement().setAttribute("form", form.name().toLowerCase(Locale.ROOT));
        WORDS.forEach((attribute, key) -> getElement().setAttribute(attribute, words(key)));
        getElement().setText(withoutBrowser(at));
    }

    private static String withoutBrowser(Instant at) {
        return text(at, ZONE_WITHOUT_BROWSER);
    }

    /** For where no element can stand, such as a tooltip: {@code Mon 23 Nov 2026, 10:42 Europe/Berlin}. */
    public static String text(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern(MESSAGES.get("moment"), Messages.locale())
                .format(at.atZone(zone));
    }

    /** With the places for numbers, which the browser fills in. */
    private static String words(String key) {
        return MESSAGES.get(key, "{0}", "{1}");
    }

    /** For a grid's template: the expressions name what stands in the attributes. */
    public static String template(String at, String form) {
        StringBuilder template =
                new StringBuilder("<rehearsal-moment datetime=\"${%s}\" form=\"${%s}\"".formatted(at, form));
        WORDS.forEach((attribute, key) -> template.append(" %s=\"%s\"".formatted(attribute, words(key))));
        return template.append("></rehearsal-moment>").toString();
    }

    /** Returns a moment that reads like {@code Mon 23 Nov 2026, 10:42 CET}. */
    public static Moment date(Instant at) {
        return new Moment(at, Form.DATE);
    }

    /**
     * Returns a moment that reads like {@code Mon 23 Nov 2026, 10:42:07 CET}, where several may fall into one minute.
     */
    public static Moment exact(Instant at) {
        return new Moment(at, Form.EXACT);
    }

    /** Says when a set goes live: without a time of its own it is never late. */
    public static Component due(ChangeSet set) {
        return set.isAsSoonAsPossible() ? new Span(MESSAGES.get("due.soon")) : due(set.due());
    }

    /** Returns a moment that reads like {@code today 15:00 CET · in 4 h 18 min}. */
    public static Moment due(Instant at) {
        return new Moment(at, Form.DUE);
    }
}
