package dev.rehearsal.change.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.finding.Finding;
import dev.rehearsal.finding.SetFinding;
import dev.rehearsal.finding.ui.FindingItem;
import dev.rehearsal.review.Review;
import dev.rehearsal.shell.Card;
import dev.rehearsal.shell.Messages;
import java.util.List;

/** What is odd about a set, or keeps it from going; what clashes has a card of its own. */
class FindingsCard extends Card {

    private static final Messages MESSAGES = Messages.beside(FindingsCard.class);

    private List<Finding> shown = List.of();

    FindingsCard() {
        super(MESSAGES.get("findings.title"));
        addClassName("findings");
        setVisible(false);
    }

    void show(Review review) {
        List<Finding> findings = review.findings().stream()
                .filter(finding -> !(finding instanceof SetFinding.InConflict))
                .toList();
        setVisible(!findings.isEmpty());
        if (!findings.equals(shown)) {
            shown = findings;
            show(new UnorderedList(findings.stream().map(FindingItem::here).toArray(ListItem[]::new)));
        }
    }
}
