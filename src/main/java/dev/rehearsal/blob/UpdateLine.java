package dev.rehearsal.blob;

/** The {@code <update>} line of an application release, in the three shapes that it has had. */
sealed interface UpdateLine permits ExtensionUpdateLine, DisplayUpdateLine, GroupedUpdateLine {

    /** Without a line end. */
    void append(StringBuilder out, Rendering rendering, String locale, LocaleBuild build, String buildId);
}
