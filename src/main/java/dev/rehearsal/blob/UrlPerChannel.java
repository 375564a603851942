package dev.rehearsal.blob;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Schemas 1 to 3: one URL per channel, with placeholders for a file name and a Bouncer product that depend on the file.
 */
record UrlPerChannel(Map<String, Template> byChannel, SourceTexts fileNames, SourceTexts bouncerProducts)
        implements FileUrls {

    static final List<String> PLACEHOLDERS = List.of("LOCALE", "OS_FTP", "FILENAME", "PRODUCT", "OS_BOUNCER");

    @Override
    public @Nullable String blockFor(String channel, String fallbackChannel) {
        if (byChannel.containsKey(channel)) {
            return channel;
        }
        return byChannel.containsKey(fallbackChannel) ? fallbackChannel : null;
    }

    @Override
    public @Nullable Template find(String block, Patch.Kind kind, String from) {
        return byChannel.get(block);
    }

    @Override
    public @Nullable String fill(
            Template template, Patch.Kind kind, String from, Platform.Content platform, String locale) {
        return template.fill(
                locale,
                platform.osFtp(),
                fileNames.find(kind, from),
                bouncerProducts.find(kind, from),
                platform.osBouncer());
    }

    @Override
    public boolean mayLack(Patch.Kind kind) {
        return false;
    }

    @Override
    public Stream<Template> templates() {
        return byChannel.values().stream();
    }

    /** The texts that stand for a placeholder; empty where nothing is given (a Balrog fact). */
    sealed interface SourceTexts {

        String find(Patch.Kind kind, String from);
    }

    /** Schemas 1 and 2, where a release has one file of each kind. */
    record TextPerKind(String complete, String partial) implements SourceTexts {

        @Override
        public String find(Patch.Kind kind, String from) {
            return kind == Patch.Kind.COMPLETE ? complete : partial;
        }
    }

    /** Schema 3, by the release that a file updates from, or {@code *}. */
    record TextPerSource(Map<String, String> completes, Map<String, String> partials) implements SourceTexts {

        @Override
        public String find(Patch.Kind kind, String from) {
            return (kind == Patch.Kind.COMPLETE ? completes : partials).getOrDefault(from, "");
        }
    }
}
