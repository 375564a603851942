package dev.rehearsal.ui.rules;

import dev.rehearsal.insight.preview.RuleTable;
import dev.rehearsal.insight.warning.Tie;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.ui.frame.Mark;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.OldAndNew;
import dev.rehearsal.ui.frame.PickColumn;
import dev.rehearsal.ui.frame.RuleFormatter;
import dev.rehearsal.ui.frame.RuleGrid;
import dev.rehearsal.ui.links.RuleFilter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A grid of all rules in evaluation order, with what is pending in place. */
class AllRulesGrid extends RuleGrid<RuleRow> {

    private static final Messages MESSAGES = Messages.beside(AllRulesGrid.class);

    private final PickColumn<RuleRow, RuleId> picking;
    private RuleRequests requests = new RuleRequests(null, Instant.EPOCH);

    /** @param onPick told whenever somebody picks a rule, or takes that back */
    AllRulesGrid(Runnable onPick) {
        super(RuleFormatter.EVERYTHING, MESSAGES.get("list.empty"));
        picking = new PickColumn<>(
                this,
                row -> row.rule().id(),
                row -> MESSAGES.get("list.rule", row.rule().id().toString()),
                onPick);
        addMark(
                MESSAGES.get("list.state"),
                odd(),
                renderer -> renderer.withProperty("conflict", RuleRow::isInConflict)
                        .withProperty("shadowed", AllRulesGrid::shadowed)
                        .withProperty("ties", AllRulesGrid::ties)
                        .withProperty("unreached", AllRulesGrid::unreached));
        addPriority();
        addPlace();
        addServes(row -> null);
        addTo(row -> telling().clients(row));
        addRate();
        addRule(RuleRow::sets, row -> requests.said(row), row -> requests.why(row));
    }

    private static String odd() {
        return "${item.conflict ? html` " + chip("bad", "✕", MESSAGES.get("odd.conflict"), "") + "` : ''}"
                + "${item.shadowed ? html` " + chip("careful", "◌", MESSAGES.get("odd.shadowed"), "${item.shadowed}")
                + "` : ''}"
                + "${item.unreached ? html` " + chip("careful", "∅", MESSAGES.get("odd.unreached"), "${item.unreached}")
                + "` : ''}"
                + "${item.ties ? html` " + chip("careful", "≈", MESSAGES.get("odd.tie"), "${item.ties}") + "` : ''}";
    }

    private void addPlace() {
        addColumn(row("<div class=\"place ${item.row}\">" + OldAndNew.template("item.product") + "</div>"
                                + "<div class=\"aside place ${item.row}\">" + OldAndNew.template("item.channel")
                                + "</div>")
                        .withProperty("product", row -> telling().product(row))
                        .withProperty("channel", row -> telling().channel(row)))
                .setHeader(MESSAGES.get("list.place"))
                .setWidth("84px")
                .setFlexGrow(1);
    }

    private static @Nullable String shadowed(RuleRow row) {
        return row.row().shadowedBy() == null
                ? null
                : MESSAGES.get(
                        "odd.shadowed.why",
                        row.row().shadowedBy().testChannel(),
                        row.row().shadowedBy().liveChannel());
    }

    private static @Nullable String unreached(RuleRow row) {
        return row.isUnreached() ? MESSAGES.get("odd.unreached.why") : null;
    }

    private static @Nullable String ties(RuleRow row) {
        List<Tie> ties = row.ties();
        return ties.isEmpty()
                ? null
                : MESSAGES.get(
                        "odd.tie.why",
                        ties.stream()
                                .map(tie -> "#" + other(tie, row.rule()).id())
                                .collect(Collectors.joining(", ")));
    }

    private static Rule other(Tie tie, Rule rule) {
        return tie.winner().id().equals(rule.id()) ? tie.loser() : tie.winner();
    }

    @Override
    protected Mark mark(RuleRow row) {
        return row.mark();
    }

    @Override
    protected Object key(RuleRow row) {
        return row.rule().id();
    }

    void show(RuleTable table) {
        setEmptyStateText(MESSAGES.get(table.rows().isEmpty() ? "list.none-yet" : "list.empty"));
        show(table.rows().stream().map(row -> new RuleRow(row, table)).toList(), RuleFormatter.EVERYTHING);
        picking.retain(table.rows().stream().map(row -> row.rule().id()).toList());
    }

    /** Says of each rule how many requests it decides for. */
    void showRequests(RuleRequests current) {
        requests = current;
        getDataProvider().refreshAll();
    }

    /** Returns the ids of those that are picked, also where they are filtered out. */
    Set<RuleId> picked() {
        return picking.picked();
    }

    void pick(Collection<RuleId> rules) {
        picking.pick(rules);
    }

    /** Returns what the filter leaves, in evaluation order. */
    List<RuleRow> shown() {
        return getListDataView().getItems().toList();
    }

    /** Does nothing for a row that is filtered out. */
    void bringIntoView(RuleRow row) {
        if (getListDataView().contains(row)) {
            scrollToItem(row);
        }
    }

    int filter(RuleFilter wanted) {
        return filter(RuleCondition.of(wanted)::test);
    }
}
