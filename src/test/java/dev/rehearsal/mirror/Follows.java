package dev.rehearsal.mirror;

import dev.rehearsal.enactment.FollowedTables;
import dev.rehearsal.enactment.MirroredKind;
import java.time.Duration;
import java.util.EnumSet;
import org.springframework.context.ApplicationContext;

/** Makes a running application follow a stand-in for a Balrog: it looks when it is told to. */
public final class Follows implements AutoCloseable {

    private final BalrogStandIn source;
    private final Mirror mirror;

    /** @param follower with no rule and no release of its own */
    public Follows(ApplicationContext follower, BalrogState state) {
        this.source = new BalrogStandIn(state, path -> null);
        FollowedTables tables = follower.getBean(FollowedTables.class);
        tables.begin(source.url(), EnumSet.of(MirroredKind.RULES, MirroredKind.RELEASES));
        this.mirror = Followed.mirror(source.url(), "a-token", Duration.ofSeconds(20), follower::getBean);
    }

    public void look() {
        mirror.look((here, all) -> {});
    }

    @Override
    public void close() {
        source.close();
    }
}
