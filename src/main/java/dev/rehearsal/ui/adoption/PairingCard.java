package dev.rehearsal.ui.adoption;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.probe.adoption.Drift;
import dev.rehearsal.probe.adoption.HandKept;
import dev.rehearsal.probe.adoption.Pairing;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Row by row: which rule copies which, and where it does not any more. */
class PairingCard extends Card {

    private static final Messages MESSAGES = Messages.beside(PairingCard.class);

    /** Limits a long list, of which people read the beginning; the API tells all. */
    private static final int MOST = 100;

    PairingCard() {
        super(MESSAGES.get("rows"));
        addClassName("pairing");
    }

    void show(HandKept kept) {
        Pairing pairing = kept.pairing();
        List<Component> parts = new ArrayList<>();
        parts.add(new Paragraph(
                pairing.rulesLess() == 0
                        ? MESSAGES.get("rows.none")
                        : MESSAGES.get(
                                "rows.summary",
                                pairing.rulesLess(),
                                pairing.pairs().size() - pairing.drifted().size(),
                                pairing.drifted().size(),
                                pairing.copiesAlone().size())));
        if (!pairing.drifted().isEmpty()) {
            parts.add(drifts(pairing.drifted()));
        }
        addRules(parts, "copies", pairing.copiesAlone());
        addRules(parts, "live", pairing.liveAlone());
        addRules(parts, "further", pairing.reachingFurther());
        show(parts.toArray(Component[]::new));
    }

    private static NativeTable drifts(List<Pairing.Pair> drifted) {
        NativeTable table = table(MESSAGES.get("rows.drifted"), "copy", "original", "column", "hand", "now");
        for (Pairing.Pair pair : drifted.stream().limit(MOST).toList()) {
            boolean first = true;
            for (Drift drift : pair.drifts()) {
                NativeTableRow row = table.getBody().addRow();
                NativeTableCell copy = row.addDataCell();
                NativeTableCell original = row.addDataCell();
                if (first) {
                    copy.add(RuleNames.link(pair.copy()));
                    original.add(RuleNames.link(pair.live()));
                    first = false;
                }
                row.addDataCell().setText(drift.field().wireName());
                labelled(row.addDataCell(), "hand").add(value(drift.inCopy()));
                labelled(row.addDataCell(), "now").add(value(drift.inLive()));
            }
        }
        addRest(table, drifted.size());
        return table;
    }

    /** On a narrow screen no column stands over it. */
    private static NativeTableCell labelled(NativeTableCell cell, String column) {
        cell.getElement().setAttribute("data-label", MESSAGES.get("rows.column." + column));
        return cell;
    }

    private static Span value(@Nullable Object value) {
        Span shown = new Span(value == null ? MESSAGES.get("rows.unset") : value.toString());
        shown.addClassName(value == null ? "unset" : "value");
        return shown;
    }

    private static void addRules(List<Component> parts, String part, List<Rule> rules) {
        if (rules.isEmpty()) {
            return;
        }
        parts.add(new H3(MESSAGES.get("rows." + part, rules.size())));
        parts.add(new Paragraph(MESSAGES.get("rows." + part + ".meaning")));
        NativeTable table = table(MESSAGES.get("rows." + part, rules.size()), "rule", "says");
        for (Rule rule : rules.stream().limit(MOST).toList()) {
            NativeTableRow row = table.getBody().addRow();
            row.addDataCell().add(RuleNames.link(rule));
            row.addDataCell().setText(said(rule));
        }
        addRest(table, rules.size());
        parts.add(table);
    }

    private static String said(Rule rule) {
        return MESSAGES.get(
                "rows.says",
                rule.channel() == null ? MESSAGES.get("rows.everywhere") : rule.channel(),
                Integer.toString(rule.priority()),
                rule.mapping() == null
                        ? MESSAGES.get("rows.unset")
                        : rule.mapping().value());
    }

    private static NativeTable table(String caption, String... columns) {
        NativeTable table = new NativeTable();
        table.addClassName("plain-table");
        table.setCaptionText(caption);
        NativeTableRow headings = table.getHead().addRow();
        Stream.of(columns).forEach(column -> headings.addHeaderCell().setText(MESSAGES.get("rows.column." + column)));
        return table;
    }

    private static void addRest(NativeTable table, int all) {
        if (all > MOST) {
            NativeTableCell rest = table.getBody().addRow().addDataCell();
            rest.getElement().setAttribute("colspan", "5");
            rest.setText(MESSAGES.get("rows.rest", all - MOST));
        }
    }
}
