package dev.rehearsal.ui.approvals;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.enactment.RefusedDirectEdits.Kind;
import dev.rehearsal.enactment.RefusedDirectEdits.Refused;
import dev.rehearsal.ui.frame.Messages;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Direct edits of the last thirty days that would be refused by now, by kind, so that automation is changed before it fails.
 * They are looked for when somebody opens this: the history of a month is read for it.
 */
final class RefusedEditsDetails extends Details {

    private static final Messages MESSAGES = Messages.beside(RefusedEditsDetails.class);
    private static final int TOLD = 8;

    RefusedEditsDetails(Supplier<Map<Kind, Refused>> edits) {
        super(MESSAGES.get("refused"));
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                removeAll();
                add(told(edits.get()));
            }
        });
    }

    private static Component told(Map<Kind, Refused> edits) {
        if (edits.isEmpty()) {
            return new Paragraph(MESSAGES.get("refused.none"));
        }
        UnorderedList kinds = new UnorderedList();
        edits.forEach((kind, found) -> kinds.add(new ListItem(
                MESSAGES.get("refused." + kind.word(), found.edits(), first(found.rows()), first(found.channels())))));
        return kinds;
    }

    private static String first(Collection<?> named) {
        String first = named.stream().map(Object::toString).sorted().limit(TOLD).collect(Collectors.joining(", "));
        return named.size() > TOLD ? MESSAGES.get("refused.more", first, named.size() - TOLD) : first;
    }
}
