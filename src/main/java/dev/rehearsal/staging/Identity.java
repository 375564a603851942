package dev.rehearsal.staging;

import dev.rehearsal.matching.ReleaseName;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says which rows a change means, by incarnation: a row that was removed and made again is another one, however alike.
 *
 * @param row of the release or pin that it edits or removes; null where there was none, or where nobody knows
 * @param made of the release or pin that it makes, reserved when its set enters the queue; null for none, and in drafts
 * @param named of the releases that it makes a rule or pin name; those that nobody knows are left out
 */
public record Identity(@Nullable Long row, @Nullable Long made, Map<ReleaseName, Long> named) {

    public static final Identity UNKNOWN = new Identity(null, null, Map.of());

    public Identity {
        named = Map.copyOf(named);
    }

    public Identity ofRow(@Nullable Long incarnation) {
        return new Identity(incarnation, made, named);
    }

    public Identity making(@Nullable Long incarnation) {
        return new Identity(row, incarnation, named);
    }

    public Identity naming(ReleaseName release, long incarnation) {
        Map<ReleaseName, Long> more = new HashMap<>(named);
        more.put(release, incarnation);
        return new Identity(row, made, more);
    }

    /** Whether a row of this incarnation is another one than the change means. */
    public boolean isAnother(long found) {
        return row != null && isAnother(row, found);
    }

    /** Whether a release of this incarnation is another one than the change makes something name. */
    public boolean namesAnother(ReleaseName release, long found) {
        Long meant = named.get(release);
        return meant != null && isAnother(meant, found);
    }

    /** Returns the incarnation of the row that it makes, as far as that is known. */
    long madeOrUnknown() {
        return made == null ? 0 : made;
    }

    private static boolean isAnother(long meant, long found) {
        return found != 0 && found != meant;
    }
}
