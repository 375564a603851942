package dev.rehearsal.dataset;

import dev.rehearsal.approval.FreezeCalendar;
import dev.rehearsal.approval.FreezeWindow;
import dev.rehearsal.change.FreezeWindowKind;
import dev.rehearsal.change.RowKinds;
import java.time.Duration;
import java.time.ZoneId;

/** Reads the freeze windows of a dataset. */
final class FreezeWindowObjects extends NumberedObjects<FreezeWindow> {

    FreezeWindowObjects() {
        super(RowKinds.FREEZE_WINDOWS);
    }

    @Override
    FreezeWindow read(DatasetObject object) {
        return new FreezeWindow(
                object.identifier("id"),
                object.optionalText("product", 15),
                object.optionalText("live_channel", 75),
                object.parsed("effect", FreezeWindow.Effect::named, "Must be allow or deny.", FreezeWindow.Effect.DENY),
                cron(object),
                object.parsed(
                        "duration",
                        FreezeWindowObjects::duration,
                        "Must be a duration of ISO 8601, a minute to 366 days, such as PT62H.",
                        Duration.ofHours(1)),
                object.parsed(
                        "zone",
                        FreezeWindowKind::region,
                        "Must be a time zone of IANA, such as Europe/Berlin.",
                        ZoneId.of("UTC")),
                object.text("title", 200),
                object.dataVersion());
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
}
