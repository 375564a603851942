package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.insight.warning.ChangeSetFinding;
import dev.rehearsal.insight.warning.Finding;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import java.util.List;

/** A card with what is odd about a set, or keeps it from going; clashes have a card of their own. */
public class FindingsCard extends Card {

    private static final Messages MESSAGES = Messages.beside(FindingsCard.class);

    private List<Finding> shown = List.of();

    public FindingsCard() {
        super(MESSAGES.get("findings.title"));
        addClassName("findings");
        setVisible(false);
    }

    public void show(Review review) {
        List<Finding> findings = review.findings().stream()
                .filter(finding -> !(finding instanceof ChangeSetFinding.InConflict))
                .toList();
        setVisible(!findings.isEmpty());
        if (!findings.equals(shown)) {
            shown = findings;
            show(new UnorderedList(findings.stream().map(FindingItem::here).toArray(ListItem[]::new)));
        }
    }
}
