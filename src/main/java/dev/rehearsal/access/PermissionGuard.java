package dev.rehearsal.access;

import org.jspecify.annotations.Nullable;

/** Says which changes of permissions must be scheduled and signed. */
public interface PermissionGuard {

    /**
     * As the caller's transaction sees it.
     *
     * @param before null where it is given for the first time
     * @param after null where it is taken away
     */
    boolean needsSignoff(@Nullable Permission before, @Nullable Permission after);
}
