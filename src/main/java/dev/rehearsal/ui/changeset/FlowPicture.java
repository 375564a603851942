package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import dev.rehearsal.probe.Radius;
import dev.rehearsal.ui.frame.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/**
 * Draws today's answers to the left, tomorrow's to the right, and between them a band for those who go from one to the other,
 * as wide as they are many among the clients that were asked.
 */
final class FlowPicture {

    private static final Messages MESSAGES = Messages.beside(FlowPicture.class);

    private static final int MOST_BANDS = 7;

    /** In units of the drawing, which is 720 of them wide: about as many pixels on a wide screen. */
    private static final int WIDTH = 720;

    private static final int LEFT = 196;
    private static final int RIGHT = 480;
    private static final int TOP = 24;
    private static final int ALL_BANDS = 120;
    private static final double THINNEST = 2.5;
    private static final int LEAST_NODE = 38;
    private static final int LONGEST_NAME = 31;

    /** @param moves whether these clients get something else */
    private record Band(String before, String after, int clients, boolean moves) {}

    /** What one side holds: names, and how far each is filled with bands already. */
    private static final class Side {

        private final Map<String, Double> tops = new LinkedHashMap<>();
        private final Map<String, Double> filled = new LinkedHashMap<>();
        private double bottom = TOP;

        private void make(String name, double height) {
            tops.put(name, bottom);
            filled.put(name, bottom);
            bottom += Math.max(height, LEAST_NODE - 8) + 8;
        }

        private double take(String name, double height) {
            double from = filled.getOrDefault(name, (double) TOP);
            filled.put(name, from + height);
            return from;
        }
    }

    private final List<Band> bands = new ArrayList<>();
    private final int asked;
    private final Side before = new Side();
    private final Side after = new Side();

    private FlowPicture(Radius radius) {
        asked = Math.max(1, radius.asked());
        radius.changes().stream()
                .limit(MOST_BANDS)
                .forEach(change -> bands.add(new Band(change.before(), change.after(), change.queries(), true)));
        int others = radius.changes().stream()
                .skip(MOST_BANDS)
                .mapToInt(Radius.Change::queries)
                .sum();
        if (others > 0) {
            String other = MESSAGES.get("flow.others");
            bands.add(new Band(other, other, others, true));
        }
        int same = radius.asked() - radius.differing();
        if (same > 0) {
            String unchanged = MESSAGES.get("flow.same");
            bands.add(new Band(unchanged, unchanged, same, false));
        }
    }

    static Component of(Radius radius) {
        return new Html(new FlowPicture(radius).draw(radius));
    }

    private String draw(Radius radius) {
        Map<String, Double> heightsBefore = new LinkedHashMap<>();
        Map<String, Double> heightsAfter = new LinkedHashMap<>();
        bands.forEach(band -> heightsBefore.merge(band.before(), thickness(band), Double::sum));
        bands.forEach(band -> heightsAfter.merge(band.after(), thickness(band), Double::sum));
        heightsBefore.forEach(before::make);
        heightsAfter.forEach(after::make);
        StringBuilder drawn = new StringBuilder();
        bands.forEach(band -> drawn.append(ribbon(band)));
        heightsBefore.forEach((name, height) -> drawn.append(node(before, name, height, LEFT - 6, LEFT - 14, "end")));
        heightsAfter.forEach((name, height) -> drawn.append(node(after, name, height, RIGHT, RIGHT + 14, "start")));
        return """
                <div><svg class="flow" role="img" viewBox="0 0 %d %.0f" aria-label="%s">\
                <text class="side" x="%d" y="13" text-anchor="end">%s</text>\
                <text class="side" x="%d" y="13">%s</text>%s</svg></div>""".formatted(
                        WIDTH,
                        Math.max(before.bottom, after.bottom),
                        escaped(MESSAGES.get("flow.label", radius.differing(), radius.asked())),
                        LEFT - 14,
                        escaped(MESSAGES.get("flow.before")),
                        RIGHT + 14,
                        escaped(MESSAGES.get("flow.after")),
                        drawn);
    }

    private double thickness(Band band) {
        return Math.max(THINNEST, (double) ALL_BANDS * band.clients() / asked);
    }

    private String ribbon(Band band) {
        double height = thickness(band);
        double from = before.take(band.before(), height);
        double to = after.take(band.after(), height);
        int middle = (LEFT + RIGHT) / 2;
        return "<path class=\"%s\" d=\"M%d %.1fC%d %.1f %d %.1f %d %.1fV%.1fC%d %.1f %d %.1f %d %.1fZ\"><title>%s</title></path>"
                .formatted(
                        band.moves() ? "moves" : "stays",
                        LEFT,
                        from,
                        middle,
                        from,
                        middle,
                        to,
                        RIGHT,
                        to,
                        to + height,
                        middle,
                        to + height,
                        middle,
                        from + height,
                        LEFT,
                        from + height,
                        escaped(MESSAGES.get("flow.band", band.clients(), asked)));
    }

    private static String node(Side side, String name, double height, int bar, int text, String anchor) {
        double top = side.tops.getOrDefault(name, (double) TOP);
        StringBuilder drawn = new StringBuilder(
                "<rect x=\"%d\" y=\"%.1f\" width=\"6\" height=\"%.1f\" rx=\"2\"></rect>".formatted(bar, top, height));
        double line = top + Math.max(11, Math.min(height / 2, 24));
        for (String part : name.split("(?<=,) ", 3)) {
            drawn.append("<text x=\"%d\" y=\"%.1f\" text-anchor=\"%s\">%s</text>"
                    .formatted(text, line, anchor, escaped(shortened(part))));
            line += 15;
        }
        return drawn.toString();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
