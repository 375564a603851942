package dev.rehearsal.ui.probes;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.rehearsal.probe.ProbeService;
import dev.rehearsal.probe.Probes;
import dev.rehearsal.probe.SuiteRun;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Tone;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs all probes, and says when that was done last and what came of it. */
class RunBar extends Div implements BackgroundWork.Listener<SuiteRun> {

    private static final Messages MESSAGES = Messages.beside(RunBar.class);

    private final Probes probes;
    private final ProbeService probeService;
    private final SnapshotKeeper snapshots;
    private final BackgroundWork work;
    private final Runnable onDone;
    private final Button run = new Button(MESSAGES.get("run"), click -> start());
    private final Button cancel = new Button(MESSAGES.get("cancel"), click -> cancel());
    private final ProgressBar bar = new ProgressBar();
    private final Span said = new Span();
    private BackgroundWork.@Nullable Running running;

    RunBar(Probes probes, ProbeService probeService, SnapshotKeeper snapshots, BackgroundWork work, Runnable onDone) {
        this.probes = probes;
        this.probeService = probeService;
        this.snapshots = snapshots;
        this.work = work;
        this.onDone = onDone;
        addClassName("run-bar");
        run.addThemeNames("small");
        cancel.addThemeNames("small");
        said.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", MESSAGES.get("running"));
        add(run, bar, cancel, said);
        addDetachListener(detached -> cancel());
        showRunning(false);
    }

    /** Runs them by itself where nobody has since something was written. */
    void startIfStale(NodeState state) {
        boolean current = probeService
                .latest()
                .filter(latest -> latest.of().equals(state.version()))
                .isPresent();
        if (!current && !isRunning() && !probes.all().isEmpty()) {
            start();
        }
    }

    private void start() {
        showRunning(true);
        bar.setIndeterminate(true);
        UI ui = UI.getCurrent();
        NodeState state = snapshots.current();
        running = work.start(ui, steps -> probeService.runAll(state, probes.all(), steps::made), this);
        showRunning(isRunning());
    }

    private boolean isRunning() {
        return running != null && !running.isOver();
    }

    private void cancel() {
        if (running != null) {
            running.cancel();
        }
        showRunning(false);
    }

    private void showRunning(boolean on) {
        run.setVisible(!on);
        bar.setVisible(on);
        cancel.setVisible(on);
    }

    @Override
    public void onProgress(int done, int all) {
        bar.setIndeterminate(false);
        bar.setMax(Math.max(1, all));
        bar.setValue(done);
    }

    @Override
    public void onDone(SuiteRun result) {
        showRunning(false);
        onDone.run();
    }

    @Override
    public void onFailed(String id) {
        showRunning(false);
        said.removeAll();
        said.add(new Chip(Tone.BAD, "!", MESSAGES.get("not-run", id)));
    }

    void show(NodeState state, boolean any) {
        setVisible(any);
        said.removeAll();
        Optional<SuiteRun> latest = probeService.latest();
        if (latest.isEmpty()) {
            said.setText(MESSAGES.get("never-run"));
            return;
        }
        SuiteRun done = latest.get();
        said.add(new Span(MESSAGES.get("last-run")), Moment.date(done.at()));
        said.add(new Span(
                MESSAGES.get("live-passes", done.livePasses(), done.live().size())));
        for (SuiteRun.OnTestChannel channel : done.testChannels()) {
            said.add(new Span(MESSAGES.get(
                    "staged-passes",
                    channel.mapping().testChannel(),
                    channel.product(),
                    channel.passes(),
                    channel.results().size())));
        }
        if (!done.of().equals(state.version())) {
            said.add(new Chip(Tone.CAREFUL, "!", MESSAGES.get("older-state")));
        }
    }
}
