package dev.rehearsal.ui.frame;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A first column of checkboxes by which several rows are picked, with one in the header for all that are shown. What is
 * picked stays so while rows are shown anew and while the list is narrowed.
 *
 * @param <R> row
 * @param <K> what a row is known by
 */
public final class PickColumn<R, K> {

    private static final Messages MESSAGES = Messages.beside(PickColumn.class);

    /** The key of the column in its grid. */
    public static final String KEY = "pick";

    /** A click that nobody made is the grid's, for the space bar on a cell: a box does not hear that by itself. */
    private static final String SPACE_ON_CELL = "!event.isTrusted && event.target === element";

    private static final String BOX = """
            <vaadin-checkbox
              class="pick"
              .checked="${item.picked}"
              .accessibleName="${item.picking}"
              @change="${(event) => pick(event.target.checked)}"
              @click="${(event) => (event.stopPropagation(),
                  !event.isTrusted && event.target === event.currentTarget && pick(!event.target.checked))}"></vaadin-checkbox>""";

    private final Grid<R> grid;
    private final Function<R, K> key;
    private final Runnable onPick;
    private final Checkbox all = new Checkbox();
    private final Set<K> picked = new LinkedHashSet<>();

    /**
     * @param name what a row is called by those who do not see it
     * @param onPick told whenever somebody picks, or takes a pick back
     */
    public PickColumn(Grid<R> grid, Function<R, K> key, ValueProvider<R, String> name, Runnable onPick) {
        this.grid = grid;
        this.key = key;
        this.onPick = onPick;
        all.setAriaLabel(MESSAGES.get("pick.all"));
        all.addClassName("pick");
        all.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                pickAll(change.getValue());
            }
        });
        all.getElement()
                .addEventListener("click", click -> pickAll(!all.getValue()))
                .setFilter(SPACE_ON_CELL);
        grid.addColumn(LitRenderer.<R>of(BOX)
                        .withProperty("picked", row -> picked.contains(key.apply(row)))
                        .withProperty("picking", row -> MESSAGES.get("pick", name.apply(row)))
                        .withFunction(
                                "pick",
                                (row, arguments) -> pick(row, arguments.path(0).asBoolean())))
                .setWidth("44px")
                .setFlexGrow(0)
                .setHeader(all)
                .setKey(KEY);
    }

    private void pick(R row, boolean wanted) {
        change(List.of(key.apply(row)), wanted);
        grid.getDataProvider().refreshItem(row);
    }

    private void pickAll(boolean wanted) {
        change(shown(), wanted);
        grid.getDataProvider().refreshAll();
    }

    private void change(Collection<K> keys, boolean wanted) {
        if (wanted) {
            picked.addAll(keys);
        } else {
            picked.removeAll(keys);
        }
        showWhetherAll();
        onPick.run();
    }

    private List<K> shown() {
        return grid.getListDataView().getItems().map(key).toList();
    }

    private void showWhetherAll() {
        // To look through a narrowed list costs more than to know that nothing is picked.
        List<K> shown = picked.isEmpty() ? List.of() : shown();
        boolean every = !shown.isEmpty() && picked.containsAll(shown);
        all.setValue(every);
        all.setIndeterminate(!every && shown.stream().anyMatch(picked::contains));
    }

    /** Lets go of what is not there any more; called whenever rows are shown anew, or others. */
    public void retain(Collection<K> there) {
        picked.retainAll(Set.copyOf(there));
        showWhetherAll();
    }

    public Set<K> picked() {
        return Set.copyOf(picked);
    }

    /** Picks just these, without telling anybody. */
    public void pick(Collection<K> keys) {
        picked.clear();
        picked.addAll(keys);
        showWhetherAll();
        grid.getDataProvider().refreshAll();
    }
}
