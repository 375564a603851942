package dev.rehearsal.ui.channels;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import dev.rehearsal.insight.schedule.Agenda.Due;
import dev.rehearsal.insight.schedule.Agenda.Lane;
import dev.rehearsal.insight.schedule.Agenda.Readiness;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Moment;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.preview.MissingSignoffs;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A mark for what is due at about the same time on one channel: one set leads to its page, several to the queue of the
 * channel.
 */
class TimelineMark extends ListItem {

    private static final Messages MESSAGES = Messages.beside(TimelineMark.class);

    /** @param due at least one */
    TimelineMark(Lane lane, int slot, List<Due> due, ZoneId zone) {
        Due first = due.getFirst();
        RouterLink link = due.size() == 1
                ? ChangesNavigation.linkTo(first.set().id(), "")
                : ChangesNavigation.linkToQueue(
                        "", lane.channel().product(), lane.channel().channel());
        Readiness worst =
                due.stream().map(Due::readiness).max(Comparator.naturalOrder()).orElseThrow();
        link.add(MarkShape.of(worst));
        if (due.size() > 1) {
            Span count = new Span(Messages.number(due.size()));
            count.getElement().setAttribute("aria-hidden", "true");
            link.add(count);
        }
        String name = due.stream().map(one -> said(one, zone)).collect(Collectors.joining("\n"));
        link.getElement().setAttribute("aria-label", name).setAttribute("title", name);
        link.addClassNames("mark", MarkShape.tone(worst).className());
        getStyle().set("left", String.format(Locale.ROOT, "%.2f%%", TimeScale.middle(slot)));
        add(link);
    }

    private static String said(Due due, ZoneId zone) {
        String when = Moment.text(due.set().due(), zone);
        return due.readiness() == Readiness.UNSIGNED
                ? MESSAGES.get("timeline.mark.unsigned", due.set().title(), when, MissingSignoffs.said(due.missing()))
                : MESSAGES.get("timeline.mark", due.set().title(), when, MarkShape.word(due.readiness()));
    }
}
