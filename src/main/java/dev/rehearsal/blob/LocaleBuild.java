package dev.rehearsal.blob;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The build that one locale of one platform gets.
 *
 * @param versions those of the locale, else of the release
 * @param buildId that of the locale, else of the platform; null where neither says
 * @param completes in the order in which they are tried
 * @param partials in the order in which they are tried
 */
record LocaleBuild(
        Versions versions, @Nullable BuildId buildId, boolean osUpdate, List<Patch> completes, List<Patch> partials) {

    /** Whether it says what a client must know of it before it is served. */
    boolean isOffered() {
        AppVersion version = versions.application();
        return buildId != null && version != null && !version.text().isEmpty();
    }

    List<Patch> patches(Patch.Kind kind) {
        return kind == Patch.Kind.COMPLETE ? completes : partials;
    }

    /** Returns those that files bring themselves. */
    Stream<String> fileUrls() {
        return Stream.concat(completes.stream(), partials.stream())
                .map(Patch::fileUrl)
                .filter(Objects::nonNull);
    }
}
