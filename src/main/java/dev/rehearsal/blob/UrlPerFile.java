package dev.rehearsal.blob;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Schema 4 and later: per channel one URL for each kind and source of a file.
 *
 * <p>The first block decides, of the channel, its fallback and {@code *}; where that lacks a file the others are not
 * asked (a Balrog fact).
 *
 * @param byChannel only blocks that hold anything: an empty one is passed over
 */
record UrlPerFile(Map<String, Block> byChannel) implements FileUrls {

    static final List<String> PLACEHOLDERS = List.of("LOCALE", "OS_FTP", "OS_BOUNCER");

    private static final String ANY_CHANNEL = "*";

    /** The URLs of a block, by the release that a file updates from, or {@code *}. */
    record Block(Map<String, Template> completes, Map<String, Template> partials) {

        /** An empty URL is none (a Balrog fact). */
        private @Nullable Template find(Patch.Kind kind, String from) {
            Template template = (kind == Patch.Kind.COMPLETE ? completes : partials).get(from);
            return template == null || template.source().isEmpty() ? null : template;
        }
    }

    @Override
    public @Nullable String blockFor(String channel, String fallbackChannel) {
        if (byChannel.containsKey(channel)) {
            return channel;
        }
        if (byChannel.containsKey(fallbackChannel)) {
            return fallbackChannel;
        }
        return byChannel.containsKey(ANY_CHANNEL) ? ANY_CHANNEL : null;
    }

    @Override
    public @Nullable Template find(String block, Patch.Kind kind, String from) {
        Block found = byChannel.get(block);
        return found == null ? null : found.find(kind, from);
    }

    @Override
    public @Nullable String fill(
            Template template, Patch.Kind kind, String from, Platform.Content platform, String locale) {
        return template.fill(locale, platform.osFtp(), platform.osBouncer());
    }

    @Override
    public boolean mayLack(Patch.Kind kind) {
        return kind == Patch.Kind.PARTIAL;
    }

    @Override
    public Stream<Template> templates() {
        return byChannel.values().stream()
                .flatMap(block -> Stream.of(block.completes, block.partials))
                .flatMap(templates -> templates.values().stream());
    }
}
