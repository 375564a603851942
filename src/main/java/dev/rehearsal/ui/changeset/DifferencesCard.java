package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.insight.review.Difference;
import dev.rehearsal.insight.review.Difference.Field;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a set does, row by row: each field with its old and its new value. */
public class DifferencesCard extends Card {

    private static final Messages MESSAGES = Messages.beside(DifferencesCard.class);

    private final PartTexts texts;
    private List<Difference> shown = List.of();

    public DifferencesCard(PartTexts texts) {
        super(MESSAGES.get("differences"));
        this.texts = texts;
        addClassName("differences");
    }

    /** What was unfolded stays so, as long as the set does the same. */
    public void show(List<Difference> differences) {
        if (differences.equals(shown)) {
            return;
        }
        shown = differences;
        show(differences.stream().map(this::row).toArray(Component[]::new));
    }

    private Component row(Difference difference) {
        Article row = new Article(heading(difference));
        row.addClassNames("difference", className(difference.kind()));
        if (!difference.fields().isEmpty()) {
            row.add(fields(difference));
        }
        if (!difference.parts().isEmpty()) {
            row.add(new PartList(difference, texts));
        }
        return row;
    }

    private static Component heading(Difference difference) {
        H3 heading = new H3(mark(difference.kind()), new Span(difference.row()));
        if (!difference.about().isEmpty()) {
            Span about = new Span(difference.about());
            about.addClassName("about");
            heading.add(about);
        }
        return heading;
    }

    private static Chip mark(Difference.Kind kind) {
        return switch (kind) {
            case ADDED -> new Chip(Tone.GOOD, "+", MESSAGES.get("differences.added"));
            case EDITED -> new Chip(Tone.CAREFUL, "✎", MESSAGES.get("differences.edited"));
            case REMOVED -> new Chip(Tone.BAD, "−", MESSAGES.get("differences.removed"));
        };
    }

    private static String className(Difference.Kind kind) {
        return switch (kind) {
            case ADDED -> "added";
            case EDITED -> "edited";
            case REMOVED -> "removed";
        };
    }

    private static Component fields(Difference difference) {
        NativeTable table = new NativeTable();
        table.addClassName("fields");
        table.setCaptionText(MESSAGES.get("differences.fields", difference.row()));
        NativeTableRow headings = table.getHead().addRow();
        headings.addHeaderCell().setText(MESSAGES.get("differences.field"));
        headings.addHeaderCell().setText(MESSAGES.get("differences.was"));
        headings.addHeaderCell().setText(MESSAGES.get("differences.becomes"));
        for (Field field : difference.fields()) {
            NativeTableRow row = table.getBody().addRow();
            row.addHeaderCell().setText(field.name());
            value(row.addDataCell(), "del", field.was());
            value(row.addDataCell(), "ins", field.becomes());
        }
        return table;
    }

    private static void value(NativeTableCell cell, String tag, @Nullable String value) {
        if (value == null) {
            Span none = new Span(MESSAGES.get("differences.nothing"));
            none.addClassName("none");
            cell.add(none);
        } else {
            HtmlContainer shown = new HtmlContainer(tag);
            shown.setText(value);
            cell.add(shown);
        }
    }
}
