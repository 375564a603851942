package dev.rehearsal.rule.ui;

import dev.rehearsal.finding.Tie;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.preview.RuleTable;
import dev.rehearsal.shell.Mark;
import dev.rehearsal.shell.RuleGrid;
import dev.rehearsal.shell.RuleTelling;
import dev.rehearsal.shell.Told;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All rules in evaluation order, with what is pending in place. */
class AllRulesGrid extends RuleGrid<RuleRow> {

    private static final String ODD = "${item.conflict ? html` " + chip("bad", "✕", "conflict", "") + "` : ''}"
            + "${item.shadowed ? html` " + chip("careful", "◌", "shadowed", "${item.shadowed}") + "` : ''}"
            + "${item.ties ? html` " + chip("careful", "≈", "tie", "${item.ties}") + "` : ''}";

    AllRulesGrid() {
        super(RuleTelling.EVERYTHING, "No rule is like that: widen or clear the filters.");
        addMark(
                "State",
                ODD,
                renderer -> renderer.withProperty("conflict", RuleRow::isInConflict)
                        .withProperty("shadowed", AllRulesGrid::shadowed)
                        .withProperty("ties", AllRulesGrid::ties));
        addPriority();
        addPlace();
        addServes(row -> null);
        addTo(row -> telling().clients(row));
        addRate();
        addRule(RuleRow::sets);
    }

    private void addPlace() {
        addColumn(row("<div class=\"place ${item.row}\">" + Told.template("item.product") + "</div>"
                                + "<div class=\"aside place ${item.row}\">" + Told.template("item.channel") + "</div>")
                        .withProperty("product", row -> telling().product(row))
                        .withProperty("channel", row -> telling().channel(row)))
                .setHeader("Product, channel")
                .setWidth("112px")
                .setFlexGrow(1);
    }

    private static @Nullable String shadowed(RuleRow row) {
        return row.row().shadowedBy() == null
                ? null
                : "Not served: %s shows what %s will serve"
                        .formatted(
                                row.row().shadowedBy().testChannel(),
                                row.row().shadowedBy().liveChannel());
    }

    private static @Nullable String ties(RuleRow row) {
        List<Tie> ties = row.ties();
        return ties.isEmpty()
                ? null
                : "The same priority, and maybe the same clients, as "
                        + ties.stream()
                                .map(tie -> "#" + other(tie, row.rule()).id())
                                .collect(Collectors.joining(", "));
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
        show(table.rows().stream().map(row -> new RuleRow(row, table)).toList(), RuleTelling.EVERYTHING);
    }

    int filter(RuleFilter wanted) {
        return filter(wanted.condition()::test);
    }
}
