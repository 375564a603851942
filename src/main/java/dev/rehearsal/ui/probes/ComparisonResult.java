package dev.rehearsal.ui.probes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.probe.ChannelComparison.Compared;
import dev.rehearsal.probe.comparison.Amount;
import dev.rehearsal.probe.comparison.Example;
import dev.rehearsal.probe.comparison.Group;
import dev.rehearsal.probe.comparison.Reason;
import dev.rehearsal.probe.comparison.ReplySummary;
import dev.rehearsal.probe.comparison.Tally;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.AskAddress;
import dev.rehearsal.ui.links.AskNavigation;
import java.util.List;

/**
 * Shows what came of comparing two channels: how many requests get the same, and the others by what differs and by
 * rule.
 */
class ComparisonResult extends Div {

    private static final Messages MESSAGES = Messages.beside(ComparisonResult.class);

    private final Compared compared;

    ComparisonResult(Compared compared) {
        this.compared = compared;
        Tally tally = compared.tally();
        Chip verdict = tally.isSame()
                ? new Chip(Tone.GOOD, "=", MESSAGES.get("compare.same"))
                : new Chip(Tone.CAREFUL, "≠", MESSAGES.get("compare.differ"));
        Div sentence = new Div(
                verdict,
                new Span(MESSAGES.get(
                        "compare.sentence",
                        said(tally.different()),
                        said(tally.all()),
                        compared.channels().right(),
                        compared.channels().left())));
        sentence.addClassName("compare-verdict");
        add(sentence);
        notes().forEach(note -> add(new Paragraph(note)));
        if (!tally.groups().isEmpty()) {
            add(new H2(MESSAGES.get("compare.groups")));
        }
        boolean first = true;
        for (Group group : tally.groups()) {
            add(fold(group.key().title(), group.amount(), group.examples(), first));
            first = false;
        }
        if (!tally.reasons().isEmpty()) {
            add(new H2(MESSAGES.get("compare.ignored")));
        }
        tally.reasons()
                .forEach((Reason reason, Tally.IgnoredFor ignored) ->
                        add(fold(reason.words(), ignored.amount(), ignored.examples(), false)));
    }

    private List<String> notes() {
        return List.of(
                MESSAGES.get("compare.note.files", said(compared.tally().butForFileUrls())),
                MESSAGES.get(
                        "compare.note.left-out",
                        compared.requests().withoutUpdateUrl(),
                        compared.requests().onOtherChannels(),
                        compared.notShown()));
    }

    private static String said(Amount amount) {
        return amount.toString();
    }

    private Component fold(String title, Amount amount, List<Example> examples, boolean open) {
        Div shown = new Div();
        examples.forEach(example -> shown.add(example(example)));
        NativeDetails fold = new NativeDetails(MESSAGES.get("compare.group", title, said(amount)), shown);
        fold.setOpen(open);
        return fold;
    }

    private Component example(Example example) {
        String url = example.request().target();
        Div shown = new Div(
                new Code(example.request().forced(example.difference().force())),
                side(compared.channels().left(), example.difference().left()),
                side(compared.channels().right(), example.difference().right()),
                AskNavigation.link(MESSAGES.get("compare.ask"), new AskAddress(url, null)));
        shown.addClassName("compare-example");
        return shown;
    }

    private static Component side(String channel, ReplySummary reply) {
        return new Div(MESSAGES.get(
                "compare.side", channel, reply.release(), reply.rule(), reply.ruleVersion(), reply.status()));
    }
}
