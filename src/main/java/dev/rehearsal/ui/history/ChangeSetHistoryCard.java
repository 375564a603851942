package dev.rehearsal.ui.history;

import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.history.JournalEntries;
import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.PageLinks;
import dev.rehearsal.ui.links.HistoryAddress;
import dev.rehearsal.ui.links.HistoryNavigation;
import java.time.ZoneOffset;

/**
 * The history of one change set, newest first: who wrote, signed, moved, held and enacted it, and what that changed.
 */
public class ChangeSetHistoryCard extends Card {

    private static final Messages MESSAGES = Messages.beside(ChangeSetHistoryCard.class);
    private static final Paging LATEST = new Paging(1, 40);

    private final JournalEntries journal;
    private final Actor reader;
    private final WritesTable table = WritesTable.ofOneSet();
    private final Paragraph more = new Paragraph();

    public ChangeSetHistoryCard(JournalEntries journal, Actor reader) {
        super(MESSAGES.get("title"));
        this.journal = journal;
        this.reader = reader;
        more.addClassName("facts");
        addClassName("set-history");
        show(table, more);
    }

    public void show(ChangeSetId set) {
        HistoryAddress whole = HistoryAddress.of(set);
        Page<JournalEntry> latest = journal.page(reader, whole.filter(ZoneOffset.UTC), LATEST);
        table.show(latest.items(), null);
        more.removeAll();
        more.add(MESSAGES.parts(
                "set.more",
                latest.items().size(),
                PageLinks.length(latest),
                HistoryNavigation.linkTo(MESSAGES.get("set.whole"), whole)));
        more.setVisible(latest.items().size() < latest.count());
    }
}
