package dev.rehearsal.ui.timemachine;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.insight.timemachine.ReleaseDifference;
import dev.rehearsal.insight.timemachine.RuleDifference;
import dev.rehearsal.insight.timemachine.TimeDifference;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Chip;
import dev.rehearsal.ui.frame.Mark;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.frame.TimeField;
import dev.rehearsal.ui.links.ChangeSetLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A card that compares the time that is looked at with another one. */
class ComparedCard extends Card {

    private static final Messages MESSAGES = Messages.beside(ComparedCard.class);

    private final TimeField time;
    private final Button stop;

    /** @param onTime takes the time to compare with; null for none */
    ComparedCard(Consumer<@Nullable Instant> onTime) {
        super(MESSAGES.get("compare"));
        addClassName("compared");
        time = new TimeField(MESSAGES.get("compare.with"), onTime);
        stop = new Button(MESSAGES.get("compare.stop"), click -> onTime.accept(null));
        stop.addThemeNames("small");
    }

    void showNone() {
        time.show(null);
        show(new Paragraph(MESSAGES.get("compare.why")), time);
    }

    void showRefused(Instant compared, String sentence) {
        time.show(compared);
        show(time, stop, new Paragraph(sentence));
    }

    void show(Instant compared, TimeDifference difference) {
        time.show(compared);
        List<Component> parts = new ArrayList<>(List.of(time, stop));
        parts.add(sides(difference));
        if (difference.isNone()) {
            parts.add(new Paragraph(MESSAGES.get("compare.same")));
        }
        add(parts, difference.rules().stream().map(ComparedCard::rule).toList());
        add(parts, difference.releases().stream().map(ComparedCard::release).toList());
        add(
                parts,
                difference.queued().stream()
                        .map(set -> set(Mark.ADDED, set, MESSAGES.get("compare.queued")))
                        .toList());
        add(
                parts,
                difference.gone().stream()
                        .map(set -> set(Mark.REMOVED, set, MESSAGES.get("compare.gone")))
                        .toList());
        show(parts.toArray(Component[]::new));
    }

    private static void add(List<Component> parts, List<ListItem> items) {
        if (!items.isEmpty()) {
            parts.add(new UnorderedList(items.toArray(ListItem[]::new)));
        }
    }

    private static Component sides(TimeDifference difference) {
        return new Div(side(difference.before()), new Text(" → "), side(difference.after()));
    }

    private static Component side(TimeDifference.@Nullable Side side) {
        if (side == null) {
            return new Div(MESSAGES.get("compare.not-mapped"));
        }
        Div shown = new Div(
                Moment.exact(side.at()),
                new Text(
                        MESSAGES.get("compare.state", side.fingerprint().value().substring(0, 8))));
        shown.getElement().setAttribute("title", side.fingerprint().value());
        return shown;
    }

    private static Chip chip(JournalEntry.Kind kind) {
        return chip(
                switch (kind) {
                    case ADDED -> Mark.ADDED;
                    case EDITED -> Mark.EDITED;
                    case REMOVED -> Mark.REMOVED;
                });
    }

    private static Chip chip(Mark mark) {
        return new Chip(mark.tone(), mark.symbol(), mark.word());
    }

    private static ListItem rule(RuleDifference difference) {
        Rule before = difference.before();
        Rule after = difference.after();
        Rule either = after == null ? before : after;
        String alias = either == null || either.alias() == null ? "" : either.alias();
        ListItem item = new ListItem(
                chip(difference.kind()),
                new Text(MESSAGES.get("compare.rule", difference.id().toString(), alias)));
        if (before != null && after != null) {
            item.add(aside(difference.fields().stream()
                    .map(field ->
                            MESSAGES.get("compare.field", field.wireName(), text(field, before), text(field, after)))
                    .collect(Collectors.joining("; "))));
        } else if (either != null) {
            item.add(aside(MESSAGES.get("compare.serves", text(RuleField.MAPPING, either))));
        }
        return item;
    }

    private static String text(RuleField field, Rule rule) {
        Object value = field.read(rule);
        return value == null ? MESSAGES.get("nothing") : value.toString();
    }

    private static ListItem release(ReleaseDifference difference) {
        ListItem item =
                new ListItem(chip(difference.kind()), new Text(difference.name().value()));
        List<String> parts = difference.parts();
        if (parts == null) {
            item.add(aside(MESSAGES.get("compare.pruned")));
        } else if (!parts.isEmpty()) {
            item.add(aside(MESSAGES.get(
                    "compare.parts", parts.size(), parts.stream().limit(5).collect(Collectors.joining(", ")))));
        }
        return item;
    }

    private static ListItem set(Mark mark, ChangeSet set, String what) {
        return new ListItem(chip(mark), new ChangeSetLink(set), aside(what));
    }

    private static Div aside(String text) {
        Div aside = new Div(text);
        aside.addClassName("aside");
        return aside;
    }
}
