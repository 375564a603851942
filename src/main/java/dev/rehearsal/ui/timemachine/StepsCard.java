package dev.rehearsal.ui.timemachine;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.insight.timemachine.Timeline;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.links.TimeMachineAddress;
import dev.rehearsal.ui.links.TimeMachineNavigation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was written around the time that is looked at, newest first; each leads to how things were then. */
class StepsCard extends Card {

    private static final Messages MESSAGES = Messages.beside(StepsCard.class);

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

    /** Who did how much of what. */
    private static List<Component> lines(Timeline.Step step) {
        Map<String, List<JournalEntry>> byPerson = step.entries().stream()
                .collect(Collectors.groupingBy(entry -> entry.by().name(), LinkedHashMap::new, Collectors.toList()));
        List<Component> lines = new ArrayList<>();
        byPerson.forEach((person, entries) -> {
            Div line = new Div(new Text(MESSAGES.get("event.by", person, told(entries))));
            line.addClassName("aside");
            lines.add(line);
        });
        return lines;
    }

    private static String told(List<JournalEntry> entries) {
        Map<String, List<JournalEntry>> byWhat = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> MESSAGES.get(
                                "event." + entry.change().name().toLowerCase(Locale.ROOT),
                                entry.object().replace('_', ' ')),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byWhat.entrySet().stream()
                .map(what -> what.getValue().size() == 1
                        ? MESSAGES.get(
                                "event.one",
                                what.getKey(),
                                what.getValue().getFirst().key())
                        : MESSAGES.get(
                                "event.many", what.getKey(), what.getValue().size()))
                .collect(Collectors.joining(", "));
    }
}
