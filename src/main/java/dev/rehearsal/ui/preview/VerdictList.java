package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.Verdict;
import dev.rehearsal.insight.review.UnderTest;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.frame.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list of what gates say of a state, and of the verdicts that were given on it, the latest first. */
class VerdictList extends Div {

    private static final Messages MESSAGES = Messages.beside(VerdictList.class);

    private UnderTest.@Nullable Look shown;

    VerdictList() {
        addClassName("verdicts");
    }

    void show(UnderTest.Look look) {
        if (look.equals(shown)) {
            return;
        }
        shown = look;
        removeAll();
        if (look.gates().isEmpty()) {
            add(new Paragraph(MESSAGES.get(
                    "verdicts.no-gate",
                    look.tested().liveChannel(),
                    look.tested().product())));
        } else {
            add(list(look.gates().stream().map(VerdictList::gate).toList()));
        }
        if (look.verdicts().isEmpty()) {
            add(new Paragraph(MESSAGES.get("verdicts.none")));
        } else {
            add(list(look.verdicts().reversed().stream()
                    .map(VerdictList::verdict)
                    .toList()));
        }
    }

    private static Component list(List<ListItem> items) {
        return new UnorderedList(items.toArray(ListItem[]::new));
    }

    private static ListItem gate(GateFinding finding) {
        Chip chip = finding.isOpen()
                ? new Chip(Tone.GOOD, "✓", MESSAGES.get("gate.open"))
                : new Chip(
                        finding.result() instanceof GateFinding.Failed ? Tone.BAD : Tone.CAREFUL,
                        "○",
                        MESSAGES.get("gate.closed"));
        return new ListItem(chip, new Text(" " + Sentence.of(finding.sentence())));
    }

    private static ListItem verdict(Verdict verdict) {
        Chip chip = switch (verdict.outcome()) {
            case PASS -> new Chip(Tone.GOOD, "✓", MESSAGES.get("verdicts.pass"));
            case FAIL -> new Chip(Tone.BAD, "✕", MESSAGES.get("verdicts.fail"));
            case LIFT -> new Chip(Tone.CALM, "↑", MESSAGES.get("verdicts.lift"));
        };
        ListItem item = new ListItem(chip, new Text(" "));
        item.add(MESSAGES.parts("verdicts.given", verdict.by(), verdict.testChannel(), Moment.date(verdict.at())));
        if (verdict.note() != null) {
            Div note = new Div(verdict.note());
            note.addClassName("note");
            item.add(note);
        }
        return item;
    }
}
