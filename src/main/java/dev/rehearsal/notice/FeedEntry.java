package dev.rehearsal.notice;

import java.time.Instant;

/**
 * One thing in the feed of a channel.
 *
 * @param id the same whenever the feed is read
 * @param category such as {@code live}, {@code next} or {@code verdict}
 * @param link where it is on the screens
 */
public record FeedEntry(
        String id, String category, String title, String text, String author, Instant updated, String link) {}
