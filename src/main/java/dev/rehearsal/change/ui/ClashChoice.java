package dev.rehearsal.change.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.rehearsal.release.BlobParts;
import dev.rehearsal.release.ContentHash;
import dev.rehearsal.review.Clash;
import dev.rehearsal.review.Difference;
import dev.rehearsal.review.PartTexts;
import dev.rehearsal.shell.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One clash that somebody decides: what the set says, or what is there. */
class ClashChoice extends Div {

    private static final Messages MESSAGES = Messages.beside(ClashChoice.class);

    private enum Side {
        MINE,
        THEIRS
    }

    private final Clash clash;
    private final RadioButtonGroup<Side> sides = new RadioButtonGroup<>();

    ClashChoice(Clash clash, PartTexts texts) {
        this.clash = clash;
        addClassName("clash");
        sides.setItems(clash.canBeMine() ? List.of(Side.MINE, Side.THEIRS) : List.of(Side.THEIRS));
        sides.setItemLabelGenerator(this::label);
        sides.setLabel(title());
        add(sides);
        if (clash instanceof Clash.OfField field) {
            Span base = new Span(MESSAGES.get("resolve.base", ClashValue.of(field.base())));
            base.addClassName("base");
            add(base);
            if (isContent(field.mine()) || isContent(field.theirs())) {
                add(new PartList(theirsToMine(field), texts));
            }
        }
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
                side == Side.MINE
                        ? MESSAGES.get("resolve.mine", ClashValue.of(field.mine()))
                        : MESSAGES.get("resolve.theirs", ClashValue.of(field.theirs()));
            case Clash.OfRow _ -> MESSAGES.get(side == Side.MINE ? "resolve.mine.row" : "resolve.theirs.row");
        };
    }

    private static boolean isContent(@Nullable Object value) {
        return value instanceof ContentHash;
    }

    private static Difference theirsToMine(Clash.OfField field) {
        String path = field.field().equals("blob")
                ? BlobParts.BASE_PATH
                : field.field().substring("blob".length());
        return new Difference(
                Difference.Kind.EDITED,
                field.row(),
                "",
                List.of(),
                List.of(new Difference.Part(path, (ContentHash) field.theirs(), (ContentHash) field.mine())));
    }

    Clash clash() {
        return clash;
    }

    boolean isDecided() {
        return sides.getValue() != null;
    }

    boolean isMine() {
        return sides.getValue() == Side.MINE;
    }
}
