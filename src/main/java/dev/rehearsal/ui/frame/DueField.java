package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import dev.rehearsal.problem.RefusedException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** When something shall go live: a time in the zone of whoever chooses, or as soon as possible. */
public class DueField extends Div {

    private static final Messages MESSAGES = Messages.beside(DueField.class);

    /** What is due now when it is chosen shall not lie in the past when it is saved. */
    private static final Duration SAVING = Duration.ofSeconds(2);

    private final DateTimePicker time = new DateTimePicker();
    private final Checkbox now = new Checkbox(MESSAGES.get("due.now"));
    private final Clock clock;
    private ZoneId zone = ZoneOffset.UTC;
    private Instant chosen;

    public DueField(Clock clock, Instant chosen) {
        this.clock = clock;
        this.chosen = chosen;
        addClassName("due-field");
        time.setStep(Duration.ofMinutes(15));
        time.setDateAriaLabel(MESSAGES.get("due.date"));
        time.setTimeAriaLabel(MESSAGES.get("due.time"));
        // Year first, and hours up to 24: the same for everybody.
        time.setLocale(Locale.UK);
        time.setDatePickerI18n(
                new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(1));
        now.addValueChangeListener(change -> time.setEnabled(!change.getValue()));
        add(time, now);
        show(ZoneOffset.UTC);
        addAttachListener(attached -> attached.getUI()
                .getPage()
                .retrieveExtendedClientDetails(details -> show(zone(details.getTimeZoneId()))));
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private void show(ZoneId other) {
        if (time.getValue() != null) {
            chosen = time.getValue().atZone(zone).toInstant();
        }
        zone = other;
        time.setLabel(MESSAGES.get("due", zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()));
        time.setValue(chosen.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES));
    }

    /** @throws RefusedException if there is no time in it */
    public Instant due() {
        if (now.getValue()) {
            return clock.instant().plus(SAVING).truncatedTo(ChronoUnit.MILLIS);
        }
        if (time.getValue() == null) {
            throw RefusedException.invalid("", MESSAGES.get("due.missing"));
        }
        return time.getValue().atZone(zone).toInstant();
    }
}
