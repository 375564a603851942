package dev.rehearsal.ui.preview;

import com.vaadin.flow.function.SerializablePredicate;
import dev.rehearsal.insight.preview.Preview;
import dev.rehearsal.ui.frame.Mark;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.RuleFormatter;
import dev.rehearsal.ui.frame.RuleGrid;
import java.util.List;

/** The staged table in evaluation order. */
public class StagedTableGrid extends RuleGrid<PreviewRow> {

    private static final Messages MESSAGES = Messages.beside(StagedTableGrid.class);

    private List<PreviewRow> rows = List.of();

    public StagedTableGrid() {
        super(new RuleFormatter(null, ""), MESSAGES.get("rules.none"));
        addMark(MESSAGES.get("rules.from"));
        addPriority();
        addServes(row -> row.release() == null ? null : row.release().word());
        addTo(row -> telling().criteria(row));
        addRate();
        addRule(PreviewRow::set);
    }

    @Override
    protected Mark mark(PreviewRow row) {
        return row.mark();
    }

    @Override
    protected Object key(PreviewRow row) {
        return row.key();
    }

    public void show(Preview preview) {
        rows = PreviewRow.of(preview);
        show(
                rows,
                new RuleFormatter(
                        preview.table().product(), preview.table().mapping().liveChannel()));
    }

    /** Returns how many rows there are, whatever is filtered. */
    int all() {
        return rows.size();
    }

    /** Returns how many of all rows the queue changes. */
    int changed() {
        return (int) rows.stream().filter(PreviewRow::isChanged).count();
    }

    /** @return how many rows are left */
    public int filter(String text, boolean onlyChanged) {
        SerializablePredicate<PreviewRow> wanted =
                row -> (row.isChanged() || !onlyChanged) && row.mentions(text, telling());
        return filter(wanted);
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
