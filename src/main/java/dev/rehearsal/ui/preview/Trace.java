package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.matching.Criterion;
import dev.rehearsal.matching.Evaluation;
import dev.rehearsal.matching.Evaluation.Considered;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.staging.StagedRules;
import dev.rehearsal.ui.frame.Messages;
import java.util.ArrayList;
import java.util.List;

/**
 * The trace of an evaluation shows how each rule fared, in evaluation order: that which decided is open with the last
 * before it, the others folded away.
 */
class Trace extends NativeDetails {

    private static final Messages MESSAGES = Messages.beside(Trace.class);

    private static final int OPEN = 3;

    private final String liveChannel;
    private final Evaluation evaluation;
    private final List<Considered> before = new ArrayList<>();
    private final List<Considered> deciding = new ArrayList<>();
    private final List<Considered> after = new ArrayList<>();
    private final List<Considered> elsewhere = new ArrayList<>();

    Trace(String title, Evaluation evaluation, String product, String liveChannel) {
        super(title);
        this.liveChannel = liveChannel;
        this.evaluation = evaluation;
        addClassName("trace");
        evaluation.considered().forEach(considered -> place(considered, product));
        Div content = new Div();
        if (evaluation.error() != null) {
            content.add(new Div(MESSAGES.get("trace.error", evaluation.error())));
        }
        int folded = Math.max(0, before.size() - OPEN);
        fold(content, before.subList(0, folded), "trace.before");
        content.add(list(before.subList(folded, before.size())));
        content.add(list(deciding));
        fold(content, after, "trace.after");
        fold(content, elsewhere, "trace.elsewhere");
        setContent(content);
    }

    private void place(Considered considered, String product) {
        if (considered.rule().equals(evaluation.chosen())) {
            deciding.add(considered);
        } else if (!StagedRules.canMatch(considered.rule(), product, liveChannel)) {
            elsewhere.add(considered);
        } else if (deciding.isEmpty()) {
            before.add(considered);
        } else {
            after.add(considered);
        }
    }

    private static void fold(Div content, List<Considered> rules, String key) {
        if (!rules.isEmpty()) {
            content.add(new NativeDetails(MESSAGES.get(key, rules.size()), list(rules)));
        }
    }

    private static UnorderedList list(List<Considered> rules) {
        return new UnorderedList(rules.stream().map(Trace::item).toArray(ListItem[]::new));
    }

    private static ListItem item(Considered considered) {
        Rule rule = considered.rule();
        Span name = new Span("#" + rule.id() + (rule.alias() == null ? "" : " " + rule.alias()));
        name.addClassName("rule");
        ListItem item = new ListItem(sign(considered.outcome()), name, new Span(said(considered.outcome())));
        item.addClassName(considered.outcome() instanceof Evaluation.Matched ? "matched" : "missed");
        return item;
    }

    /** Shorter than the outcome's own sentence: a trace is read down its length. */
    private static String said(Evaluation.Outcome outcome) {
        return switch (outcome) {
            case Evaluation.Matched() -> MESSAGES.get("trace.matches");
            case Evaluation.Missed(Criterion criterion, String asked, String sent) ->
                sent == null
                        ? MESSAGES.get("trace.not-sent", criterion.field().wireName(), quoted(asked))
                        : MESSAGES.get("trace.missed", criterion.field().wireName(), quoted(sent), quoted(asked));
            case Evaluation.Failed(String reason) -> reason;
        };
    }

    private static String quoted(String value) {
        return value.isEmpty() || value.contains(" ") ? "“" + value + "”" : value;
    }

    private static Component sign(Evaluation.Outcome outcome) {
        Span sign = new Span(
                switch (outcome) {
                    case Evaluation.Matched() -> "✓";
                    case Evaluation.Missed _ -> "✗";
                    case Evaluation.Failed _ -> "!";
                });
        sign.addClassName("sign");
        sign.getElement().setAttribute("aria-hidden", "true");
        return sign;
    }
}
