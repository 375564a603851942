package dev.rehearsal.ui.receipts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.rehearsal.history.receipt.Receipt;
import dev.rehearsal.history.receipt.ReceiptText;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.links.ReceiptNavigation;
import dev.rehearsal.ui.links.ReceiptsAddress;
import java.util.List;

/** A table of receipts: each with its set, what it says in a word, and whether it is signed. */
class ReceiptTable extends NativeTable {

    private static final Messages MESSAGES = Messages.beside(ReceiptTable.class);

    ReceiptTable(List<ReceiptText> all, ReceiptsAddress address) {
        addClassNames("card", "plain-table");
        setCaptionText(MESSAGES.get("title"));
        NativeTableRow headings = getHead().addRow();
        for (String column : List.of("number", "set", "says", "when", "signed")) {
            headings.addHeaderCell().setText(MESSAGES.get("column." + column));
        }
        all.forEach(told -> add(getBody().addRow(), told, address));
    }

    private static void add(NativeTableRow row, ReceiptText told, ReceiptsAddress address) {
        Receipt receipt = told.receipt();
        Long number = receipt.number();
        if (number.equals(address.receipt())) {
            row.addClassName("chosen");
        }
        NativeTableHeaderCell name = row.addHeaderCell();
        name.getElement().setAttribute("scope", "row");
        name.add(ReceiptNavigation.link(MESSAGES.get("receipt", Long.toString(number)), address.opening(number)));
        row.addDataCell().add(ChangesNavigation.linkTo(receipt.set(), told.title()));
        row.addDataCell().add(says(told));
        row.addDataCell().add(Moment.date(told.about()));
        row.addDataCell().add(signed(receipt));
    }

    private static Div says(ReceiptText told) {
        Div says = new Div(MESSAGES.get("kind." + told.receipt().kind().wireName()));
        ReceiptText.Enactment enactment = told.enactment();
        if (enactment != null && enactment.breakGlass() != null) {
            says.add(" ");
            says.add(new Chip(Tone.BAD, "!", MESSAGES.get("break-glass")));
        }
        ReceiptText.Seen seen = told.seen();
        if (seen != null) {
            says.add(" ");
            says.add(live(seen.stillLive()));
        }
        return says;
    }

    static Chip live(boolean still) {
        return still
                ? new Chip(Tone.GOOD, "✓", MESSAGES.get("live.still"))
                : new Chip(Tone.CALM, "−", MESSAGES.get("live.no-more"));
    }

    static Chip signed(Receipt receipt) {
        return receipt.isSigned()
                ? new Chip(Tone.GOOD, "✓", MESSAGES.get("signed"))
                : new Chip(Tone.CAREFUL, "!", MESSAGES.get("unsigned"));
    }
}
