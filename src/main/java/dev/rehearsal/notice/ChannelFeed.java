package dev.rehearsal.notice;

import java.time.Instant;
import java.util.List;

/**
 * Tells what happened on a live channel, and what is to happen next.
 *
 * @param updated when its latest entry was; the epoch for none
 * @param entries the latest first
 */
public record ChannelFeed(String id, String title, String link, Instant updated, List<FeedEntry> entries) {

    public ChannelFeed {
        entries = List.copyOf(entries);
    }
}
