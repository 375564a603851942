package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Products;
import dev.rehearsal.ui.links.RuleNavigation;
import java.util.List;
import java.util.Objects;

/** A card that shows what would become of each of several rules, before anything is scheduled. */
class ManyRulesCard extends Card {

    private static final Messages MESSAGES = Messages.beside(ManyRulesCard.class);

    private static final int MOST_SHOWN = 200;

    ManyRulesCard() {
        super(MESSAGES.get("many.what"));
        addClassName("many-rules");
    }

    /** @param column what the last column tells of each rule */
    void show(List<ManyRulesLine> lines, String column) {
        long changing = lines.stream().filter(line -> line.proposal() != null).count();
        Paragraph summary = new Paragraph(
                changing == lines.size()
                        ? MESSAGES.get("many.all", lines.size())
                        : MESSAGES.get("many.some", changing, lines.size()));
        summary.getElement().setAttribute("role", "status");
        NativeTable table = new NativeTable();
        table.addClassName("plain-table");
        table.setCaptionText(MESSAGES.get("many.what"));
        NativeTableRow head = table.getHead().addRow();
        List.of(MESSAGES.get("many.rule"), MESSAGES.get("list.place"), column)
                .forEach(title -> head.addHeaderCell().setText(title));
        lines.stream().limit(MOST_SHOWN).forEach(line -> addRow(table.getBody().addRow(), line));
        show(summary, table);
        if (lines.size() > MOST_SHOWN) {
            add(new Paragraph(MESSAGES.get("many.more", lines.size() - MOST_SHOWN)));
        }
    }

    private static void addRow(NativeTableRow row, ManyRulesLine line) {
        Rule rule = line.row().row().current();
        NativeTableHeaderCell head = row.addHeaderCell();
        head.getElement().setAttribute("scope", "row");
        head.add(RuleNavigation.linkTo(RuleTitles.name(rule), rule.id()));
        row.addDataCell()
                .setText(MESSAGES.get(
                        "many.place",
                        Products.named(rule.product()),
                        Objects.requireNonNullElse(rule.channel(), MESSAGES.get("channel.every"))));
        var cell = row.addDataCell();
        if (line.told().now() == null && !line.told().changed()) {
            cell.setText(MESSAGES.get("facts.nothing"));
        } else {
            cell.add(RuleFacts.told(line.told()));
        }
        if (ManyRulesLine.leaves(line.row())) {
            cell.add(MESSAGES.get("many.leaves"));
        } else if (line.proposal() == null) {
            cell.add(MESSAGES.get("many.stays"));
        }
    }
}
