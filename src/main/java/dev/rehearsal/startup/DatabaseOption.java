package dev.rehearsal.startup;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks {@code spring.datasource.url} as far as that is possible before anything connects to it. */
final class DatabaseOption {

    static final String KEY = "spring.datasource.url";

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String H2 = "jdbc:h2:";
    private static final String H2_FILE = "jdbc:h2:file:";

    private DatabaseOption() {}

    /** A sentence for each thing that is wrong. */
    static List<String> problems(String url) {
        if (!url.startsWith(POSTGRESQL) && !url.startsWith(H2)) {
            return List.of("%s must begin with %s or %s, not '%s'."
                    .formatted(KEY, POSTGRESQL, H2, DatabaseUrl.withoutSecrets(url)));
        }
        Path folder = url.startsWith(H2_FILE) ? firstThatExists(folderOf(url)) : null;
        return folder == null || Files.isDirectory(folder) && Files.isWritable(folder)
                ? List.of()
                : List.of("The database file of %s cannot be written: '%s' is no folder that this user may write to."
                        .formatted(DatabaseUrl.withoutSecrets(url), folder));
    }

    private static @Nullable Path folderOf(String url) {
        String file = DatabaseUrl.withoutSecrets(url).substring(H2_FILE.length());
        String home = System.getProperty("user.home", "");
        try {
            return Path.of(file.startsWith("~") ? home + file.substring(1) : file)
                    .toAbsolutePath()
                    .getParent();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Folders that do not exist yet are made. */
    private static @Nullable Path firstThatExists(@Nullable Path folder) {
        Path found = folder;
        while (found != null && !Files.exists(found)) {
            found = found.getParent();
        }
        return found;
    }
}
