package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A time in the zone of the signed-in user, to the second; empty for none. */
public class TimeField extends Div {

    private static final Messages MESSAGES = Messages.beside(TimeField.class);

    private final DateTimePicker picker = new DateTimePicker();
    private final WallTime which = new WallTime();
    private final String label;
    private ZoneId zone = ZoneOffset.UTC;
    private @Nullable Instant shown;

    /** @param onChange takes what is chosen by hand; null for none */
    public TimeField(String label, Consumer<@Nullable Instant> onChange) {
        this.label = label;
        addClassName("time-field");
        picker.setWidthFull();
        picker.setStep(Duration.ofSeconds(1));
        picker.setDateAriaLabel(MESSAGES.get("time.date", label));
        picker.setTimeAriaLabel(MESSAGES.get("time.time", label));
        // Year first, and hours up to 24: the same for everybody.
        picker.setLocale(Locale.UK);
        picker.setDatePickerI18n(
                new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(1));
        picker.addValueChangeListener(change -> {
            which.offer(change.getValue(), zone);
            if (change.isFromClient()) {
                onChange.accept(chosen());
            }
        });
        which.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onChange.accept(chosen());
            }
        });
        add(picker, which);
        showIn(ZoneOffset.UTC);
        addAttachListener(attached -> attached.getUI()
                .getPage()
                .retrieveExtendedClientDetails(details -> showIn(zone(details.getTimeZoneId()))));
    }

    /** A time that the clock leaves out is the one that the clock is put forward to. */
    private @Nullable Instant chosen() {
        LocalDateTime wall = picker.getValue();
        return wall == null
                ? null
                : zone.getRules().getValidOffsets(wall).isEmpty()
                        ? wall.atZone(zone).toInstant()
                        : which.instant(wall, zone);
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private void showIn(ZoneId other) {
        zone = other;
        picker.setLabel(MESSAGES.get("time.label", label, zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()));
        show(shown);
    }

    /** Shows a time without telling anybody; null for none. */
    public void show(@Nullable Instant time) {
        shown = time;
        LocalDateTime wall =
                time == null ? null : time.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
        picker.setValue(wall);
        if (time == null || wall == null) {
            which.offer(null, zone);
        } else {
            which.show(time, wall, zone);
        }
    }
}
