package dev.rehearsal.approval;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The freeze windows around one moment, worked out, and what they say of it: pure, so that it can decide.
 *
 * @param at the moment
 */
public record Freezes(Instant at, List<Window> windows) {

    private static final int MOST_STEPS = 200;

    public Freezes {
        windows = List.copyOf(windows);
    }

    public static Freezes none(Instant at) {
        return new Freezes(at, List.of());
    }

    /** @param until the first moment after it; the latest instant where its end is not known */
    public record Span(Instant from, Instant until) {

        /** Whether no end of it is known. */
        public boolean isEndless() {
            return until.equals(Instant.MAX);
        }

        public boolean holds(Instant when) {
            return !when.isBefore(from) && when.isBefore(until);
        }
    }

    /** @param spans in order, none touching another: what is going on at the moment, and what comes next */
    public record Window(FreezeWindow row, List<Span> spans) {

        public Window {
            spans = List.copyOf(spans);
        }

        Optional<Span> spanAt(Instant when) {
            return spans.stream().filter(span -> span.holds(when)).findFirst();
        }

        Optional<Span> spanAfter(Instant when) {
            return spans.stream().filter(span -> span.from().isAfter(when)).findFirst();
        }
    }

    /**
     * Says that a channel is frozen.
     *
     * @param until when it may change again; null where that is not known yet
     * @param zone in which people read the time
     * @param title of the window that freezes it, or outside of which it is frozen
     */
    public record Freeze(@Nullable Instant until, ZoneId zone, String title) {

        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm VV");

        /** Returns such as {@code frozen until 2026-12-07 08:00 Europe/Berlin (Weekend)}. */
        public String sentence() {
            return until == null
                    ? "frozen until further notice (%s)".formatted(title)
                    : "frozen until %s (%s)".formatted(TIME.format(until.atZone(zone)), title);
        }
    }

    /** Returns what the same windows say of another moment, not far from this one. */
    public Freezes at(Instant other) {
        return other.equals(at) ? this : new Freezes(other, windows);
    }

    public List<FreezeWindow> rows() {
        return windows.stream().map(Window::row).toList();
    }

    /** Returns the windows that could freeze something now: all that deny now, and all that allow but not now. */
    public Stream<FreezeWindow> freezing() {
        return windows.stream()
                .filter(window -> isDeny(window) == window.spanAt(at).isPresent())
                .map(Window::row);
    }

    /**
     * Says whether a channel is frozen.
     *
     * @param product null for any that nothing names
     */
    public Optional<Freeze> of(@Nullable String product, String channel) {
        List<Window> about = windows.stream()
                .filter(window -> window.row().isAbout(product, channel))
                .toList();
        Window first = inTheWay(about, at);
        if (first == null) {
            return Optional.empty();
        }
        Window last = first;
        Instant when = at;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Instant next = isDeny(last)
                    ? last.spanAt(when).map(Span::until).orElse(null)
                    : last.spanAfter(when).map(Span::from).orElse(null);
            if (next == null || next.equals(Instant.MAX)) {
                return Optional.of(
                        new Freeze(null, first.row().zone(), first.row().title()));
            }
            when = next;
            Window another = inTheWay(about, when);
            if (another == null) {
                return Optional.of(
                        new Freeze(when, last.row().zone(), first.row().title()));
            }
            last = another;
        }
        return Optional.of(new Freeze(null, first.row().zone(), first.row().title()));
    }

    /** Returns what denies at a time, or that of those that do not allow then which allows next; null for neither. */
    private static @Nullable Window inTheWay(List<Window> about, Instant when) {
        Optional<Window> denying = about.stream()
                .filter(window -> isDeny(window) && window.spanAt(when).isPresent())
                .findFirst();
        if (denying.isPresent()) {
            return denying.get();
        }
        List<Window> allowing = about.stream().filter(window -> !isDeny(window)).toList();
        if (allowing.stream().anyMatch(window -> window.spanAt(when).isPresent())) {
            return null;
        }
        return allowing.stream()
                .min(Comparator.comparing(
                        window -> window.spanAfter(when).map(Span::from).orElse(Instant.MAX)))
                .orElse(null);
    }

    private static boolean isDeny(Window window) {
        return window.row().effect() == FreezeWindow.Effect.DENY;
    }

    /** Returns when they may say something else of some channel, unless a row is written before. */
    public Instant nextChange() {
        List<Instant> edges = new ArrayList<>();
        windows.forEach(window -> window.spans().forEach(span -> {
            edges.add(span.from());
            edges.add(span.until());
        }));
        return edges.stream()
                .filter(edge -> edge.isAfter(at))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** Returns the spans of a window that are going on or still to come. */
    public List<Span> next(FreezeWindow row) {
        return windows.stream()
                .filter(window -> Objects.equals(window.row(), row))
                .flatMap(window -> window.spans().stream())
                .filter(span -> span.until().isAfter(at))
                .toList();
    }
}
