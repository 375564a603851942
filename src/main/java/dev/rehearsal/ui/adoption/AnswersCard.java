package dev.rehearsal.ui.adoption;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.rehearsal.probe.adoption.Adoption;
import dev.rehearsal.probe.adoption.ComparedAnswers;
import dev.rehearsal.probe.adoption.HandKept;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Query by query: what testers get now against what the computed channel answers. Asks in the background. */
class AnswersCard extends Card {

    private static final Messages MESSAGES = Messages.beside(AnswersCard.class);
    private static final long SEED = 1;

    private final Adoption adoption;
    private final BackgroundWork work;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph said = new Paragraph();
    private final Button stop = new Button(MESSAGES.get("answers.stop"), click -> stop());
    private final Button again = new Button(MESSAGES.get("answers.again"), click -> compareAgain());
    private final Div result = new Div();
    private @Nullable HandKept shown;
    private @Nullable HandKept compared;
    private BackgroundWork.@Nullable Running running;

    /** Set when the signed-in user has seen enough of the comparison under way; what it has found so far is shown then. */
    private AtomicBoolean enough = new AtomicBoolean();

    AnswersCard(Adoption adoption, BackgroundWork work) {
        super(MESSAGES.get("answers"));
        this.adoption = adoption;
        this.work = work;
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
        } else if (!before.state().version().equals(kept.state().version()) && !isRunning()) {
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
        if (running != null) {
            running.cancel();
        }
        AtomicBoolean enoughOfThis = new AtomicBoolean();
        enough = enoughOfThis;
        compared = kept;
        result.removeAll();
        showRunning(true);
        told(0, Adoption.USUAL_QUERIES);
        running = work.start(
                ui,
                steps -> adoption.compare(kept, Adoption.USUAL_QUERIES, SEED, (asked, planned) -> {
                    steps.made(asked, planned);
                    return !enoughOfThis.get();
                }),
                new Comparison(kept));
    }

    private boolean isRunning() {
        return running != null && !running.isOver();
    }

    /** Hears of one comparison, until another one is begun. */
    private final class Comparison implements BackgroundWork.Listener<ComparedAnswers> {

        private final HandKept kept;

        Comparison(HandKept kept) {
            this.kept = kept;
        }

        @Override
        public void onProgress(int asked, int planned) {
            told(asked, planned);
        }

        @Override
        public void onDone(ComparedAnswers answers) {
            showRunning(false);
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

        @Override
        public void onFailed(String id) {
            showRunning(false);
            said.setText(MESSAGES.get("answers.failed", id));
        }
    }

    private void told(int asked, int planned) {
        bar.setValue(planned == 0 ? 0 : (double) asked / planned);
        said.setText(MESSAGES.get("answers.asked", asked, planned));
    }

    private void showRunning(boolean isRunning) {
        bar.setVisible(isRunning);
        stop.setVisible(isRunning);
        again.setVisible(!isRunning);
    }

    private void stop() {
        enough.set(true);
    }
}
