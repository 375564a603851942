package dev.rehearsal.api.balrog;

import dev.rehearsal.blob.Release;
import dev.rehearsal.live.Releases;
import dev.rehearsal.staging.Change;
import java.util.Set;

/**
 * Tells which releases Balrog's second API made, as of one request: it lists these, and the first API the others. Both
 * read and write any.
 */
final class SecondApi {

    private final Set<Long> made;

    private SecondApi(Set<Long> made) {
        this.made = made;
    }

    static SecondApi of(Releases releases) {
        return new SecondApi(releases.ofSecondApi());
    }

    boolean lists(Release release) {
        return made.contains(release.incarnation());
    }

    /** Whether a change is of a release that it lists, or will list once the queue has made it. */
    boolean lists(Change change) {
        Long row = change.identity().row();
        return made.contains(row == null ? change.identity().made() : row);
    }
}
