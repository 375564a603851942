package dev.rehearsal.ui.timemachine;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.insight.timemachine.Timeline;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.history.JournalFormatter;
import dev.rehearsal.ui.links.TimeMachineAddress;
import dev.rehearsal.ui.links.TimeMachineNavigation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A card with what was written around the time that is looked at, newest first; each entry leads to how things were
 * then.
 */
class StepsCard extends Card {

    private static final Messages MESSAGES = Messages.beside(StepsCard.class);

    /** What was written of one kind at once is told one by one up to this. */
    private static final int MOST_TOLD = 4;

    StepsCard() {
        super(MESSAGES.get("events"));
        addClassName("steps");
    }

    /**
     * @param after oldest first
     * @param until newest first; the first of them made the state that is shown
     */
    void show(List<Timeline.Step> after, List<Timeline.Step> until, TimeMachineAddress address) {
        if (after.isEmpty() && until.isEmpty()) {
            show(new Paragraph(MESSAGES.get("no-events")));
            return;
        }
        OrderedList list = new OrderedList();
        after.reversed().forEach(step -> list.add(item(step, address, null)));
        for (int at = 0; at < until.size(); at++) {
            list.add(item(until.get(at), address, at == 0 ? "step" : null));
        }
        show(list);
    }

    private static ListItem item(Timeline.Step step, TimeMachineAddress address, @Nullable String current) {
        ListItem item = new ListItem(TimeMachineNavigation.link(address.at(step.at()), Moment.exact(step.at())));
        if (current != null) {
            item.addClassName("current");
            item.getElement().setAttribute("aria-current", current);
        }
        lines(step).forEach(item::add);
        return item;
    }

    /** Says who did what; much of a kind is counted. */
    private static List<Component> lines(Timeline.Step step) {
        Map<String, List<JournalEntry>> byPerson = step.entries().stream()
                .collect(Collectors.groupingBy(entry -> entry.by().name(), LinkedHashMap::new, Collectors.toList()));
        List<Component> lines = new ArrayList<>();
        byPerson.forEach((person, entries) -> {
            Span by = new Span(person);
            by.addClassName("by");
            lines.add(aside(by));
            entries.stream()
                    .collect(Collectors.groupingBy(What::of, LinkedHashMap::new, Collectors.toList()))
                    .forEach((what, alike) -> lines.addAll(told(what, alike)));
        });
        return lines;
    }

    private record What(String object, JournalEntry.Kind change) {

        static What of(JournalEntry entry) {
            return new What(entry.object(), entry.change());
        }
    }

    private static List<Component> told(What what, List<JournalEntry> alike) {
        return alike.size() > MOST_TOLD
                ? List.of(aside(new Text(JournalFormatter.counted(what.object(), what.change(), alike.size()))))
                : alike.stream()
                        .<Component>map(entry -> aside(JournalFormatter.sentence(entry)))
                        .toList();
    }

    private static Div aside(Component... parts) {
        Div line = new Div(parts);
        line.addClassName("aside");
        return line;
    }
}
