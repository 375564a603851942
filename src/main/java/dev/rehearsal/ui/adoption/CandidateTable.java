package dev.rehearsal.ui.adoption;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.rehearsal.probe.adoption.Candidate;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Products;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.AdoptionNavigation;
import java.util.List;
import java.util.stream.Stream;

/** The test channels that have rules made by hand. */
class CandidateTable extends NativeTable {

    private static final Messages MESSAGES = Messages.beside(CandidateTable.class);

    CandidateTable(List<Candidate> candidates) {
        addClassNames("card", "plain-table", "candidates");
        setCaptionText(MESSAGES.get("candidates.caption"));
        NativeTableRow headings = getHead().addRow();
        Stream.of("test", "live", "product", "state", "copies", "drifted", "alone", "action")
                .forEach(column -> headings.addHeaderCell().setText(MESSAGES.get("candidates.column." + column)));
        candidates.forEach(candidate -> add(getBody().addRow(), candidate));
    }

    private static void add(NativeTableRow row, Candidate candidate) {
        NativeTableHeaderCell name = row.addHeaderCell();
        name.getElement().setAttribute("scope", "row");
        name.setText(candidate.channels().testChannel());
        row.addDataCell().setText(candidate.channels().liveChannel());
        row.addDataCell().setText(Products.named(candidate.channels().product()));
        row.addDataCell()
                .add(
                        candidate.mapped()
                                ? new Chip(Tone.CAREFUL, "◌", MESSAGES.get("candidates.shadowed"))
                                : new Chip(Tone.CALM, "○", MESSAGES.get("candidates.served")));
        number(row.addDataCell(), "copies", candidate.copies());
        number(row.addDataCell(), "drifted", candidate.drifted());
        number(row.addDataCell(), "alone", candidate.alone());
        row.addDataCell().add(AdoptionNavigation.linkTo(MESSAGES.get("candidates.look"), candidate.channels()));
    }

    /** On a narrow screen, where no column stands over it, it says itself what it counts. */
    private static void number(NativeTableCell cell, String column, int count) {
        cell.getElement().setAttribute("data-label", MESSAGES.get("candidates.column." + column));
        cell.setText(Messages.number(count));
    }
}
