package dev.rehearsal.preview.ui;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializablePredicate;
import com.vaadin.flow.function.ValueProvider;
import dev.rehearsal.preview.Preview;
import dev.rehearsal.shell.RuleTelling;
import dev.rehearsal.shell.Told;
import java.util.ArrayList;
import java.util.List;

/** The staged table in evaluation order; what changes shows old and new in place. */
class StagedTableGrid extends Grid<PreviewRow> {

    private final List<PreviewRow> shown = new ArrayList<>();
    private final ListDataProvider<PreviewRow> rows = new ListDataProvider<>(shown) {
        @Override
        public Object getId(PreviewRow row) {
            return row.key();
        }
    };
    private RuleTelling telling = new RuleTelling(null, "");

    StagedTableGrid() {
        addClassName("staged-table");
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT, GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.SINGLE);
        setEmptyStateText("No rule is shown: clear the filter, or show more than what changes.");
        setPartNameGenerator(row -> row.mark().word());
        addMark();
        addPriority();
        addServes();
        addTo();
        addRate();
        addRule();
        setItems(rows);
    }

    /** Scroll position and selection stay, since rows are known by their rule. */
    void show(Preview preview) {
        RuleTelling next = new RuleTelling(
                preview.table().product(), preview.table().mapping().liveChannel());
        List<PreviewRow> current = PreviewRow.of(preview);
        if (current.equals(shown) && next.equals(telling)) {
            return;
        }
        telling = next;
        shown.clear();
        shown.addAll(current);
        rows.refreshAll();
    }

    /** @return how many rows are left */
    int filter(String text, boolean onlyChanged) {
        SerializablePredicate<PreviewRow> wanted =
                row -> (row.isChanged() || !onlyChanged) && row.mentions(text, telling);
        rows.setFilter(wanted);
        return (int) shown.stream().filter(wanted).count();
    }

    private void addMark() {
        addColumn(LitRenderer.<PreviewRow>of("${item.word == 'live' ? html`<span class=\"calm-mark\">live</span>` :"
                                + " html`<span class=\"chip ${item.tone}\"><span aria-hidden=\"true\">${item.symbol}</span>"
                                + "<span>${item.word}</span></span>`}")
                        .withProperty("word", row -> row.mark().word())
                        .withProperty("symbol", row -> row.mark().symbol())
                        .withProperty("tone", row -> row.mark().tone().className()))
                .setHeader("From")
                .setWidth("98px")
                .setFlexGrow(0);
    }

    private void addPriority() {
        addTold("priority", "<div class=\"number ${item.row}\">%s</div>", row -> telling.priority(row))
                .setHeader("Priority")
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("76px")
                .setFlexGrow(0);
    }

    private void addServes() {
        addColumn(row("<div class=\"release ${item.row}\">" + Told.template("item.serves") + "</div>"
                                + "<div class=\"aside ${item.row}\">" + Told.template("item.updateType") + "</div>"
                                + "${item.release ? html`<div class=\"release-mark\">${item.release}</div>` : ''}")
                        .withProperty("serves", row -> telling.serves(row))
                        .withProperty(
                                "release",
                                row -> row.release() == null
                                        ? null
                                        : row.release().word())
                        .withProperty("updateType", row -> telling.updateType(row)))
                .setHeader("Serves")
                .setWidth("124px")
                .setFlexGrow(4);
    }

    private void addTo() {
        addColumn(row("<div class=\"${item.row}\">${item.criteria.map(told => html`<span class=\"criterion\">"
                                + Told.template("told") + "</span>`)}</div>")
                        .withProperty("criteria", row -> telling.criteria(row)))
                .setHeader("To")
                .setWidth("118px")
                .setFlexGrow(3);
    }

    private void addRate() {
        addColumn(row("<div class=\"${item.row} ${item.rate.now == '100\u00a0%' ? 'everyday' : ''}\">"
                                + Told.template("item.rate") + "</div>"
                                + "<div class=\"aside release ${item.row}\">" + Told.template("item.fallback")
                                + "</div>")
                        .withProperty("rate", row -> telling.rate(row))
                        .withProperty("fallback", row -> telling.fallback(row)))
                .setHeader("Rate")
                .setWidth("122px")
                .setFlexGrow(0);
    }

    private void addRule() {
        addColumn(row("<div class=\"rule ${item.row}\">" + Told.template("item.rule") + "</div>"
                                + "${item.set ? html`<div class=\"by\">${item.set}</div>` : ''}"
                                + "<div class=\"aside comment ${item.row}\" title=\"${item.comment.now ?? ''}\">"
                                + Told.template("item.comment") + "</div>")
                        .withProperty("rule", row -> telling.rule(row))
                        .withProperty("set", PreviewRow::set)
                        .withProperty("comment", row -> telling.comment(row)))
                .setHeader("Rule")
                .setWidth("120px")
                .setFlexGrow(4);
    }

    private Column<PreviewRow> addTold(String name, String template, ValueProvider<PreviewRow, Told> telling) {
        return addColumn(row(template.formatted(Told.template("item." + name))).withProperty(name, telling));
    }

    /** Each template can use the row's mark as a class. */
    private static LitRenderer<PreviewRow> row(String template) {
        return LitRenderer.<PreviewRow>of(template)
                .withProperty("row", row -> row.mark().word());
    }

    /** Selects the next row that the queue changes, after the selected one, and brings it into view. */
    void showNextChange() {
        List<PreviewRow> visible = getListDataView().getItems().toList();
        PreviewRow selected = asSingleSelect().getValue();
        int from = selected == null ? 0 : visible.indexOf(selected) + 1;
        for (int step = 0; step < visible.size(); step++) {
            PreviewRow row = visible.get((from + step) % visible.size());
            if (row.isChanged()) {
                select(row);
                scrollToItem(row);
                return;
            }
        }
    }
}
