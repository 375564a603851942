package dev.rehearsal.enactment;

import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.ledger.BeforeWrite;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.LiveTables;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Disarms each due set that cannot go on the tables as found because of what it is, before anything else is written: it
 * never goes live just because the world happens to look as before. Only somebody who resolves or reschedules it arms it
 * again.
 */
@Component
@Order(2)
class Disarmament implements BeforeWrite {

    private static final Logger LOG = LoggerFactory.getLogger(Disarmament.class);

    private final ObjectProvider<ChangeQueue> queue;
    private final ObjectProvider<ChangeSets> changeSets;
    private final ObjectProvider<LiveTables> live;
    private final ObjectProvider<ApprovalContextReader> contexts;
    private final ObjectProvider<ReadinessCheck> check;
    private final FollowedTables followed;

    /** What it asks writes through the lock that asks it: it is looked up when the first write comes. */
    Disarmament(
            ObjectProvider<ChangeQueue> queue,
            ObjectProvider<ChangeSets> changeSets,
            ObjectProvider<LiveTables> live,
            ObjectProvider<ApprovalContextReader> contexts,
            ObjectProvider<ReadinessCheck> check,
            FollowedTables followed) {
        this.queue = queue;
        this.changeSets = changeSets;
        this.live = live;
        this.contexts = contexts;
        this.check = check;
        this.followed = followed;
    }

    @Override
    public void prepare(Write write) {
        List<ChangeSet> due = queue.getObject().dueAt(write.at()).stream()
                .filter(set -> !followed.decidesAlone(set))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        Decision.Situation found = new Decision.Situation(
                live.getObject().at(write.found()), due, contexts.getObject().read(), write.at());
        check.getObject().unfit(found).forEach((set, obstacles) -> {
            String reason =
                    obstacles.stream().map(Obstacle::sentence).distinct().collect(Collectors.joining("; "));
            changeSets.getObject().disarm(write, set, reason);
            LOG.info("Change set {} was due and cannot go live: {}", set.id(), reason);
        });
    }
}
