package dev.rehearsal.notice;

import dev.rehearsal.access.Access;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.notice.store.DeliveryStore;
import dev.rehearsal.problem.RefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Shows administrators what is on its way, was delivered, or was given up, and sends it again. */
@Service
public class Deliveries {

    private static final RequiredPermission ADMINISTER = new RequiredPermission(PermissionName.ADMIN, null, null);

    private final DeliveryStore store;
    private final Access access;
    private final DatabaseClock clock;
    private final ApplicationEventPublisher events;

    Deliveries(DeliveryStore store, Access access, DatabaseClock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /** Published on this node when there is something to deliver that was not there before. */
    record Revived() {}

    /**
     * Returns a page, the latest first.
     *
     * @param state null for any
     */
    public List<Delivery> latest(Actor by, Delivery.@Nullable State state, long offset, int most) {
        access.require(by, ADMINISTER);
        return store.latest("", state, offset, most);
    }

    /** Returns how many {@link #latest} could give. */
    public long count(Actor by, Delivery.@Nullable State state) {
        access.require(by, ADMINISTER);
        return store.count("", state);
    }

    /**
     * Tries what was given up from its first attempt on, as the message that it was.
     *
     * @throws RefusedException if there is none of this number, or if it was not given up
     */
    public Delivery sendAgain(Actor by, long id) {
        access.require(by, ADMINISTER);
        Delivery found = store.find(id).orElseThrow(() -> RefusedException.notFound("there is no delivery " + id));
        if (!store.revive(id, clock.now())) {
            throw RefusedException.conflict("delivery %d is %s: only what was given up can be sent again"
                    .formatted(id, found.state().wireName()));
        }
        events.publishEvent(new Revived());
        return store.find(id).orElse(found);
    }
}
