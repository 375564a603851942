package dev.rehearsal.ui.channels;

import com.vaadin.flow.component.Svg;
import dev.rehearsal.insight.schedule.Agenda.Readiness;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.frame.Tone;
import java.util.Locale;

/** Draws the readiness of a set on the timeline: a shape of its own, in the colour that such states have everywhere. */
final class MarkShape {

    private static final Messages MESSAGES = Messages.beside(MarkShape.class);

    private static final String SVG = """
            <svg class="shape" viewBox="0 0 16 16" width="14" height="14" fill="currentColor" aria-hidden="true">\
            <path class="fill" d="%s"/></svg>""";

    private MarkShape() {}

    static String word(Readiness readiness) {
        return MESSAGES.get("readiness." + readiness.name().toLowerCase(Locale.ROOT));
    }

    static Tone tone(Readiness readiness) {
        return switch (readiness) {
            case READY -> Tone.GOOD;
            case NOT_LET_GO, UNTESTED, UNSIGNED -> Tone.CAREFUL;
            case REQUESTED, AGAINST_RAILS, FAILED, CONFLICT -> Tone.BAD;
        };
    }

    /** Decoration: whoever shows it says the word beside it. */
    static Svg of(Readiness readiness) {
        return new Svg(SVG.formatted(path(readiness)));
    }

    private static String path(Readiness readiness) {
        return switch (readiness) {
            case READY -> "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12Z";
            case NOT_LET_GO -> "M3 2H6.5V14H3ZM9.5 2H13V14H9.5Z";
            case UNTESTED -> "M2.5 2.5H13.5V13.5H2.5Z";
            case UNSIGNED -> "M8 1.5L15 14H1Z";
            case REQUESTED -> "M1.5 2.5H14.5V10.5H8L4.5 14V10.5H1.5Z";
            case AGAINST_RAILS -> "M1 6H15V10H1ZM3 2H5V14H3ZM11 2H13V14H11Z";
            case FAILED -> "M8 0.5L15.5 8L8 15.5L0.5 8Z";
            case CONFLICT -> "M2 4L4 2L8 6L12 2L14 4L10 8L14 12L12 14L8 10L4 14L2 12L6 8Z";
        };
    }
}
