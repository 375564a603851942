package dev.rehearsal.blob;

import dev.rehearsal.matching.ReleaseName;
import org.jspecify.annotations.Nullable;

/** The releases of one state by name: a partial is served only to who runs the release that it updates from. */
@FunctionalInterface
public interface ReleaseLookup {

    /** The blob of a release; null where there is no such release. */
    @Nullable
    Blob blob(ReleaseName name);
}
