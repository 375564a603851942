package dev.rehearsal.ui.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.Tone;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.links.RuleHistoryAddress;
import dev.rehearsal.ui.links.RuleNavigation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of the versions of a rule, newest first, with what changed each time and the ways back. */
class VersionsTable extends NativeTable {

    private static final Messages MESSAGES = Messages.beside(VersionsTable.class);

    private final Map<Long, NativeTableRow> rows = new HashMap<>();
    private Shown shown = new Shown(new RuleId(0), List.of(), 1);

    private record Shown(RuleId rule, List<RuleVersion> versions, int page) {}

    VersionsTable() {
        addClassNames("plain-table", "rule-versions");
        setCaptionText(MESSAGES.get("history"));
        NativeTableRow head = getHead().addRow();
        for (String column : List.of("version", "written", "what", "back")) {
            head.addHeaderCell().setText(MESSAGES.get("history." + column));
        }
    }

    /**
     * Where nothing else is shown the table stays as it is, and what is focused in it.
     *
     * @param versions those of the page
     */
    void show(RuleId rule, List<RuleVersion> versions, int page) {
        Shown next = new Shown(rule, versions, page);
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        rows.clear();
        getBody().removeAllRows();
        for (RuleVersion version : versions) {
            NativeTableRow row = getBody().addRow();
            rows.put(version.number(), row);
            addRow(row, version, page == 1 && version.equals(versions.getFirst()) && version.rule() != null);
        }
    }

    /** @param revision null for none */
    void choose(@Nullable Long revision) {
        rows.forEach((number, row) -> row.setClassName("chosen", number.equals(revision)));
    }

    private void addRow(NativeTableRow row, RuleVersion version, boolean now) {
        Rule rule = version.rule();
        NativeTableHeaderCell head = row.addHeaderCell();
        head.getElement().setAttribute("scope", "row");
        head.setText(rule == null ? "—" : Integer.toString(rule.dataVersion()));
        if (now) {
            head.add(new Text(" "), new Chip(Tone.GOOD, "●", MESSAGES.get("history.now")));
        }
        row.addDataCell().add(Moment.exact(version.revision().at()), by(version.revision()));
        row.addDataCell().add(what(version));
        var back = row.addDataCell();
        if (rule != null && !now) {
            back.add(back(version));
        }
    }

    private static Component by(Revision<Rule> revision) {
        ChangeSetId set = revision.changeSet();
        Div by = new Div(
                set == null
                        ? MESSAGES.parts("history.by", revision.by())
                        : MESSAGES.parts(
                                "history.by.through", revision.by(), ChangesNavigation.linkTo(set, "#" + set)));
        by.addClassName("facts");
        return by;
    }

    private static Component what(RuleVersion version) {
        Rule rule = version.rule();
        if (rule == null) {
            return new Chip(Tone.BAD, "−", MESSAGES.get("history.removed"));
        }
        Rule before = version.before();
        return before == null
                ? new Div(new Chip(Tone.GOOD, "+", MESSAGES.get("history.added")), new RuleSentence(rule))
                : new Div(OldAndNewField.between(before, rule));
    }

    private Component back(RuleVersion version) {
        RouterLink link = RuleNavigation.linkToHistory(
                MESSAGES.get("history.revert"), shown.rule(), new RuleHistoryAddress(shown.page(), version.number()));
        link.getElement()
                .setAttribute("aria-label", MESSAGES.get("history.revert.label", Long.toString(version.number())));
        return link;
    }
}
