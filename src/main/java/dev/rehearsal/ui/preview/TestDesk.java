package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import dev.rehearsal.insight.preview.Preview;
import dev.rehearsal.insight.preview.Questions;
import dev.rehearsal.probe.BlastRadius;
import dev.rehearsal.ui.frame.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The desk of a tester has all that they need of one test channel and product, to stand on any screen: what changes,
 * Ask, and the verdict.
 */
public class TestDesk extends Div {

    private static final Messages MESSAGES = Messages.beside(TestDesk.class);

    private static final int MOST_AT_ONCE = 20;

    private final Questions questions;
    private final VerdictBar verdict;
    private final StagedTableGrid table = new StagedTableGrid();
    private final AskPanel ask;
    private String asked = "";
    private @Nullable Preview shown;

    TestDesk(Questions questions, BlastRadius radius, Tester testing) {
        this.questions = questions;
        this.verdict = new VerdictBar(testing);
        this.ask = new AskPanel(radius::example, this::ask, null);
        addClassName("test-desk");
        Section changes = new Section(new H3(MESSAGES.get("desk.changes")), table);
        changes.addClassNames("card", "desk-changes");
        add(verdict, changes, new Aside(ask));
    }

    public void show(Preview preview) {
        shown = preview;
        verdict.show(preview);
        table.show(preview);
        int left = table.filter("", table.changed() > 0);
        table.setAllRowsVisible(left <= MOST_AT_ONCE);
        if (asked.isEmpty()) {
            ask.showUnasked(preview);
        } else {
            ask.show(preview, asked, questions.ask(preview, asked));
        }
    }

    private void ask(String url) {
        asked = url;
        if (shown != null) {
            show(shown);
        }
    }
}
