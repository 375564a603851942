package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.approval.Outcome;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.insight.fingerprint.StaleVerdicts;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Tone;
import java.util.List;

/** The latest verdicts that were given here on something else than what is served now, each with what differs. */
class StaleVerdictList extends Div {

    private static final Messages MESSAGES = Messages.beside(StaleVerdictList.class);

    private List<StaleVerdicts.Looked> shown = List.of();

    StaleVerdictList() {
        addClassName("stale-verdicts");
        setVisible(false);
    }

    void show(List<StaleVerdicts.Looked> stale) {
        setVisible(!stale.isEmpty());
        if (!stale.equals(shown)) {
            shown = stale;
            removeAll();
            add(
                    new H3(MESSAGES.get("stale.title")),
                    new UnorderedList(stale.stream().map(StaleVerdictList::item).toArray(ListItem[]::new)));
        }
    }

    private static ListItem item(StaleVerdicts.Looked looked) {
        Verdict verdict = looked.verdict();
        Div because = new Div(MESSAGES.get("stale.because", String.join("; ", looked.because())));
        because.addClassName("note");
        ListItem item = new ListItem(
                new Chip(
                        Tone.CALM,
                        verdict.outcome() == Outcome.PASS ? "✓" : "✕",
                        verdict.outcome().name()),
                new Text(" "));
        item.add(MESSAGES.parts(
                "verdicts.given", verdict.by().name(), verdict.testChannel(), Moment.date(verdict.at())));
        item.add(because);
        return item;
    }
}
