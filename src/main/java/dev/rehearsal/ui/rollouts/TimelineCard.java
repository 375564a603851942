package dev.rehearsal.ui.rollouts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.RangeInput;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.enactment.rollout.StandingStep;
import dev.rehearsal.enactment.rollout.StepMover;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.ConfirmationDialog;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Toast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Steps on one line of time, each moved by drag or by the arrow keys; nothing moves before it is said whose signoffs lapse. */
class TimelineCard extends Card {

    private static final Messages MESSAGES = Messages.beside(TimelineCard.class);
    private static final Duration UNIT = Duration.ofMinutes(15);
    /** How much room there is behind the last step, as a share of all. */
    private static final double ROOM = 0.25;

    private final RolloutDesk desk;

    TimelineCard(RolloutDesk desk) {
        super(MESSAGES.get("timeline"));
        this.desk = desk;
        addClassName("rollout-timeline");
    }

    void show(RolloutDesk.Seen seen) {
        List<Div> rows = new ArrayList<>();
        Instant from = seen.progress().steps().getFirst().set().due();
        Instant last = seen.progress().steps().stream()
                .map(step -> step.set().due())
                .reduce(seen.now(), (one, other) -> one.isAfter(other) ? one : other);
        Instant begin = from.isBefore(seen.now()) ? from : seen.now();
        long units = Duration.between(begin, last).dividedBy(UNIT);
        long most = units + Math.max(Duration.ofDays(1).dividedBy(UNIT), Math.round(units * ROOM));
        boolean mayMove = desk.whyNotWrite(seen.plan()) == null;
        seen.progress().steps().forEach(step -> rows.add(row(seen, step, begin, most, mayMove)));
        show(new Paragraph(MESSAGES.get(mayMove ? "timeline.how" : "timeline.not")));
        rows.forEach(this::add);
    }

    private Div row(RolloutDesk.Seen seen, StandingStep step, Instant begin, long most, boolean mayMove) {
        Span label = new Span(
                MESSAGES.get("percent.of", step.percentage(), step.step().channel()));
        label.addClassName("step");
        RangeInput thumb = new RangeInput();
        thumb.setMin(0);
        thumb.setMax(most);
        thumb.setStep(1.0);
        double known = Duration.between(begin, step.set().due()).dividedBy(UNIT);
        thumb.setValue(known);
        // Zero is what the field has already and would not be sent: the browser would put it into the middle.
        thumb.getElement().setProperty("value", known);
        thumb.getElement()
                .setAttribute(
                        "aria-label",
                        MESSAGES.get(
                                "timeline.step", step.percentage(), step.step().channel()));
        thumb.setEnabled(mayMove && step.set().isOpen());
        Div time = new Div(Moment.date(step.set().due()));
        time.addClassName("time");
        thumb.addValueChangeListener(change -> {
            Instant chosen = begin.plus(UNIT.multipliedBy(Math.round(change.getValue())));
            time.removeAll();
            if (change.getValue() == known) {
                time.add(Moment.date(step.set().due()));
            } else {
                time.add(Moment.date(chosen), moveButton(seen, step, chosen), keepButton(thumb, known));
            }
        });
        Div row = new Div(label, thumb, time);
        row.addClassName("row");
        return row;
    }

    private static Button keepButton(RangeInput thumb, double known) {
        Button keep = new Button(MESSAGES.get("move.not"), click -> thumb.setValue(known));
        keep.addThemeNames("small", "tertiary");
        return keep;
    }

    private Button moveButton(RolloutDesk.Seen seen, StandingStep step, Instant chosen) {
        Button move = new Button(MESSAGES.get("move"), click -> ask(seen, step, chosen));
        move.addThemeNames("small", "primary");
        return move;
    }

    private void ask(RolloutDesk.Seen seen, StandingStep step, Instant chosen) {
        Checkbox along = new Checkbox(MESSAGES.get("move.along"));
        Paragraph lapse = new Paragraph(lapsing(seen, step, false));
        along.addValueChangeListener(change -> lapse.setText(lapsing(seen, step, change.getValue())));
        boolean isLast = StepMover.moved(seen.progress(), step.number(), true).size() == 1;
        along.setVisible(!isLast);
        new ConfirmationDialog(MESSAGES.get("move.title", step.percentage()), MESSAGES.get("move.do"), () -> {
                    desk.move(seen.plan(), step, chosen, along.getValue());
                    Toast.say(MESSAGES.get("move.done"));
                })
                .with(new Paragraph(
                        MESSAGES.parts("move.to", Moment.date(step.set().due()), Moment.date(chosen))))
                .with(along, lapse)
                .open();
    }

    /** A due time is part of what is signed. */
    private static String lapsing(RolloutDesk.Seen seen, StandingStep step, boolean along) {
        List<String> whose = StepMover.moved(seen.progress(), step.number(), along).stream()
                .flatMap(moved -> {
                    Review review = seen.reviews().get(moved.number());
                    Readiness standing = review == null ? null : review.standing();
                    return standing == null
                            ? Stream.<String>empty()
                            : standing.counted().stream()
                                    .map((Signoff signoff) -> MESSAGES.get(
                                            "move.whose", signoff.by(), signoff.role(), moved.percentage()));
                })
                .toList();
        return whose.isEmpty() ? MESSAGES.get("move.lapse.none") : MESSAGES.get("move.lapse", String.join(", ", whose));
    }
}
