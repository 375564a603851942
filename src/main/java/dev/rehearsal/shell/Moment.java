package dev.rehearsal.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time with its zone, in the zone of whoever looks; the browser keeps what it says of "today" and "in 4 h" current.
 */
@Tag("rehearsal-moment")
@JavaScript("context://moment.js")
public final class Moment extends Component {

    private static final DateTimeFormatter WITHOUT_BROWSER =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    /** What is said of a time. */
    private enum Form {
        DATE,
        DUE
    }

    private Moment(Instant at, Form form) {
        getElement().setAttribute("datetime", at.toString());
        getElement().setAttribute("form", form.name().toLowerCase(Locale.ROOT));
        getElement().setText(WITHOUT_BROWSER.format(at.atOffset(ZoneOffset.UTC)));
    }

    /** Such as {@code Mon 23 Nov 2026, 10:42 CET}. */
    public static Moment date(Instant at) {
        return new Moment(at, Form.DATE);
    }

    /** Such as {@code today 15:00 CET · in 4 h 18 min}. */
    public static Moment due(Instant at) {
        return new Moment(at, Form.DUE);
    }
}
