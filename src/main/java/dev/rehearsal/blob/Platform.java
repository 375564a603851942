package dev.rehearsal.blob;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One platform name of a release.
 *
 * @param resolvedName the name itself, or the one that it is an alias of
 * @param content of the resolved name; null where that does not exist
 * @param served the names that are served the same, this one included: the resolved one and its aliases
 */
record Platform(String resolvedName, @Nullable Content content, Set<String> served) {

    /** The content that a platform holds under its own name. */
    record Content(@Nullable String osFtp, @Nullable String osBouncer, Map<String, LocaleBuild> locales) {

        Stream<LocaleBuild> builds() {
            return locales.values().stream();
        }
    }

    @Nullable
    LocaleBuild build(String locale) {
        return content == null ? null : content.locales().get(locale);
    }
}
