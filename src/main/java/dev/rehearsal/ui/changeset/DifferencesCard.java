package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.insight.review.Difference;
import dev.rehearsal.insight.review.Difference.Field;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card with what a set does, row by row: each field with its old and its new value, and a button that comments on it.
 */
public class DifferencesCard extends Card {

    private static final Messages MESSAGES = Messages.beside(DifferencesCard.class);

    /** A speech bubble; its button says what it is for. */
    private static final String BUBBLE = """
            <svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" stroke-width="1.5" \
            stroke-linejoin="round" aria-hidden="true"><path d="M2 2.5h12v8.5H8L4.8 14v-3H2Z"/></svg>""";

    private final PartTexts texts;
    private final @Nullable Commenting commenting;
    private List<Difference> shown = List.of();

    /** Hears what somebody wants to comment on. */
    @FunctionalInterface
    public interface Commenting {

        /**
         * Asks what they want to say.
         *
         * @param field null for the whole row
         * @param called as people call it
         */
        void comment(ChangeId change, @Nullable String field, String called);
    }

    /** Makes a card on which nobody comments. */
    public DifferencesCard(PartTexts texts) {
        this(texts, null);
    }

    /** @param commenting null where nobody comments */
    public DifferencesCard(PartTexts texts, @Nullable Commenting commenting) {
        super(MESSAGES.get("differences"));
        this.texts = texts;
        this.commenting = commenting;
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

    private Component heading(Difference difference) {
        H3 heading = new H3(mark(difference.kind()), new Span(difference.row()));
        if (!difference.about().isEmpty()) {
            Span about = new Span(difference.about());
            about.addClassName("about");
            heading.add(about);
        }
        if (commenting != null) {
            heading.add(comment(difference, null));
        }
        return heading;
    }

    private Button comment(Difference difference, @Nullable String field) {
        String called = field == null ? difference.row() : MESSAGES.get("discussion.field", difference.row(), field);
        Button comment = new Button(new Svg(BUBBLE), click -> {
            if (commenting != null) {
                commenting.comment(difference.change(), field, called);
            }
        });
        comment.addThemeNames("small", "tertiary", "icon");
        comment.addClassName("comment");
        comment.setAriaLabel(MESSAGES.get("comment.on", called));
        comment.setTooltipText(MESSAGES.get("comment.on", called));
        return comment;
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

    private Component fields(Difference difference) {
        NativeTable table = new NativeTable();
        table.addClassName("fields");
        table.setCaptionText(MESSAGES.get("differences.fields", difference.row()));
        NativeTableRow headings = table.getHead().addRow();
        headings.addHeaderCell().setText(MESSAGES.get("differences.field"));
        headings.addHeaderCell().setText(MESSAGES.get("differences.was"));
        headings.addHeaderCell().setText(MESSAGES.get("differences.becomes"));
        for (Field field : difference.fields()) {
            NativeTableRow row = table.getBody().addRow();
            NativeTableHeaderCell name = row.addHeaderCell();
            name.add(new Span(field.name()));
            if (commenting != null) {
                name.add(comment(difference, field.name()));
            }
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
