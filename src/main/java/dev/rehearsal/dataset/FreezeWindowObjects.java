package dev.rehearsal.dataset;

import dev.rehearsal.approval.FreezeCalendar;
import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.change.FreezeWindowKind;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The freeze windows of a dataset; each gets an id of its own. */
final class FreezeWindowObjects {

    private static final Set<String> FIELDS =
            Set.of("id", "product", "live_channel", "effect", "cron", "duration", "zone", "title", "data_version");

    private final List<FreezeWindow> windows = new ArrayList<>();

    void add(DatasetObject object) {
        object.allowOnly(FIELDS);
        FreezeWindow window = new FreezeWindow(
                object.identifier("id"),
                object.optionalText("product", 15),
                object.optionalText("live_channel", 75),
                parsed(
                        object,
                        "effect",
                        FreezeWindow.Effect::named,
                        "Must be allow or deny.",
                        FreezeWindow.Effect.DENY),
                cron(object),
                parsed(
                        object,
                        "duration",
                        FreezeWindowObjects::duration,
                        "Must be a duration of ISO 8601, a minute to 366 days, such as PT62H.",
                        Duration.ofHours(1)),
                parsed(
                        object,
                        "zone",
                        FreezeWindowKind::region,
                        "Must be a time zone of IANA, such as Europe/Berlin.",
                        ZoneId.of("UTC")),
                object.text("title", 200),
                object.dataVersion());
        if (object.isRight()) {
            windows.add(window);
        }
    }

    private static String cron(DatasetObject object) {
        String cron = object.text("cron", 100);
        if (!cron.isEmpty() && !FreezeCalendar.isExpression(cron)) {
            object.wrong("cron", "Must be six fields, such as 0 0 18 * * FRI.");
        }
        return cron;
    }

    private static Duration duration(String text) {
        Duration duration = Duration.parse(text);
        if (!FreezeWindow.canLast(duration)) {
            throw new IllegalArgumentException(text);
        }
        return duration;
    }

    private static <T> T parsed(
            DatasetObject object, String field, Function<String, T> parser, String otherwise, T standIn) {
        String text = object.text(field, 60);
        try {
            return text.isEmpty() ? standIn : parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            object.wrong(field, otherwise);
            return standIn;
        }
    }

    List<FreezeWindow> windows() {
        return windows;
    }

    /**
     * Returns the numbers that windows have here by those that they have in the dataset.
     *
     * @param stored the windows in the same order
     */
    Map<Long, Long> idsOf(List<FreezeWindow> stored) {
        Map<Long, Long> ids = new HashMap<>();
        for (int place = 0; place < windows.size(); place++) {
            ids.put(windows.get(place).id(), stored.get(place).id());
        }
        ids.remove(0L);
        return ids;
    }
}
