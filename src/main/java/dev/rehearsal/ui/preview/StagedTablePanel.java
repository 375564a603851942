package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rehearsal.insight.preview.Preview;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.PreviewAddress;

/** The staged table: the rules that change, then how many do not, with what narrows it down. */
class StagedTablePanel extends Section {

    private static final Messages MESSAGES = Messages.beside(StagedTablePanel.class);

    /** With more the table scrolls by itself. */
    private static final int MOST_AT_ONCE = 40;

    /** Hears what the table is narrowed down to by hand. */
    @FunctionalInterface
    interface FilterListener {

        /** @param whole whether rules that stay as they are are shown too */
        void onFilter(String text, boolean whole);
    }

    private final TextField filter = new TextField();
    private final Button fold = new Button();
    private final Button nextChange = new Button(MESSAGES.get("rules.next-change"));
    private final Span counts = new Span();
    private final StagedTableGrid grid = new StagedTableGrid();
    private String everything = "";
    private boolean whole;
    private int changed;
    private int unchanged;

    StagedTablePanel(FilterListener listener) {
        addClassNames("card", "table-panel");
        getElement().setAttribute("aria-label", MESSAGES.get("rules"));
        filter.setPlaceholder(MESSAGES.get("rules.filter.example"));
        filter.setAriaLabel(MESSAGES.get("rules.filter"));
        filter.setClearButtonVisible(true);
        filter.getElement().setAttribute("data-filter", true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addThemeName("small");
        filter.addValueChangeListener(change -> {
            narrow();
            if (change.isFromClient()) {
                listener.onFilter(filter.getValue(), whole);
            }
        });
        fold.addThemeNames("small", "tertiary");
        fold.addClassName("fold");
        fold.addClickListener(click -> {
            whole = !whole;
            narrow();
            listener.onFilter(filter.getValue(), whole);
        });
        counts.addClassName("counts");
        counts.getElement().setAttribute("role", "status");
        nextChange.addClickListener(click -> grid.showNextChange());
        nextChange.addThemeNames("small");
        Div bar = new Div(filter, nextChange, counts);
        bar.addClassName("bar");
        add(bar, grid, fold);
    }

    void show(Preview preview, PreviewAddress address) {
        int rules = preview.table().rules().rows().size();
        String differences = DifferencesFormatter.said(preview.differences());
        everything = differences.isEmpty()
                ? MESSAGES.get("rules.count", rules)
                : MESSAGES.get("rules.count.differing", rules, differences);
        grid.show(preview);
        changed = grid.changed();
        unchanged = grid.all() - changed;
        whole = address.whole();
        filter.setValue(address.filter());
        narrow();
    }

    /** What changes comes first; whoever looks for something finds it among all. */
    private void narrow() {
        boolean searching = !filter.getValue().isBlank();
        boolean folded = isFoldable() && !whole && !searching;
        int left = grid.filter(filter.getValue(), folded);
        grid.setAllRowsVisible(folded && left <= MOST_AT_ONCE);
        setClassName("folded", folded && left <= MOST_AT_ONCE);
        counts.setText(searching ? MESSAGES.get("rules.count.narrowed", left, everything) : everything);
        fold.setVisible(isFoldable() && !searching);
        fold.setText((whole ? "▾ " : "▸ ") + MESSAGES.get(whole ? "rules.fold" : "rules.unchanged", unchanged));
        fold.getElement().setAttribute("aria-expanded", Boolean.toString(whole));
        nextChange.setVisible(isFoldable() && !folded);
    }

    private boolean isFoldable() {
        return changed > 0 && unchanged > 0;
    }
}
