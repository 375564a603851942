package dev.rehearsal.blob;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The URLs of those files of an application release that do not bring one of their own, per channel. */
sealed interface FileUrls permits UrlPerChannel, UrlPerFile {

    /**
     * The key of the block that a channel's URLs come from; null where it has none.
     *
     * @param fallbackChannel the channel without a partner's suffix
     */
    @Nullable
    String blockFor(String channel, String fallbackChannel);

    /**
     * The URL of a file before its placeholders are filled.
     *
     * @param block from {@link #blockFor}
     * @param from the release that the file updates from, or {@code *}
     * @return null where the block has none for this file
     */
    @Nullable
    Template find(String block, Patch.Kind kind, String from);

    /** The URL; null if the template needs what the platform does not say. */
    @Nullable
    String fill(Template template, Patch.Kind kind, String from, Platform.Content platform, String locale);

    /** Whether Balrog goes on without a file of this kind that has no URL; else it fails. */
    boolean mayLack(Patch.Kind kind);

    Stream<Template> templates();
}
