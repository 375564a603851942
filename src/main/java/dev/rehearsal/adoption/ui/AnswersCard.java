package dev.rehearsal.adoption.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.rehearsal.adoption.Adoption;
import dev.rehearsal.adoption.ComparedAnswers;
import dev.rehearsal.adoption.HandKept;
import dev.rehearsal.shell.Card;
import dev.rehearsal.shell.InBackground;
import dev.rehearsal.shell.Messages;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Query by query: what testers get now against what the computed channel answers. Asks in the background. */
class AnswersCard extends Card {

    private static final Messages MESSAGES = Messages.beside(AnswersCard.class);
    private static final long SEED = 1;

    /** One comparison that is under way; a new one, or the end of the screen, stops it. */
    private static final class Run {
        private final AtomicBoolean goesOn = new AtomicBoolean(true);
    }

    private final Adoption adoption;
    private final InBackground background;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph said = new Paragraph();
    private final Button stop = new Button(MESSAGES.get("answers.stop"), click -> stop());
    private final Button again = new Button(MESSAGES.get("answers.again"), click -> compareAgain());
    private final Div result = new Div();
    private @Nullable HandKept shown;
    private @Nullable HandKept compared;
    private @Nullable Run run;

    AnswersCard(Adoption adoption, InBackground background) {
        super(MESSAGES.get("answers"));
        this.adoption = adoption;
        this.background = background;
        addClassName("answers");
        said.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", MESSAGES.get("answers.progress"));
        Div line = new Div(said, stop, again);
        line.addClassName("progress-line");
        show(new Paragraph(MESSAGES.get("answers.meaning")), line, bar, result);
        addDetachListener(detached -> stop());
    }

    /** Compares at once, unless these channels have been compared; what has moved since is compared when asked for. */
    void show(HandKept kept, UI ui) {
        HandKept before = compared;
        shown = kept;
        if (before == null || !before.channels().equals(kept.channels())) {
            compare(kept, ui);
        } else if (!before.state().version().equals(kept.state().version()) && run == null) {
            said.setText(MESSAGES.get("answers.moved"));
        }
    }

    private void compareAgain() {
        HandKept kept = shown;
        if (kept != null) {
            getUI().ifPresent(ui -> compare(kept, ui));
        }
    }

    private void compare(HandKept kept, UI ui) {
        stop();
        compared = kept;
        Run next = new Run();
        run = next;
        result.removeAll();
        running(true);
        told(0, Adoption.USUAL_QUERIES);
        background.run(() -> ask(kept, next, ui));
    }

    private void ask(HandKept kept, Run itself, UI ui) {
        try {
            ComparedAnswers answers = adoption.compare(kept, Adoption.USUAL_QUERIES, SEED, (asked, planned) -> {
                if (asked % Math.max(10, planned / 20) == 0) {
                    later(ui, itself, () -> told(asked, planned));
                }
                return itself.goesOn.get();
            });
            later(ui, itself, () -> done(kept, answers));
        } catch (RuntimeException e) {
            later(ui, itself, this::failed);
            throw e;
        }
    }

    /** What comes too late, for a screen that is gone or compares something else, is nobody's. */
    private void later(UI ui, Run itself, Runnable show) {
        ui.accessLater(
                        () -> {
                            if (run == itself) {
                                show.run();
                            }
                        },
                        () -> itself.goesOn.set(false))
                .run();
    }

    private void told(int asked, int planned) {
        bar.setValue(planned == 0 ? 0 : (double) asked / planned);
        said.setText(MESSAGES.get("answers.asked", asked, planned));
    }

    private void done(HandKept kept, ComparedAnswers answers) {
        run = null;
        running(false);
        said.setText(MESSAGES.get(
                answers.isWhole() ? "answers.done" : "answers.stopped",
                answers.asked(),
                answers.differing(),
                answers.updates()));
        result.removeAll();
        if (!answers.differences().isEmpty()) {
            result.add(new DifferenceList(kept, answers.differences()));
        }
    }

    private void failed() {
        run = null;
        running(false);
        said.setText(MESSAGES.get("answers.failed"));
    }

    private void running(boolean isRunning) {
        bar.setVisible(isRunning);
        stop.setVisible(isRunning);
        again.setVisible(!isRunning);
    }

    private void stop() {
        Run last = run;
        if (last != null) {
            last.goesOn.set(false);
        }
    }
}
