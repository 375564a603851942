package dev.rehearsal.enactment;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far this installation is with following a running Balrog.
 *
 * @param source the address of the API that is followed
 * @param kinds what the source shows, and so nobody writes here
 * @param readAt when the state that is mirrored was read; null until there is a full copy
 * @param content hash of the state that is mirrored; null until there is a full copy
 * @param lookedAt when the source was last found to be as it is mirrored; null until there is a full copy
 * @param awaySince since when it could not be read; null where the last look succeeded
 * @param trouble why it could not be read; null where the last look succeeded
 * @param endedAt when it was taken over; null while it is followed
 * @param endedBy who took it over; null while it is followed
 */
public record FollowState(
        String source,
        Set<MirroredKind> kinds,
        Instant beganAt,
        @Nullable Instant readAt,
        @Nullable String content,
        @Nullable Instant lookedAt,
        @Nullable Instant awaySince,
        @Nullable String trouble,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    public FollowState {
        kinds = Set.copyOf(kinds);
    }

    /** Longer than any usual time between two looks: whoever should look is not there. */
    private static final Duration LONG = Duration.ofMinutes(10);

    /** Returns since when what is here may not be what is there; empty where it was looked at lately. */
    public Optional<Instant> staleSince(Instant now) {
        if (!goesOn() || lookedAt == null) {
            return Optional.empty();
        }
        return awaySince != null || lookedAt.isBefore(now.minus(LONG)) ? Optional.of(lookedAt) : Optional.empty();
    }

    /** Whether the source decides still. */
    public boolean goesOn() {
        return endedAt == null;
    }

    /** Whether there is no full copy yet, so that nothing can be served. */
    public boolean isFilling() {
        return goesOn() && readAt == null;
    }

    /** Whether the source shows these, so that they are written there alone. */
    public boolean mirrors(MirroredKind kind) {
        return goesOn() && kinds.contains(kind);
    }

    /** Whether the source shows what the changes of a set call this. */
    boolean mirrors(String object) {
        return Arrays.stream(MirroredKind.values())
                .anyMatch(kind -> kind.object().equals(object) && mirrors(kind));
    }

    /** Whether the source decides what becomes of a set. */
    public boolean decidesAlone(ChangeSet set) {
        return goesOn()
                && set.changes().stream()
                        .anyMatch(change -> mirrors(Subject.of(change).object()));
    }
}
