package dev.rehearsal.ui.frame;

import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.approval.Freezes;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Freezes and the windows that bring them about, in words: times are those of the window's own zone. */
public final class FreezeFormatter {

    private static final Messages MESSAGES = Messages.beside(FreezeFormatter.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern(MESSAGES.get("freeze.time"), Locale.ENGLISH);
    private static final int TOLD = 3;

    private FreezeFormatter() {}

    /** Returns text such as {@code until Mon 7 Dec 08:00 Europe/Berlin (Weekend)}. */
    public static String said(Freezes.Freeze freeze) {
        Instant until = freeze.until();
        return until == null
                ? MESSAGES.get("freeze.for-good", freeze.title())
                : MESSAGES.get(
                        "freeze.until",
                        time(until, freeze.zone()),
                        freeze.zone().getId(),
                        freeze.title());
    }

    /** Returns text such as {@code frozen Fri 4 Dec 18:00 – Mon 7 Dec 08:00, … Europe/Berlin}. */
    public static String next(FreezeWindow window, List<Freezes.Span> spans) {
        if (spans.isEmpty()) {
            return MESSAGES.get("window.never");
        }
        String told = spans.stream()
                .limit(TOLD)
                .map(span -> span.isEndless()
                        ? MESSAGES.get("window.span.endless", time(span.from(), window.zone()))
                        : MESSAGES.get(
                                "window.span", time(span.from(), window.zone()), time(span.until(), window.zone())))
                .collect(Collectors.joining(", "));
        return MESSAGES.get(
                "window." + window.effect().wireName(), told, window.zone().getId());
    }

    /** Returns text such as {@code Firefox on release}. */
    public static String place(@Nullable String product, @Nullable String channel) {
        return MESSAGES.get(
                "window.place",
                Products.named(product),
                channel == null ? MESSAGES.get("window.every-channel") : channel);
    }

    private static String time(Instant time, ZoneId zone) {
        return TIME.format(time.atZone(zone));
    }
}
