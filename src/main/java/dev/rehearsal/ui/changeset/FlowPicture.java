package dev.rehearsal.ui.changeset;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import dev.rehearsal.insight.impact.ChannelImpact;
import dev.rehearsal.insight.impact.ChannelImpact.ReleaseLine;
import dev.rehearsal.probe.Radius;
import dev.rehearsal.serve.impact.Percentage;
import dev.rehearsal.serve.impact.Share;
import dev.rehearsal.ui.frame.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/**
 * Draws today's answers to the left, tomorrow's to the right, and between them a band for those who go from one to the
 * other, as wide as they are many among the clients or requests that were asked.
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

    /**
     * @param part of all, up to 1
     * @param told how many these are
     * @param moves whether they get something else
     */
    private record Band(String before, String after, double part, String told, boolean moves) {}

    /** One side of the picture holds names, and how far each is filled with bands already. */
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
    private final String label;
    private final Side before = new Side();
    private final Side after = new Side();

    private FlowPicture(String label) {
        this.label = label;
    }

    static Component of(Radius radius) {
        FlowPicture picture = new FlowPicture(MESSAGES.get("flow.label", radius.differing(), radius.asked()));
        int asked = Math.max(1, radius.asked());
        radius.changes().stream()
                .limit(MOST_BANDS)
                .forEach(change -> picture.add(
                        change.before(),
                        change.after(),
                        (double) change.queries() / asked,
                        told(change.queries(), asked)));
        int others = radius.changes().stream()
                .skip(MOST_BANDS)
                .mapToInt(Radius.Change::queries)
                .sum();
        picture.addOthers((double) others / asked, told(others, asked));
        int same = radius.asked() - radius.differing();
        picture.addSame((double) same / asked, told(same, asked));
        return new Html(picture.draw());
    }

    private static String told(int clients, int asked) {
        return MESSAGES.get("flow.band", clients, asked);
    }

    static Component of(ChannelImpact impact) {
        FlowPicture picture = new FlowPicture(MESSAGES.get("flow.measured", Percentage.of(impact.changed())));
        List<ReleaseLine> shown = impact.moves().stream().limit(MOST_BANDS).toList();
        double left = impact.changed().estimate();
        for (ReleaseLine move : shown) {
            Share share = move.line().share();
            picture.add(move.before(), move.after(), share.estimate(), Percentage.of(share));
            left -= share.estimate();
        }
        if (impact.moves().size() > shown.size()) {
            picture.addOthers(left, MESSAGES.get("flow.others"));
        }
        picture.addSame(1 - impact.changed().estimate(), MESSAGES.get("flow.same"));
        return new Html(picture.draw());
    }

    private void add(String gets, String wouldGet, double part, String told) {
        bands.add(new Band(gets, wouldGet, part, told, true));
    }

    private void addOthers(double part, String told) {
        if (part > 0) {
            String other = MESSAGES.get("flow.others");
            bands.add(new Band(other, other, part, told, true));
        }
    }

    private void addSame(double part, String told) {
        if (part > 0) {
            String unchanged = MESSAGES.get("flow.same");
            bands.add(new Band(unchanged, unchanged, part, told, false));
        }
    }

    private String draw() {
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
                        escaped(label),
                        LEFT - 14,
                        escaped(MESSAGES.get("flow.before")),
                        RIGHT + 14,
                        escaped(MESSAGES.get("flow.after")),
                        drawn);
    }

    private static double thickness(Band band) {
        return Math.max(THINNEST, ALL_BANDS * band.part());
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
                        escaped(band.told()));
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
