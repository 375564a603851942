package dev.rehearsal.ui.links;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done to a release. */
public enum ReleaseTask {
    /** Gives it another blob. */
    UPLOAD,
    LOCK,
    UNLOCK,
    REMOVE,
    /** Makes it what it was. */
    REVERT;

    /** As the address spells it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ReleaseTask> named(String wireName) {
        return Arrays.stream(values())
                .filter(task -> task.wireName().equals(wireName))
                .findFirst();
    }
}
