package dev.rehearsal.ui.channels;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.rehearsal.insight.schedule.Agenda.Due;
import dev.rehearsal.insight.schedule.Agenda.Lane;
import dev.rehearsal.insight.schedule.Agenda.Readiness;
import dev.rehearsal.ui.frame.Card;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Products;
import dev.rehearsal.ui.links.ChangesNavigation;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A timeline of what is due on each live channel. The lines are drawn as SVG; marks are ordinary links above them,
 * which browsers, keyboards and screen readers know how to treat.
 */
class Timeline extends Card {

    private static final Messages MESSAGES = Messages.beside(Timeline.class);

    private Drawn drawn = new Drawn(List.of(), List.of(), ZoneId.of("UTC"));

    /** All that decides how the timeline looks; while it stays the same, nobody's focus is disturbed. */
    private record Drawn(List<Lane> lanes, List<List<Integer>> slots, ZoneId zone) {}

    Timeline() {
        super(MESSAGES.get("timeline"));
        addClassName("timeline");
    }

    /** @param zone in which it says times */
    void show(List<Lane> lanes, Instant now, ZoneId zone) {
        TimeScale scale = TimeScale.over(
                lanes.stream()
                        .flatMap(lane -> lane.due().stream())
                        .map(due -> time(due, now))
                        .toList(),
                now);
        Drawn next = new Drawn(
                lanes,
                lanes.stream()
                        .map(lane -> lane.due().stream()
                                .map(due -> scale.slot(time(due, now)))
                                .toList())
                        .toList(),
                zone);
        setVisible(lanes.stream().anyMatch(lane -> lane.sets() > 0));
        if (next.equals(drawn)) {
            return;
        }
        drawn = next;
        Div drawing =
                new Div(axis(scale, zone, next.slots().stream().anyMatch(slots -> slots.contains(TimeScale.PAST))));
        drawing.addClassName("lanes");
        lanes.stream().filter(lane -> lane.sets() > 0).forEach(lane -> drawing.add(lane(lane, scale, zone)));
        show(drawing, legend(lanes, zone));
    }

    /** What is due as soon as possible is not late: it is due now. */
    private static Instant time(Due due, Instant now) {
        Instant at = due.set().due();
        return due.set().isAsSoonAsPossible() && at.isBefore(now) ? now : at;
    }

    private static Component axis(TimeScale scale, ZoneId zone, boolean anyPast) {
        Div axis = new Div();
        axis.addClassNames("track", "axis");
        if (anyPast) {
            label(axis, MESSAGES.get("timeline.past"), TimeScale.start()).addClassName("past");
        }
        label(axis, MESSAGES.get("timeline.now"), TimeScale.start()).addClassName("now");
        DateTimeFormatter day = DateTimeFormatter.ofPattern(MESSAGES.get("timeline.day"), locale());
        DateTimeFormatter hour = DateTimeFormatter.ofPattern(MESSAGES.get("timeline.hour"), locale());
        scale.ticks(zone).stream()
                .filter(TimeScale.Tick::hasRoomForLabel)
                .forEach(tick -> label(axis, (tick.isMidnight() ? day : hour).format(tick.time()), tick.at()));
        label(axis, MESSAGES.get("timeline.later"), TimeScale.middle(TimeScale.SLOTS - 1));
        Div row = new Div(new Div(), axis);
        row.addClassName("lane");
        return row;
    }

    private static Locale locale() {
        return Messages.locale();
    }

    private static Span label(Div axis, String text, double at) {
        Span label = new Span(text);
        label.getStyle().set("left", percent(at));
        axis.add(label);
        return label;
    }

    private static Component lane(Lane lane, TimeScale scale, ZoneId zone) {
        SortedMap<Integer, List<Due>> bySlot = new TreeMap<>();
        lane.due()
                .forEach(due -> bySlot.computeIfAbsent(scale.slot(time(due, scale.now())), slot -> new ArrayList<>())
                        .add(due));
        String channel = lane.channel().channel();
        Span product = new Span(Products.named(lane.channel().product()));
        product.addClassName("facts");
        Div name = new Div(new Span(channel), product);
        name.addClassName("lane-name");
        if (lane.more() > 0) {
            name.add(ChangesNavigation.linkToQueue(
                    MESSAGES.get("timeline.more", lane.more()), lane.channel().product(), channel));
        }
        Div track = new Div(lines(scale, zone));
        track.addClassName("track");
        OrderedList marks = new OrderedList();
        marks.getElement().setAttribute("aria-label", MESSAGES.get("timeline.of", channel, product.getText()));
        bySlot.forEach((slot, due) -> marks.add(new TimelineMark(lane, slot, due, zone)));
        track.add(marks);
        Div row = new Div(name, track);
        row.addClassName("lane");
        return row;
    }

    private static Svg lines(TimeScale scale, ZoneId zone) {
        StringBuilder svg =
                new StringBuilder("<svg class=\"lines\" width=\"100%\" height=\"100%\" aria-hidden=\"true\">");
        scale.ticks(zone).forEach(tick -> svg.append(vertical("tick", tick.at())));
        svg.append(vertical("edge", TimeScale.end()))
                .append("<line class=\"flow\" x1=\"0\" x2=\"100%\" y1=\"50%\" y2=\"50%\"/>")
                .append(vertical("now", TimeScale.start()));
        return new Svg(svg.append("</svg>").toString());
    }

    private static String vertical(String name, double at) {
        return "<line class=\"%1$s\" x1=\"%2$s\" x2=\"%2$s\" y1=\"0\" y2=\"100%%\"/>".formatted(name, percent(at));
    }

    private static String percent(double at) {
        return String.format(Locale.ROOT, "%.2f%%", at);
    }

    /** Only what is there is explained. */
    private static Component legend(List<Lane> lanes, ZoneId zone) {
        Paragraph legend = new Paragraph();
        legend.addClassNames("legend", "facts");
        for (Readiness readiness : Readiness.values()) {
            if (lanes.stream().flatMap(lane -> lane.due().stream()).anyMatch(due -> due.readiness() == readiness)) {
                Span sign = new Span(MarkShape.of(readiness));
                sign.addClassNames("mark", MarkShape.tone(readiness).className());
                legend.add(new Span(sign, new Span(MarkShape.word(readiness))));
            }
        }
        legend.add(new Span(MESSAGES.get("timeline.zone", zone.getId())));
        long quiet = lanes.stream().filter(lane -> lane.sets() == 0).count();
        if (quiet > 0) {
            legend.add(new Span(MESSAGES.get("timeline.quiet", quiet)));
        }
        return legend;
    }
}
