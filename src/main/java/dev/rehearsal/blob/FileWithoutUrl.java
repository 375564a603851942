package dev.rehearsal.blob;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * A file that a release lists, but gives no URL on some channel.
 *
 * @param updateType {@code complete} or {@code partial}
 * @param from the release that it updates from, or {@code *}
 */
public record FileWithoutUrl(String updateType, String from) {

    private static final Comparator<FileWithoutUrl> IN_ORDER =
            Comparator.comparing(FileWithoutUrl::updateType).thenComparing(FileWithoutUrl::from);

    static Set<FileWithoutUrl> in(Platforms platforms, FileUrls urls, String channel, String fallbackChannel) {
        String block = urls.blockFor(channel, fallbackChannel);
        Set<FileWithoutUrl> found = new TreeSet<>(IN_ORDER);
        platforms.contents().flatMap(Platform.Content::builds).forEach(build -> {
            for (Patch.Kind kind : Patch.Kind.values()) {
                for (Patch patch : build.patches(kind)) {
                    if (patch.fileUrl() == null && (block == null || urls.find(block, kind, patch.from()) == null)) {
                        found.add(new FileWithoutUrl(kind.wireName, patch.from()));
                    }
                }
            }
        });
        return found;
    }
}
