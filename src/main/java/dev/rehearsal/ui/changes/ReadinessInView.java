package dev.rehearsal.ui.changes;

import com.vaadin.flow.component.UI;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.ProgressLine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works out how the lines in view stand with their gates. Each takes some ten milliseconds, so the first few are worked
 * out at once, and the others while the list is there to be read already; what is known is shown as it comes.
 */
class ReadinessInView implements BackgroundWork.Listener<List<ListedSet>> {

    /** Tells how sets stand, gates included, and remembers it. Null for a set that is not pending. */
    interface Source {

        @Nullable
        Readiness standing(ListedSet listed);

        /** Returns what is known already; null too if it is still to be worked out. */
        @Nullable
        Readiness standingIfKnown(ListedSet listed);
    }

    private static final Messages MESSAGES = Messages.beside(ReadinessInView.class);

    private static final int AT_ONCE = 5;

    private final BackgroundWork work;
    private final Source source;
    private final Runnable found;
    private final ProgressLine progress = new ProgressLine(MESSAGES.get("gate.looking"), this::stop, this::goOn);
    private final Set<ListedSet> asked = new LinkedHashSet<>();
    private int atOnce;
    private boolean stopped;
    private BackgroundWork.@Nullable Running running;

    /** @param found called with the session locked, when more is known of lines that were left open, or will not be */
    ReadinessInView(BackgroundWork work, Source source, Runnable found) {
        this.work = work;
        this.source = source;
        this.found = found;
    }

    ProgressLine progress() {
        return progress;
    }

    /** Something was written, or nobody looks any more. */
    void forget() {
        cancel();
        progress.end();
        asked.clear();
        atOnce = 0;
        stopped = false;
    }

    /** Returns how ready a set is; null where no gate is asked, or as long as it is not worked out. */
    @Nullable
    Readiness of(ListedSet listed) {
        Readiness readiness = source.standingIfKnown(listed);
        if (readiness != null || asked.contains(listed)) {
            return readiness;
        }
        if (atOnce < AT_ONCE) {
            atOnce++;
            return source.standing(listed);
        }
        asked.add(listed);
        start();
        return null;
    }

    boolean isOpen(ListedSet listed) {
        return asked.contains(listed) && source.standingIfKnown(listed) == null;
    }

    /** What is open stays so until somebody lets it go on. */
    boolean isStopped() {
        return stopped;
    }

    private void start() {
        UI ui = UI.getCurrent();
        if (ui != null && !isRunning()) {
            ui.beforeClientResponse(ui, context -> {
                if (!isRunning() && !stopped) {
                    List<ListedSet> open = asked.stream().filter(this::isOpen).toList();
                    running = work.start(ui, steps -> workOut(open, steps), this);
                }
            });
        }
    }

    private List<ListedSet> workOut(List<ListedSet> open, BackgroundWork.Steps steps) {
        for (int at = 0; at < open.size(); at++) {
            steps.made(at, open.size());
            source.standing(open.get(at));
        }
        return open;
    }

    private boolean isRunning() {
        return running != null && !running.isOver();
    }

    private void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    private void stop() {
        cancel();
        stopped = true;
        found.run();
    }

    private void goOn() {
        stopped = false;
        start();
        found.run();
    }

    @Override
    public void onProgress(int done, int all) {
        progress.made(done, all);
        found.run();
    }

    @Override
    public void onDone(List<ListedSet> workedOut) {
        progress.end();
        found.run();
    }

    @Override
    public void onFailed(String id) {
        progress.end();
    }
}
