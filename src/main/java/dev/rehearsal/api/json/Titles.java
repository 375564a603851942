package dev.rehearsal.api.json;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;

/** Names the change sets that an endpoint makes. */
public final class Titles {

    private static final int LONGEST_NAME = 100;

    private Titles() {}

    public static String lock(ReleaseName name, boolean readOnly) {
        return readOnly ? "Make release " + name + " read-only" : "Make release " + name + " writable";
    }

    public static String locale(ReleaseName name, String platform, String locale) {
        return ChangeSet.cut("Write locale " + locale + " of release " + name + " for " + platform);
    }

    /** Before anything is called after it. */
    public static void refuseLongName(ReleaseName name) {
        if (name.value().isBlank() || name.value().length() > LONGEST_NAME) {
            throw RefusedException.invalid(
                    "name", "the release's name must be 1 to " + LONGEST_NAME + " characters long");
        }
    }
}
