package dev.rehearsal.blob;

import java.util.Comparator;

/**
 * A file that a release lists, but gives no URL on some channel.
 *
 * @param updateType {@code complete} or {@code partial}
 * @param from the release that it updates from, or {@code *}
 */
public record FileWithoutUrl(String updateType, String from) {

    static final Comparator<FileWithoutUrl> IN_ORDER =
            Comparator.comparing(FileWithoutUrl::updateType).thenComparing(FileWithoutUrl::from);
}
