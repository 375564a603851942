package dev.rehearsal.approval;

import dev.rehearsal.ledger.NumberedRow;
import dev.rehearsal.problem.WireNamed;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Says when nothing may go live on a channel, or when alone something may.
 *
 * @param product null for each product
 * @param liveChannel null for each channel
 * @param cron when it begins, with seconds, on the wall clock of the zone
 * @param duration how long it lasts, on that clock
 * @param title what people call it
 */
public record FreezeWindow(
        long id,
        @Nullable String product,
        @Nullable String liveChannel,
        Effect effect,
        String cron,
        Duration duration,
        ZoneId zone,
        String title,
        int dataVersion)
        implements NumberedRow<FreezeWindow> {

    /** The effects of a window: changes go live outside of it, or inside of it. Deny beats allow. */
    public enum Effect implements WireNamed {
        ALLOW,
        DENY;

        /** @throws IllegalArgumentException for any other word */
        public static Effect named(String word) {
            return WireNamed.find(Effect.class, word)
                    .orElseThrow(() -> new IllegalArgumentException("must be allow or deny"));
        }
    }

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    public static boolean canLast(Duration duration) {
        return duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0;
    }

    /** @param of null for any product that nothing names */
    public boolean isAbout(@Nullable String of, String channel) {
        return (product == null || product.equals(of)) && (liveChannel == null || liveChannel.equals(channel));
    }

    @Override
    public FreezeWindow numbered(long number, int version) {
        return new FreezeWindow(number, product, liveChannel, effect, cron, duration, zone, title, version);
    }
}
