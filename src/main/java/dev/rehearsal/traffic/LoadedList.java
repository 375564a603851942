package dev.rehearsal.traffic;

import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ProductChannel;
import java.time.Instant;
import java.util.List;

/**
 * A counted list, or an access log, that stands for the sample on the channels that it tells of.
 *
 * @param from when the requests that it tells of began to come
 * @param updateLines how many of its lines held an update URL
 * @param otherLines how many others it had, but for empty ones and comments
 */
public record LoadedList(
        long id,
        String name,
        Instant from,
        Instant until,
        long updateLines,
        long otherLines,
        Actor loadedBy,
        Instant loadedAt,
        List<OnChannel> channels,
        int dataVersion) {

    public LoadedList {
        channels = List.copyOf(channels);
    }

    /**
     * The figures of one channel.
     *
     * @param asked how many requests there were
     * @param kept how many of them are kept
     */
    public record OnChannel(ProductChannel where, long asked, long kept) {}
}
