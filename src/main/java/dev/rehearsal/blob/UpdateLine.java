package dev.rehearsal.blob;

import java.util.List;

/** The {@code <update>} line of an application release, in the three shapes that it has had. */
sealed interface UpdateLine permits ExtensionUpdateLine, DisplayUpdateLine, GroupedUpdateLine {

    /** Without a line end. */
    void append(StringBuilder out, Rendering rendering, String locale, LocaleBuild build, String buildId);

    /** Positions of the groups that a channel admits, where the line depends on it. */
    default List<Integer> groupsFor(String channel, String fallbackChannel) {
        return List.of();
    }
}
