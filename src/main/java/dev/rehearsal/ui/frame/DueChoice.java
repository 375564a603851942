package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A choice of when something shall go live: as soon as possible, or at a time in the zone of the signed-in user. */
public class DueChoice extends Div {

    private static final Messages MESSAGES = Messages.beside(DueChoice.class);

    private static final Duration STEP = Duration.ofMinutes(15);

    private enum When {
        SOON,
        AT
    }

    private final RadioButtonGroup<When> when = new RadioButtonGroup<>(MESSAGES.get("due.choice"));
    private final DateTimePicker at = new DateTimePicker();
    private final WallTime which = new WallTime();
    private final Span zoneName = new Span();
    private ZoneId zone = ZoneOffset.UTC;
    private @Nullable Instant proposed;

    /** @param onChoice told of each choice that somebody makes */
    public DueChoice(Runnable onChoice) {
        addClassName("due-choice");
        Unsaved.keep(when, "when");
        Unsaved.keep(at, "due");
        when.setItems(When.values());
        when.setItemLabelGenerator(choice -> MESSAGES.get(choice == When.SOON ? "due.choice.soon" : "due.choice.at"));
        when.setValue(When.SOON);
        when.addValueChangeListener(change -> {
            at.setVisible(change.getValue() == When.AT);
            which.offer(change.getValue() == When.AT ? at.getValue() : null, zone);
            zoneName.setVisible(change.getValue() == When.AT);
            if (change.isFromClient()) {
                onChoice.run();
            }
        });
        at.setAriaLabel(MESSAGES.get("due.choice.at"));
        at.setDateAriaLabel(MESSAGES.get("due.date"));
        at.setTimeAriaLabel(MESSAGES.get("due.time"));
        at.setStep(STEP);
        at.setLocale(Locale.UK);
        at.setDatePickerI18n(
                new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd").setFirstDayOfWeek(1));
        at.setManualValidation(true);
        at.setVisible(false);
        at.addValueChangeListener(change -> {
            showProblem(null);
            which.offer(change.getValue(), zone);
            if (change.isFromClient()) {
                onChoice.run();
            }
        });
        zoneName.addClassName("facts");
        zoneName.setVisible(false);
        add(when, at, which, zoneName);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        zone = BrowserZone.of(attached.getUI());
        zoneName.setText(MESSAGES.get(
                "due.choice.zone",
                zone.getDisplayName(TextStyle.FULL, attached.getUI().getLocale()),
                zone.getId()));
        if (proposed != null) {
            at.setValue(proposed.atZone(zone).toLocalDateTime());
            proposed = null;
        }
    }

    /** Fills this time in, once it is known in which zone to show it. */
    public void propose(Instant time) {
        proposed = time;
        when.setValue(When.AT);
    }

    /** Returns the chosen time, null for as soon as possible. */
    public @Nullable Instant due() {
        LocalDateTime chosen = at.getValue();
        return when.getValue() == When.SOON || chosen == null ? null : which.instant(chosen, zone);
    }

    /** A sentence where a time is to be given and is not; null if the choice is whole. */
    public @Nullable String missing() {
        return when.getValue() == When.AT && at.getValue() == null ? MESSAGES.get("due.choice.missing") : null;
    }

    /** @param sentence null for none */
    public void showProblem(@Nullable String sentence) {
        at.setInvalid(sentence != null);
        at.setErrorMessage(sentence);
    }
}
