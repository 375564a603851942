package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.insight.timemachine.AnswerHistory.Longer;
import dev.rehearsal.insight.timemachine.AnswerHistory.Reply;
import dev.rehearsal.insight.timemachine.AnswerHistory.Since;
import dev.rehearsal.ui.frame.BackgroundWork;
import dev.rehearsal.ui.frame.BackgroundWork.Running;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.ProgressLine;
import dev.rehearsal.ui.history.JournalFormatter;
import dev.rehearsal.ui.links.TimeMachineNavigation;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says since when a URL gets its answer, and what brought it; looks back when somebody asks. */
public class SinceWhen extends Div implements BackgroundWork.Listener<Reply> {

    private static final Messages MESSAGES = Messages.beside(SinceWhen.class);

    private static final Set<String> TOLD = Set.of("rule", "release", "pin", "shutoff", "change_set");
    private static final int MOST_TOLD = 4;

    private final BackgroundWork work;
    private final Lookback lookback;
    private final Button ask = new Button(MESSAGES.get("since"), click -> start());
    private final ProgressLine progress = new ProgressLine(MESSAGES.get("since.looking"), this::stop, this::start);
    private final Div found = new Div();
    private String url = "";
    private String channel = "";
    private @Nullable Instant time;
    private @Nullable Running running;

    public SinceWhen(BackgroundWork work, Lookback lookback) {
        this.work = work;
        this.lookback = lookback;
        ask.addThemeNames("small");
        found.getElement().setAttribute("role", "status");
        addClassName("since-when");
        addDetachListener(detached -> stop());
        add(ask, progress, found);
    }

    /**
     * Offers to look back from what was asked.
     *
     * @param at null for now
     * @param testChannel whose time machine shows the moment that is found
     */
    void offer(String asked, @Nullable Instant at, String testChannel) {
        stop();
        url = asked;
        time = at;
        channel = testChannel;
        found.removeAll();
        ask.setVisible(true);
        progress.end();
    }

    private void start() {
        ask.setVisible(false);
        progress.begin();
        running = work.start(UI.getCurrent(), lookback.of(url, time)::apply, this);
    }

    private void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    @Override
    public void onProgress(int done, int all) {
        progress.made(done, all);
    }

    @Override
    public void onDone(Reply reply) {
        progress.end();
        found.removeAll();
        switch (reply) {
            case Since since -> found.add(told(since));
            case Longer(Instant lookedBackTo) ->
                found.add(new Paragraph(MESSAGES.parts("since.longer", Moment.exact(lookedBackTo))));
        }
    }

    @Override
    public void onFailed(String id) {
        progress.end();
        found.removeAll();
        found.add(new Paragraph(MESSAGES.get("since.failed", id)));
        ask.setVisible(true);
    }

    private Component[] told(Since since) {
        Instant at = since.step().at();
        Component moment = TimeMachineNavigation.linkTo(channel, null, at, Moment.exact(at));
        Set<String> people = new LinkedHashSet<>();
        List<JournalEntry> entries = since.step().entries().stream()
                .filter(entry -> TOLD.contains(entry.object()))
                .toList();
        entries.forEach(entry -> people.add(entry.by().name()));
        Paragraph when = new Paragraph(MESSAGES.parts("since.at", moment, String.join(", ", people)));
        Div what = new Div();
        entries.stream().limit(MOST_TOLD).forEach(entry -> what.add(new Div(JournalFormatter.sentence(entry))));
        if (entries.size() > MOST_TOLD) {
            what.add(new Div(MESSAGES.get("since.more", entries.size() - MOST_TOLD)));
        }
        return since.before() == null
                ? new Component[] {when, what, new Paragraph(MESSAGES.get("since.first"))}
                : new Component[] {
                    when,
                    what,
                    new AnswerSummary(
                            MESSAGES.get("ask.when", since.before().channel(), MESSAGES.get("since.before")),
                            since.before(),
                            null,
                            false)
                };
    }
}
