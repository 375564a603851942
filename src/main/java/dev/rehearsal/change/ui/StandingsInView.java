package dev.rehearsal.change.ui;

import com.vaadin.flow.component.UI;
import dev.rehearsal.change.Standing;
import dev.rehearsal.shell.BackgroundWork;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the lines in view stand with their gates. Each takes some milliseconds, so the first few are worked out at once, and
 * the others while the list is there to be read already.
 */
class StandingsInView implements BackgroundWork.Listener<Map<ListedSet, Standing>> {

    /** Where standings come from; gates included. Null for a set that is not pending. */
    interface Source {

        @Nullable
        Standing standing(ListedSet listed);

        /** Null too if it is still to be worked out. */
        @Nullable
        Standing standingIfKnown(ListedSet listed);
    }

    private static final int AT_ONCE = 5;

    private final BackgroundWork work;
    private final Source source;
    private final Runnable found;
    private final Map<ListedSet, Standing> known = new HashMap<>();
    private final Set<ListedSet> asked = new LinkedHashSet<>();
    private int atOnce;
    private BackgroundWork.@Nullable Running running;

    /** @param found called with the session locked, when lines that were left open are known */
    StandingsInView(BackgroundWork work, Source source, Runnable found) {
        this.work = work;
        this.source = source;
        this.found = found;
    }

    /** Something was written: what was known may be so no more. */
    void forget() {
        if (running != null) {
            running.cancel();
        }
        running = null;
        known.clear();
        asked.clear();
        atOnce = 0;
    }

    /** Null where no gate is asked, or while it is being worked out. */
    @Nullable
    Standing of(ListedSet listed) {
        Standing standing = known.get(listed);
        if (standing != null || asked.contains(listed)) {
            return standing;
        }
        Standing workedOutForOthers = source.standingIfKnown(listed);
        if (workedOutForOthers != null) {
            return workedOutForOthers;
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
        return asked.contains(listed) && !known.containsKey(listed);
    }

    private void start() {
        UI ui = UI.getCurrent();
        if (running == null && ui != null) {
            ui.beforeClientResponse(ui, context -> {
                if (running == null) {
                    List<ListedSet> open = asked.stream().filter(this::isOpen).toList();
                    running = work.start(ui, steps -> workOut(open, steps), this);
                }
            });
        }
    }

    private Map<ListedSet, Standing> workOut(List<ListedSet> open, BackgroundWork.Steps steps) {
        Map<ListedSet, Standing> worked = new HashMap<>();
        for (ListedSet listed : open) {
            steps.made(worked.size(), open.size());
            Standing standing = source.standing(listed);
            if (standing != null) {
                worked.put(listed, standing);
            }
        }
        return worked;
    }

    @Override
    public void onProgress(int done, int all) {
        // The chips that are missing say so already.
    }

    @Override
    public void onDone(Map<ListedSet, Standing> result) {
        known.putAll(result);
        running = null;
        found.run();
    }

    @Override
    public void onFailed(RuntimeException failure) {
        running = null;
    }
}
