package dev.rehearsal.ui.releases;

import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.rehearsal.insight.preview.UnusedReleases.Unused;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.PickColumn;
import dev.rehearsal.ui.links.ReleaseNavigation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Releases that nobody needs, each with a box; one that is read-only says so and is never deleted. */
@Uses(Moment.class)
class UnusedGrid extends Grid<Unused> {

    private static final Messages MESSAGES = Messages.beside(UnusedGrid.class);

    private static final String NAME = """
            <a
              class="release"
              href="${item.path}">${item.name}</a>
            <div
              class="aside">${item.locked}</div>""";

    private final List<Unused> shown = new ArrayList<>();
    private final ListDataProvider<Unused> rows = new ListDataProvider<>(shown) {
        @Override
        public Object getId(Unused row) {
            return row.row().name();
        }
    };
    private final PickColumn<Unused, ReleaseName> picking;

    /** @param onPick told whenever somebody picks one, or takes that back */
    UnusedGrid(Runnable onPick) {
        addClassNames("release-grid", "unused-grid");
        addThemeVariants(GridVariant.WRAP_CELL_CONTENT, GridVariant.NO_BORDER);
        setSelectionMode(SelectionMode.NONE);
        setItems(rows);
        picking = new PickColumn<>(
                this,
                unused -> unused.row().name(),
                unused -> unused.row().name().value(),
                onPick);
        addColumn(LitRenderer.<Unused>of(NAME)
                        .withProperty(
                                "path",
                                unused -> ReleaseNavigation.path(unused.row().name()))
                        .withProperty("name", unused -> unused.row().name().value())
                        .withProperty("locked", unused -> unused.isLocked() ? MESSAGES.get("clean-up.locked") : ""))
                .setHeader(MESSAGES.get("column.name"))
                .setWidth("200px")
                .setFlexGrow(5);
        addColumn(LitRenderer.<Unused>of("${item.product}")
                        .withProperty(
                                "product", unused -> unused.row().release().product()))
                .setHeader(MESSAGES.get("product"))
                .setWidth("96px")
                .setFlexGrow(1);
        addColumn(LitRenderer.<Unused>of("${item.at ? html`" + Moment.template("item.at", "item.form") + "` : '—'}")
                        .withProperty(
                                "at",
                                unused -> unused.since() == null
                                        ? ""
                                        : unused.since().toString())
                        .withProperty("form", unused -> "date"))
                .setHeader(MESSAGES.get("clean-up.since"))
                .setWidth("190px")
                .setFlexGrow(1);
    }

    /** @param days for how long they have stayed as they are */
    void show(List<Unused> found, int days) {
        setEmptyStateText(MESSAGES.get("clean-up.nothing", days));
        shown.clear();
        shown.addAll(found);
        rows.refreshAll();
        picking.retain(found.stream().map(unused -> unused.row().name()).toList());
    }

    /** @param most as many as one change set should hold */
    void pickAll(int most) {
        picking.pick(shown.stream()
                .filter(unused -> !unused.isLocked())
                .limit(most)
                .map(unused -> unused.row().name())
                .toList());
    }

    /** Returns those that are picked and can be deleted. */
    List<Unused> picked() {
        Set<ReleaseName> picked = picking.picked();
        return shown.stream()
                .filter(unused ->
                        !unused.isLocked() && picked.contains(unused.row().name()))
                .toList();
    }
}
