package dev.rehearsal.ui.preview;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rehearsal.insight.preview.Preview;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.PreviewAddress;

/** The staged table with what narrows it down. */
class StagedTablePanel extends Section {

    private static final Messages MESSAGES = Messages.beside(StagedTablePanel.class);

    /** Hears what the table is narrowed down to by hand. */
    @FunctionalInterface
    interface FilterListener {

        void onFilter(String text, boolean onlyChanged);
    }

    private final TextField filter = new TextField();
    private final Checkbox onlyChanged = new Checkbox(MESSAGES.get("rules.only-changed"));
    private final Span counts = new Span();
    private final StagedTableGrid grid = new StagedTableGrid();
    private String everything = "";

    StagedTablePanel(FilterListener listener) {
        addClassNames("card", "table-panel");
        getElement().setAttribute("aria-label", MESSAGES.get("rules"));
        filter.setPlaceholder(MESSAGES.get("rules.filter.example"));
        filter.setAriaLabel(MESSAGES.get("rules.filter"));
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addThemeName("small");
        filter.addValueChangeListener(change -> {
            narrow();
            if (change.isFromClient()) {
                listener.onFilter(filter.getValue(), onlyChanged.getValue());
            }
        });
        onlyChanged.addValueChangeListener(change -> {
            narrow();
            if (change.isFromClient()) {
                listener.onFilter(filter.getValue(), onlyChanged.getValue());
            }
        });
        counts.addClassName("counts");
        counts.getElement().setAttribute("role", "status");
        Button nextChange = new Button(MESSAGES.get("rules.next-change"), click -> grid.showNextChange());
        nextChange.addThemeNames("small");
        Div bar = new Div(filter, onlyChanged, nextChange, counts);
        bar.addClassName("bar");
        add(bar, grid);
    }

    void show(Preview preview, PreviewAddress address) {
        int rules = preview.table().rules().rows().size();
        String differences = DifferencesTelling.said(preview.differences());
        everything = differences.isEmpty()
                ? MESSAGES.get("rules.count", rules)
                : MESSAGES.get("rules.count.differing", rules, differences);
        grid.show(preview);
        filter.setValue(address.filter());
        onlyChanged.setValue(address.onlyChanged());
        narrow();
    }

    private void narrow() {
        int left = grid.filter(filter.getValue(), onlyChanged.getValue());
        boolean narrowed = !filter.getValue().isBlank() || onlyChanged.getValue();
        counts.setText(narrowed ? MESSAGES.get("rules.count.narrowed", left, everything) : everything);
    }
}
