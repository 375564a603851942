package dev.rehearsal.ui.adoption;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.probe.adoption.Adoption;
import dev.rehearsal.probe.adoption.Candidate;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.EmptyState;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.ProgressLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The test channels that are kept by hand. Looks for them in the background: among many rules it takes a while. */
class CandidatesStep extends Div implements BackgroundWork.Listener<List<Candidate>> {

    private static final Messages MESSAGES = Messages.beside(CandidatesStep.class);

    private final Adoption adoption;
    private final BackgroundWork work;
    private final ProgressLine progress = new ProgressLine(MESSAGES.get("candidates.progress"), this::stop, this::goOn);
    private final Div found = new Div();
    private boolean stopped;
    private BackgroundWork.@Nullable Running running;

    CandidatesStep(Adoption adoption, BackgroundWork work) {
        this.adoption = adoption;
        this.work = work;
        found.addClassName("found");
        add(progress, found);
        addDetachListener(detached -> cancel());
    }

    /** What was found before stays to be read meanwhile. */
    void look() {
        if (!stopped) {
            cancel();
            running = work.start(
                    UI.getCurrent(),
                    steps -> adoption.candidates((done, all) -> {
                        steps.made(done, all);
                        return true;
                    }),
                    this);
        }
    }

    private void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    private void stop() {
        stopped = true;
        cancel();
    }

    private void goOn() {
        stopped = false;
        look();
    }

    @Override
    public void onProgress(int done, int all) {
        progress.made(done, all);
    }

    @Override
    public void onDone(List<Candidate> candidates) {
        progress.end();
        found.removeAll();
        if (candidates.isEmpty()) {
            found.add(new EmptyState(
                    MESSAGES.get("candidates.none"), new Paragraph(MESSAGES.get("candidates.none.todo"))));
        } else {
            found.add(new Paragraph(MESSAGES.get("candidates.meaning")), new CandidateTable(candidates));
        }
    }

    @Override
    public void onFailed(String id) {
        progress.end();
        found.removeAll();
        found.add(new Paragraph(MESSAGES.get("candidates.failed", id)));
    }
}
