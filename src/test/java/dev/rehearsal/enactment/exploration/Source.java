package dev.rehearsal.enactment.exploration;

import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.FollowState;
import dev.rehearsal.enactment.exploration.Memory.Sent;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a Balrog that is followed shows, and the end of that. */
final class Source {

    private final Judge judge;
    private final Office office;

    Source(Judge judge, Office office) {
        this.judge = judge;
        this.office = office;
    }

    /** Somebody has made this live there, and the mirror has seen it. */
    @Nullable
    World shows(World found, Actor there, Wish wish) {
        if (!judge.mayMirror(found)) {
            return null;
        }
        World idle = found.copy();
        idle.sets = List.of();
        World asked = office.schedule(idle, there, false, 0, wish);
        if (asked == null) {
            return null;
        }
        World world = found.copy();
        world.number = asked.number;
        world.live = Interned.tables(
                Stage.of(found.live, List.of(asked.sets.getFirst().queued()), Cast.CONTENTS)
                        .staged());
        Monitor.mirrored(found, world);
        return world;
    }

    /** Somebody has scheduled this there and another has signed it, whatever that was when they did. */
    @Nullable
    World schedules(World found, Actor there, int inHours, Wish wish, Actor signer, Role role) {
        if (!judge.mayMirror(found)) {
            return null;
        }
        World world = office.schedule(found, there, false, inHours, wish);
        if (world == null) {
            return null;
        }
        ChangeSetId set = world.sets.getLast().id();
        Map<ChangeSetId, List<Signoff>> signoffs = new HashMap<>(world.signoffs);
        long grant = world.context().person(signer).grantOf(role);
        signoffs.put(set, List.of(new Signoff(signer, role, world.at(), null, Map.of(), grant, null, null)));
        world.signoffs = Map.copyOf(signoffs);
        return world;
    }

    /** What was due there and had not gone live waits for somebody here to say that it shall. */
    @Nullable
    World takeOver(World found, Actor by) {
        FollowState following = found.following;
        World world = office.write(found);
        if (following == null
                || !following.goesOn()
                || !world.context().person(by).may(new RequiredPermission(PermissionName.ADMIN, null, null))) {
            return null;
        }
        world.following = new FollowState(
                following.source(),
                following.kinds(),
                following.beganAt(),
                following.readAt(),
                following.content(),
                following.lookedAt(),
                null,
                null,
                world.at(),
                by.name());
        for (ChangeSet set : world.queue()) {
            if (judge.isDisarmedByTakeOver(world, set)) {
                world.put(set.in(new ChangeSet.Disarmed("it was due there", world.at())));
            }
            if (!set.due().isAfter(world.at())) {
                long number = set.id().value();
                Sent sent = Objects.requireNonNull(world.memory.sets().get(number));
                world.memory = world.memory.withSet(number, new Sent(sent.by(), sent.rows(), true));
            }
        }
        return world;
    }
}
