package dev.rehearsal.live;

import dev.rehearsal.access.Access;
import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Stops updates: at once and without signoffs, since nobody shall wait in an emergency (a Balrog fact). */
@Service
public class ShutoffService {

    private static final int LONGEST_COMMENT = 500;

    private final EmergencyShutoffs shutoffs;
    private final WriteLock writeLock;
    private final Access access;

    ShutoffService(EmergencyShutoffs shutoffs, WriteLock writeLock, Access access) {
        this.shutoffs = shutoffs;
        this.writeLock = writeLock;
        this.access = access;
    }

    /**
     * Stops the updates of one product on one channel; to let them go on again is a change.
     *
     * @param channel by its exact name
     * @throws RefusedException if they are stopped already, among others
     */
    public Shutoff stop(Actor by, String product, String channel, @Nullable String comment) {
        List<Problem> problems = new ArrayList<>();
        checkName("product", product, RuleField.LONGEST_PRODUCT, problems);
        checkName("channel", channel, RuleField.LONGEST_CHANNEL, problems);
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            problems.add(new Problem("comment", "may have at most " + LONGEST_COMMENT + " characters"));
        }
        RefusedException.throwIfAny(problems);
        return writeLock.write(by, WriteKind.QUEUE, write -> {
            access.require(by, new RequiredPermission(PermissionName.EMERGENCY_SHUTOFF, Action.CREATE, product));
            if (shutoffs.find(product, channel).isPresent()) {
                throw RefusedException.invalid(
                        "", "updates of %s on %s are shut off already".formatted(product, channel));
            }
            return shutoffs.add(write, product, channel, comment);
        });
    }

    private static void checkName(String place, String name, int longest, List<Problem> problems) {
        if (name.isBlank() || name.length() > longest || name.contains("*")) {
            problems.add(
                    new Problem(place, "must be one exact name, 1 to " + longest + " characters long, without '*'"));
        }
    }
}
