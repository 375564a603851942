package dev.rehearsal.mirror;

import dev.rehearsal.enactment.FollowState;
import dev.rehearsal.enactment.FollowedTables;
import java.time.Clock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells how following goes, as {@code following} in {@code /actuator/health}: out of service until there is a full
 * copy, since nothing is served before; up from then on, since what is mirrored is served whatever becomes of the
 * source.
 */
@Component("following")
class FollowHealth implements HealthIndicator {

    private final FollowedTables tables;
    private final Follower follower;
    private final Clock clock;

    FollowHealth(FollowedTables tables, Follower follower, Clock clock) {
        this.tables = tables;
        this.follower = follower;
        this.clock = clock;
    }

    @Override
    public Health health() {
        FollowState following = tables.latest().orElse(null);
        if (following == null) {
            return Health.up().build();
        }
        Health.Builder health = Health.up().withDetail("source", following.source());
        if (following.endedAt() != null) {
            return health.withDetail("taken_over_at", following.endedAt().toString())
                    .build();
        }
        if (following.isFilling()) {
            health.outOfService()
                    .withDetail("serving", "not before the first full copy is here")
                    .withDetail(
                            "copied",
                            follower.filled()
                                    .map(filled -> "%d of %d releases".formatted(filled.here(), filled.all()))
                                    .orElse("nothing yet"));
        }
        following.staleSince(clock.instant()).ifPresent(since -> health.withDetail("stale_since", since.toString()));
        if (following.trouble() != null) {
            health.withDetail("trouble", following.trouble());
        }
        return health.build();
    }
}
