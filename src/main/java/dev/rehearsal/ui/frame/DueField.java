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
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A field for when something shall go live: a time in the zone of the signed-in user, or as soon as possible. A time
 * that is left as it is stays so to the millisecond, though the field shows minutes.
 */
public class DueField extends Div {

    private static final Messages MESSAGES = Messages.beside(DueField.class);

    /** What is due now when it is chosen shall not lie in the past when it is saved. */
    private static final Duration SAVING = Duration.ofSeconds(2);

    private static final Duration STEP = Duration.ofMinutes(15);

    private final DateTimePicker time = new DateTimePicker();
    private final WallTime which = new WallTime();
    private final Checkbox now = new Checkbox(MESSAGES.get("due.now"));
    private final Clock clock;
    private ZoneId zone = ZoneOffset.UTC;
    private Instant chosen;

    /** Returns the next quarter of an hour that is not over by the time somebody has decided. */
    public static Instant next(Clock clock) {
        Instant soon = clock.instant().plus(STEP);
        return soon.truncatedTo(ChronoUnit.HOURS)
                .plus(STEP.multipliedBy(Duration.between(soon.truncatedTo(ChronoUnit.HOURS), soon)
                                .dividedBy(STEP)
                        + 1));
    }

    public DueField(Clock clock, Instant chosen) {
        this.clock = clock;
        this.chosen = chosen;
        addClassName("due-field");
        time.setStep(STEP);
        time.setDateAriaLabel(MESSAGES.get("due.date"));
        time.setTimeAriaLabel(MESSAGES.get("due.time"));
        // Year first, and hours up to 24: the same for everybody.
        time.setLocale(Locale.UK);
        time.setDatePickerI18n(
                new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(1));
        now.addValueChangeListener(change -> time.setEnabled(!change.getValue()));
        time.addValueChangeListener(change -> which.offer(change.getValue(), zone));
        add(time, which, now);
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
            chosen = exact(time.getValue());
        }
        zone = other;
        time.setLabel(MESSAGES.get("due", zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()));
        LocalDateTime wall = chosen.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
        time.setValue(wall);
        which.show(chosen, wall, zone);
    }

    /** What is shown of a time stands for all of it. */
    private Instant exact(LocalDateTime wall) {
        Instant typed = which.instant(wall, zone);
        return typed.equals(chosen.truncatedTo(ChronoUnit.MINUTES)) ? chosen : typed;
    }

    /** @throws RefusedException if there is no time in it */
    public Instant due() {
        if (now.getValue()) {
            return clock.instant().plus(SAVING).truncatedTo(ChronoUnit.MILLIS);
        }
        if (time.getValue() == null) {
            throw RefusedException.invalid("", MESSAGES.get("due.missing"));
        }
        return exact(time.getValue());
    }
}
