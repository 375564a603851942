package dev.rehearsal.ui.probes;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.probe.Expectation;
import dev.rehearsal.probe.Probe;
import dev.rehearsal.probe.ProbeDraft;
import dev.rehearsal.probe.ProbeResult;
import dev.rehearsal.probe.ProbeService;
import dev.rehearsal.probe.Progress;
import dev.rehearsal.probe.SuiteRun;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.serve.Decided;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.ui.frame.Messages;
import java.util.List;
import java.util.function.Consumer;

/**
 * Shows what the query that is being entered gets, live and on each test channel; any of it can be made what it must
 * get.
 */
class GotNow extends Div {

    private static final Messages MESSAGES = Messages.beside(GotNow.class);

    private final ProbeService probeService;
    private final Consumer<Expectation> onExpect;

    GotNow(ProbeService probeService, Consumer<Expectation> onExpect) {
        this.probeService = probeService;
        this.onExpect = onExpect;
        addClassName("got-now");
    }

    void show(NodeState state, ProbeDraft draft) {
        removeAll();
        boolean readable = draft.problems().stream().map(Problem::place).noneMatch("url"::equals);
        setVisible(readable);
        if (!readable) {
            return;
        }
        Probe probe = draft.as(0, 0);
        SuiteRun run = probeService.run(state, List.of(probe), null, Progress.UNHEARD);
        add(new H3(MESSAGES.get("gets-now")));
        run.live().forEach(result -> addLine(probe.channel(), result));
        for (SuiteRun.OnTestChannel channel : run.testChannels()) {
            channel.results().forEach(result -> addLine(channel.mapping().testChannel(), result));
        }
    }

    private void addLine(String channel, ProbeResult result) {
        Span where = new Span(channel);
        where.addClassName("where");
        Div line = new Div(where, ProbeFormatter.chip(result.passes()), new Span(ProbeFormatter.said(result.got())));
        if (!result.passes() && !result.got().isRefused()) {
            Button expect = new Button(MESSAGES.get("expect-this"), click -> onExpect.accept(expectation(result)));
            expect.setAriaLabel(MESSAGES.get("expect-of", channel));
            expect.addThemeNames("small");
            line.add(expect);
        }
        add(line);
    }

    /** In the form that the probe has, as far as it can be. */
    private static Expectation expectation(ProbeResult result) {
        Decided got = result.got();
        if (result.probe().expected() instanceof Expectation.Exactly) {
            return new Expectation.Exactly(got.answer().body());
        }
        return got.release() == null ? new Expectation.NoUpdate() : new Expectation.Release(got.release());
    }
}
