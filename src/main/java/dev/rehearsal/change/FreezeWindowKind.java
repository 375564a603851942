package dev.rehearsal.change;

import dev.rehearsal.access.PermissionName;
import dev.rehearsal.approval.FreezeWindow;
import java.time.Duration;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;

/** Freeze windows: when nothing may go live on a channel, or when alone something may. */
public final class FreezeWindowKind extends NumberedKind<FreezeWindow> {

    static final String EVERY_CHANNEL = "every channel";

    FreezeWindowKind() {
        super(
                "freeze_window",
                PermissionName.GATE,
                FreezeWindow.class,
                FreezeWindow::product,
                List.of(
                        Column.of("product", FreezeWindow::product, EVERY_PRODUCT),
                        Column.of("live_channel", FreezeWindow::liveChannel, EVERY_CHANNEL),
                        Column.of("effect", window -> window.effect().wireName()),
                        Column.of("cron", FreezeWindow::cron),
                        Column.of("duration", window -> window.duration().toString()),
                        Column.of("zone", window -> window.zone().getId()),
                        Column.of("title", FreezeWindow::title)));
    }

    @Override
    String nameOfNew(FreezeWindow window) {
        return window.title();
    }

    @Override
    public String name(FreezeWindow window) {
        return "freeze window '%s'".formatted(window.title());
    }

    @Override
    Stake stake(FreezeWindow window) {
        return new Stake.OfChannels(
                window.product(), window.liveChannel() == null ? List.of() : List.of(window.liveChannel()));
    }

    @Override
    public FreezeWindow read(RowFields fields) {
        return new FreezeWindow(
                0,
                fields.optionalText("product"),
                fields.optionalText("live_channel"),
                fields.parsed("effect", FreezeWindow.Effect::named, "must be allow or deny", FreezeWindow.Effect.DENY),
                fields.text("cron").strip(),
                fields.parsed(
                        "duration",
                        Duration::parse,
                        "must be a duration of ISO 8601, such as PT62H",
                        Duration.ofHours(1)),
                fields.parsed(
                        "zone",
                        FreezeWindowKind::region,
                        "must be a time zone of IANA, such as Europe/Berlin or UTC",
                        ZoneId.of("UTC")),
                fields.text("title").strip(),
                0);
    }

    /** An offset is no region: it knows no summer time. */
    public static ZoneId region(String name) {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException("There is no region " + name);
        }
        return ZoneId.of(name);
    }
}
