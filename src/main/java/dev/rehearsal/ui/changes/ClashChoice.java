package dev.rehearsal.ui.changes;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.insight.review.Clash;
import dev.rehearsal.insight.review.Clash.Side;
import dev.rehearsal.insight.review.Difference;
import dev.rehearsal.insight.review.PartTexts;
import dev.rehearsal.ui.changeset.PartList;
import dev.rehearsal.ui.frame.Messages;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One clash that somebody decides: what the set says, what is there, or what was there before both. */
class ClashChoice extends Div {

    private static final Messages MESSAGES = Messages.beside(ClashChoice.class);

    private final Clash clash;
    private final RadioButtonGroup<Side> sides = new RadioButtonGroup<>();

    ClashChoice(Clash clash, PartTexts texts) {
        this.clash = clash;
        addClassName("clash");
        sides.setItems(clash.sides());
        sides.setItemLabelGenerator(this::label);
        sides.setLabel(title());
        add(sides);
        if (clash instanceof Clash.OfField field) {
            clash.sides().stream()
                    .filter(side -> isContent(field.value(side)) || isContent(field.theirs()))
                    .filter(side -> side != Side.THEIRS)
                    .forEach(side -> add(
                            note("resolve.parts." + side.name().toLowerCase(Locale.ROOT)),
                            new PartList(theirsTo(side, field), texts)));
        }
    }

    private static Span note(String key) {
        Span note = new Span(MESSAGES.get(key));
        note.addClassName("note");
        return note;
    }

    private String title() {
        return switch (clash) {
            case Clash.OfField field -> MESSAGES.get("resolve.field", field.row(), field.field());
            case Clash.OfRow row ->
                MESSAGES.get("resolve.row", row.row(), row.trouble().said());
        };
    }

    private String label(Side side) {
        return switch (clash) {
            case Clash.OfField field ->
                switch (side) {
                    case MINE -> MESSAGES.get("resolve.mine", ClashValue.of(field.mine()));
                    case THEIRS -> MESSAGES.get("resolve.theirs", ClashValue.of(field.theirs()));
                    case BASE -> MESSAGES.get("resolve.base", ClashValue.of(field.base()));
                };
            case Clash.OfRow _ -> MESSAGES.get(side == Side.MINE ? "resolve.mine.row" : "resolve.theirs.row");
        };
    }

    private static boolean isContent(@Nullable Object value) {
        return value instanceof ContentHash;
    }

    private static List<Difference.Part> theirsTo(Side side, Clash.OfField field) {
        String path = field.field().equals("blob")
                ? BlobParts.BASE_PATH
                : field.field().substring("blob".length());
        return List.of(new Difference.Part(path, (ContentHash) field.theirs(), (ContentHash) field.value(side)));
    }

    Clash clash() {
        return clash;
    }

    /** Returns the chosen side, null as long as nobody has chosen. */
    @Nullable
    Side side() {
        return sides.getValue();
    }
}
