package dev.rehearsal.blob;

import dev.rehearsal.matching.UpdateQuery;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of an application release as clients of one channel get them.
 *
 * @param block the key of the block of URLs that the channel uses; null where it has none
 */
record ChannelFiles(
        Platforms platforms, FileUrls urls, @Nullable String block) {

    static ChannelFiles of(String channel, Platforms platforms, FileUrls urls) {
        return new ChannelFiles(platforms, urls, urls.blockFor(channel, UpdateQuery.fallbackOf(channel)));
    }

    /** Returns the files by who gets them. What lacks a version, a buildID or a URL is no file: nobody is served it. */
    Set<ClientFile> offered() {
        Set<ClientFile> files = new HashSet<>();
        platforms.byName().forEach((name, platform) -> {
            if (platform.content() != null) {
                platform.content().locales().forEach((locale, build) -> {
                    if (build.isOffered()) {
                        boolean hasComplete = hasUrl(build, Patch.Kind.COMPLETE);
                        if (hasComplete) {
                            files.add(new ClientFile(name, locale, "", true));
                        }
                        if (hasComplete || hasUrl(build, Patch.Kind.PARTIAL)) {
                            files.add(new ClientFile(name, locale, "", false));
                        }
                    }
                });
            }
        });
        return files;
    }

    private boolean hasUrl(LocaleBuild build, Patch.Kind kind) {
        return build.patches(kind).stream().anyMatch(patch -> hasUrl(patch, kind));
    }

    private boolean hasUrl(Patch patch, Patch.Kind kind) {
        return patch.fileUrl() != null || template(patch, kind) != null;
    }

    private @Nullable Template template(Patch patch, Patch.Kind kind) {
        return block == null ? null : urls.find(block, kind, patch.from());
    }

    Set<FileWithoutUrl> withoutUrl() {
        Set<FileWithoutUrl> found = new TreeSet<>(FileWithoutUrl.IN_ORDER);
        platforms.contents().flatMap(Platform.Content::builds).forEach(build -> {
            for (Patch.Kind kind : Patch.Kind.values()) {
                for (Patch patch : build.patches(kind)) {
                    if (!hasUrl(patch, kind)) {
                        found.add(new FileWithoutUrl(kind.wireName, patch.from()));
                    }
                }
            }
        });
        return found;
    }

    /** Returns the URL of every file, as clients are told it. */
    Stream<String> fileUrls() {
        return platforms
                .contents()
                .flatMap(content -> content.locales().entrySet().stream()
                        .flatMap(build -> Stream.of(Patch.Kind.values())
                                .flatMap(kind -> build.getValue().patches(kind).stream()
                                        .map(patch -> url(patch, kind, content, build.getKey())))))
                .filter(Objects::nonNull);
    }

    private @Nullable String url(Patch patch, Patch.Kind kind, Platform.Content content, String locale) {
        if (patch.fileUrl() != null) {
            return patch.fileUrl();
        }
        Template template = template(patch, kind);
        return template == null ? null : urls.fill(template, kind, patch.from(), content, locale);
    }
}
