package dev.rehearsal.ui.changes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.insight.review.ChangeSetAction;
import dev.rehearsal.insight.review.Clash;
import dev.rehearsal.insight.review.ClashOrigins;
import dev.rehearsal.insight.review.ClashOrigins.Origin;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.PersonName;
import dev.rehearsal.ui.frame.Sentence;
import dev.rehearsal.ui.links.ChangesNavigation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A card that says why test channels leave a set out: mine, theirs and base of each field, and the way to decide. */
class ConflictsCard extends Card {

    private static final Messages MESSAGES = Messages.beside(ConflictsCard.class);

    private static final List<String> COLUMNS =
            List.of("conflict.row", "conflict.field", "conflict.mine", "conflict.theirs", "conflict.base");

    private final ClashOrigins origins;
    private final Runnable onResolve;
    private @Nullable Shown shown;

    private record Shown(
            List<Clash> clashes,
            List<Conflict.Reason> others,
            Origin origin,
            @Nullable String whyNot) {}

    ConflictsCard(ClashOrigins origins, Runnable onResolve) {
        super(MESSAGES.get("conflict"));
        this.origins = origins;
        this.onResolve = onResolve;
        addClassName("conflicts");
    }

    void show(Review review) {
        String whyNot = review.offers().stream()
                .filter(offer -> offer.action() == ChangeSetAction.RESOLVE && !offer.isOpen())
                .map(offer -> String.valueOf(offer.whyNot()))
                .findFirst()
                .orElse(null);
        boolean any = !review.clashes().isEmpty() || !review.otherReasons().isEmpty();
        setVisible(any);
        if (!any) {
            shown = null;
            return;
        }
        Shown next = new Shown(review.clashes(), review.otherReasons(), origins.of(review.set()), whyNot);
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        List<Component> parts = new ArrayList<>();
        parts.add(new Paragraph(MESSAGES.get(
                next.origin().live() || !next.others().isEmpty() ? "conflict.why" : "conflict.why.queued")));
        if (!next.clashes().isEmpty()) {
            parts.add(origin(next.origin()));
        }
        if (!next.clashes().isEmpty()) {
            parts.add(table(next.clashes()));
            parts.add(resolve(whyNot));
        }
        if (!next.others().isEmpty()) {
            parts.add(new UnorderedList(next.others().stream()
                    .map(reason -> new ListItem(Sentence.of(reason.sentence())))
                    .toArray(ListItem[]::new)));
        }
        show(parts.toArray(Component[]::new));
    }

    /** Says which set it is, and whose; or that it is live. */
    private static Component origin(Origin origin) {
        UnorderedList list = new UnorderedList();
        if (origin.live()) {
            list.add(new ListItem(MESSAGES.get("conflict.with.live")));
        }
        origin.queued()
                .forEach(set -> list.add(new ListItem(MESSAGES.parts(
                        "conflict.with.queued",
                        ChangesNavigation.linkTo(set),
                        PersonName.of(set.author()),
                        Moment.due(set)))));
        return list;
    }

    private Component resolve(@Nullable String whyNot) {
        Button resolve = new Button(MESSAGES.get("resolve"), click -> onResolve.run());
        resolve.addThemeNames("primary", "small");
        resolve.setEnabled(whyNot == null);
        Div row = new Div(resolve);
        row.addClassName("action");
        if (whyNot != null) {
            Span why = new Span(whyNot);
            why.addClassName("why-not");
            row.add(why);
        }
        return row;
    }

    private static Component table(List<Clash> clashes) {
        NativeTable table = new NativeTable();
        table.addClassName("fields");
        table.setCaptionText(MESSAGES.get("conflict.clashes"));
        NativeTableRow headings = table.getHead().addRow();
        COLUMNS.forEach(column -> headings.addHeaderCell().setText(MESSAGES.get(column)));
        for (Clash clash : clashes) {
            NativeTableRow row = table.getBody().addRow();
            row.addHeaderCell().setText(clash.row());
            switch (clash) {
                case Clash.OfField field -> {
                    row.addDataCell().setText(field.field());
                    row.addDataCell().setText(ClashValue.of(field.mine()));
                    row.addDataCell().setText(ClashValue.of(field.theirs()));
                    row.addDataCell().setText(ClashValue.of(field.base()));
                }
                case Clash.OfRow ofRow -> {
                    NativeTableCell all = row.addDataCell();
                    all.setColspan(4);
                    all.setText(
                            MESSAGES.get("conflict.whole-row", ofRow.trouble().said()));
                }
            }
        }
        return table;
    }
}
