package dev.rehearsal.ui.timemachine;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.insight.preview.Preview;
import dev.rehearsal.insight.preview.QueueStep;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangeSetLink;
import java.util.List;
import java.util.stream.Stream;

/** The queue of that time, who had signed what of it, and who had vouched for the state that it made. */
class QueueThen extends Card {

    private static final Messages MESSAGES = Messages.beside(QueueThen.class);

    /** What is further back is shown when it is asked for: each set costs some hundred bytes of traffic. */
    private static final int AT_FIRST = 30;

    QueueThen() {
        super(MESSAGES.get("queue"));
        addClassName("queue-then");
    }

    /** @param verdicts that had been given by then on the state that was shown */
    void show(Preview then, List<Verdict> verdicts) {
        Component vouched = verdicts.isEmpty()
                ? new Paragraph(MESSAGES.get("verdicts.none"))
                : new UnorderedList(verdicts.stream().map(QueueThen::verdict).toArray(ListItem[]::new));
        if (then.queue().isEmpty()) {
            String live = then.table().mapping().liveChannel();
            show(vouched, new Paragraph(MESSAGES.get("queue.empty", live)));
            return;
        }
        OrderedList queue = new OrderedList();
        add(then, then.queue().stream().limit(AT_FIRST), queue);
        show(vouched, queue);
        int left = then.queue().size() - AT_FIRST;
        if (left > 0) {
            Button all = new Button(MESSAGES.get("queue.more", left));
            all.addThemeNames("small", "tertiary");
            all.addClickListener(click -> {
                add(then, then.queue().stream().skip(AT_FIRST), queue);
                remove(all);
            });
            add(all);
        }
    }

    private static void add(Preview then, Stream<QueueStep> steps, OrderedList queue) {
        steps.map(step -> set(then, step)).forEach(queue::add);
    }

    private static ListItem set(Preview then, QueueStep step) {
        ListItem item = new ListItem(
                new ChangeSetLink(step.set()),
                new Text(" "),
                Moment.date(step.set().due()),
                new Text(" "),
                step.shown()
                        ? new Chip(Tone.CAREFUL, "+", MESSAGES.get("queue.shown"))
                        : new Chip(Tone.CALM, "○", MESSAGES.get("queue.not-shown")));
        List<Signoff> signoffs =
                then.state().circumstances().signoffsOf(step.set().id());
        item.add(aside(
                signoffs.isEmpty()
                        ? MESSAGES.get("signoffs.none")
                        : MESSAGES.get(
                                "signoffs",
                                String.join(
                                        ", ",
                                        signoffs.stream()
                                                .map(signoff -> MESSAGES.get(
                                                        "signoff",
                                                        signoff.by().name(),
                                                        signoff.role().name()))
                                                .toList()))));
        if (step.conflict() != null) {
            step.conflict().reasons().stream()
                    .map(Conflict.Reason::sentence)
                    .forEach(reason -> item.add(aside(reason)));
        }
        return item;
    }

    private static ListItem verdict(Verdict verdict) {
        ListItem item = new ListItem(
                verdict.outcome() == Outcome.PASS
                        ? new Chip(Tone.GOOD, "✓", MESSAGES.get("passed"))
                        : new Chip(Tone.BAD, "✗", MESSAGES.get("failed")),
                new Text(MESSAGES.get("verdict.by", verdict.by().name(), verdict.testChannel())),
                Moment.date(verdict.at()));
        if (verdict.note() != null) {
            item.add(aside(verdict.note()));
        }
        return item;
    }

    private static Div aside(String text) {
        Div aside = new Div(text);
        aside.addClassName("aside");
        return aside;
    }
}
