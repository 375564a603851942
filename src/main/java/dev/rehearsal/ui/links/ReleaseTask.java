package dev.rehearsal.ui.links;

import dev.rehearsal.problem.WireNamed;
import java.util.Optional;

/** The tasks that can be done to a release. */
public enum ReleaseTask implements WireNamed {
    /** Gives it another blob. */
    UPLOAD,
    LOCK,
    UNLOCK,
    REMOVE,
    /** Makes it what it was. */
    REVERT;

    public static Optional<ReleaseTask> named(String wireName) {
        return WireNamed.find(ReleaseTask.class, wireName);
    }
}
