package dev.rehearsal.blob;

import java.util.Optional;

/**
 * The path of a part that is about one locale of one platform, such as {@code .platforms.WINNT_x86_64-msvc.locales.de}.
 */
public record LocalePath(String platform, String locale) {

    /** Empty for the base part. */
    public static Optional<LocalePath> of(String path) {
        // No name in a path has a dot in it.
        String[] names = path.split("\\.", -1);
        return names.length == 5 ? Optional.of(new LocalePath(names[2], names[4])) : Optional.empty();
    }
}
