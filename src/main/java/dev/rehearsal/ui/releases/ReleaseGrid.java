package dev.rehearsal.ui.releases;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.ReleaseTable;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.ReleaseNavigation;
import dev.rehearsal.ui.links.ReleasesAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Releases as dense lines: what they are called, who needs them, what is queued for them. Blobs are not read. */
class ReleaseGrid extends Grid<ReleaseTable.Row> {

    private static final Messages MESSAGES = Messages.beside(ReleaseGrid.class);

    private static final String NAME = """
            <a
              class="release"
              href="${item.path}">${item.name}</a>
            <div
              class="aside">${item.sets}</div>""";

    private static final String CHIPS = """
            ${item.%1$s.map(one => html`<span
              class="chip ${one.tone}"
              title="${one.title}"><span
              aria-hidden="true">${one.symbol}</span><span>${one.text}</span></span>`)}""";

    private final List<ReleaseTable.Row> shown = new ArrayList<>();
    private final ListDataProvider<ReleaseTable.Row> rows = new ListDataProvider<>(shown) {
        @Override
        public Object getId(ReleaseTable.Row row) {
            return row.name();
        }
    };

    /** @param onSort hears the key of the column that somebody sorts by, after a minus if downwards */
    ReleaseGrid(Consumer<String> onSort) {
        addClassName("release-grid");
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT, GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setEmptyStateText(MESSAGES.get("list.none"));
        sortable(
                        "name",
                        MESSAGES.get("column.name"),
                        5,
                        Comparator.comparing(ReleaseTable.Row::name),
                        LitRenderer.<ReleaseTable.Row>of(NAME)
                                .withProperty("path", row -> ReleaseNavigation.path(row.name()))
                                .withProperty("name", row -> row.name().value())
                                .withProperty(
                                        "sets",
                                        row -> row.pending().stream()
                                                .map(ChangeSet::title)
                                                .collect(Collectors.joining(", "))))
                .setWidth("200px");
        sortable(
                        "product",
                        MESSAGES.get("product"),
                        1,
                        Comparator.comparing(row -> row.release().product()),
                        LitRenderer.<ReleaseTable.Row>of("${item.product}")
                                .withProperty("product", row -> row.release().product()))
                .setWidth("96px");
        sortable(
                        "version",
                        MESSAGES.get("column.version"),
                        0,
                        Comparator.comparingInt(row -> row.release().dataVersion()),
                        LitRenderer.<ReleaseTable.Row>of("${item.version}")
                                .withProperty("version", row -> row.release().dataVersion()))
                .setWidth("76px");
        sortable(
                        "state",
                        MESSAGES.get("column.state"),
                        2,
                        Comparator.comparing(ReleaseFormatter::stateOrder),
                        chips("states", ReleaseFormatter::states))
                .setWidth("152px");
        sortable(
                        "uses",
                        MESSAGES.get("column.uses"),
                        5,
                        Comparator.comparingInt(row -> row.uses().size()),
                        chips("uses", ReleaseFormatter::uses))
                .setWidth("152px");
        setItems(rows);
        addSortListener(sorted -> {
            if (sorted.isFromClient()) {
                onSort.accept(sorted.getSortOrder().stream()
                        .findFirst()
                        .map(ReleaseGrid::told)
                        .orElse(""));
            }
        });
    }

    private Column<ReleaseTable.Row> sortable(
            String key,
            String header,
            int grow,
            Comparator<ReleaseTable.Row> order,
            LitRenderer<ReleaseTable.Row> renderer) {
        return addColumn(renderer)
                .setKey(key)
                .setHeader(header)
                .setFlexGrow(grow)
                .setComparator(order);
    }

    private static LitRenderer<ReleaseTable.Row> chips(
            String property, Function<ReleaseTable.Row, List<ReleaseSign>> signs) {
        return LitRenderer.<ReleaseTable.Row>of(CHIPS.formatted(property)).withProperty(property, signs::apply);
    }

    private static String told(GridSortOrder<ReleaseTable.Row> order) {
        String key = order.getSorted().getKey();
        return order.getDirection() == SortDirection.DESCENDING ? "-" + key : key;
    }

    /** @return how many are shown */
    int show(ReleaseTable table, ReleasesAddress address) {
        setEmptyStateText(MESSAGES.get(table.rows().isEmpty() ? "list.none-yet" : "list.none"));
        shown.clear();
        table.rows().stream().filter(address::includes).forEach(shown::add);
        rows.refreshAll();
        sortBy(address.sort());
        return shown.size();
    }

    private void sortBy(String told) {
        boolean down = told.startsWith("-");
        Column<ReleaseTable.Row> column = getColumnByKey(down ? told.substring(1) : told);
        List<GridSortOrder<ReleaseTable.Row>> wanted = column == null
                ? List.of()
                : List.of(new GridSortOrder<>(column, down ? SortDirection.DESCENDING : SortDirection.ASCENDING));
        if (!getSortOrder().stream()
                .map(ReleaseGrid::told)
                .toList()
                .equals(wanted.stream().map(ReleaseGrid::told).toList())) {
            sort(wanted);
        }
    }
}
