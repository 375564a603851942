package dev.rehearsal.enactment;

import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Freezes;
import dev.rehearsal.approval.GateFinding;
import dev.rehearsal.approval.RailFinding;
import dev.rehearsal.approval.UrgentRole;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Conflict;
import dev.rehearsal.staging.ProductChannel;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One thing that keeps a set from going live; {@link #sentence()} is what people read. */
public sealed interface Obstacle {

    String sentence();

    /** It cannot be applied to what is live. */
    record InConflict(Conflict.Reason reason) implements Obstacle {
        @Override
        public String sentence() {
            return reason.sentence();
        }
    }

    /** A row of shutoffs or configuration is not what it was when the change was saved. */
    record RowMoved(String object) implements Obstacle {
        @Override
        public String sentence() {
            return object + " was changed after this was saved: edit the set, or withdraw it";
        }
    }

    record SignoffsMissing(Role role, int needed, int given) implements Obstacle {
        @Override
        public String sentence() {
            return "signoff is required: %d of %d by %s given".formatted(given, needed, role);
        }
    }

    /** Signoffs are passed over, and too few who may do so have signed the set as it is. */
    record TooFewUrgent(ProductChannel pair, Set<Role> roles, int given) implements Obstacle {

        public TooFewUrgent {
            roles = Set.copyOf(roles);
        }

        @Override
        public String sentence() {
            return "to pass over the signoffs of %s, %d people must have signed it as it is who hold %s and wrote none of it: %d have"
                    .formatted(
                            pair,
                            UrgentRole.PEOPLE,
                            roles.stream().map(Role::name).sorted().collect(Collectors.joining(" or ")),
                            given);
        }
    }

    /** Nobody who wrote the set counts, and too few others hold the role. */
    record TooFewSigners(Role role, int needed, int eligible) implements Obstacle {
        @Override
        public String sentence() {
            return "%d signoffs by %s are needed, but only %d people other than its writers hold that role"
                    .formatted(needed, role, eligible);
        }
    }

    /** Somebody who could sign or test it wants it to be another, and nobody who wrote it has answered. */
    record ChangesRequested(Actor by) implements Obstacle {
        @Override
        public String sentence() {
            return "changes are requested by %s: somebody who wrote the set answers, or %s takes it back"
                    .formatted(by, by);
        }
    }

    /** It is a step of a rollout that is not to go on with it, or not yet. */
    record PlanWaits(PlanHold hold) implements Obstacle {
        @Override
        public String sentence() {
            return hold.sentence();
        }
    }

    /** Whoever wrote it may not do so any more. */
    record MayNot(Actor writer, List<RequiredPermission> anyOf) implements Obstacle {
        @Override
        public String sentence() {
            return "%s, who wrote this, lacks the %s"
                    .formatted(
                            writer,
                            anyOf.stream().map(RequiredPermission::toString).collect(Collectors.joining(" or ")));
        }
    }

    /** It would leave a requirement or a gate that nobody can meet. */
    record Unmeetable(String why) implements Obstacle {
        @Override
        public String sentence() {
            return why;
        }
    }

    record GateClosed(GateFinding finding) implements Obstacle {
        @Override
        public String sentence() {
            return finding.sentence();
        }
    }

    /** A guard rail blocks, and nobody who counts passes over it for exactly this. */
    record RailInTheWay(RailFinding finding) implements Obstacle {
        @Override
        public String sentence() {
            return finding.sentence();
        }
    }

    /**
     * Nothing that changes what clients of the pair get goes live now.
     *
     * @param pair one of those that are frozen, if it is frozen for several products
     */
    record Frozen(ProductChannel pair, Freezes.Freeze freeze) implements Obstacle {
        @Override
        public String sentence() {
            return "%s is %s".formatted(pair, freeze.sentence());
        }
    }

    /** Gates or guard rails are passed over for some sets, but they could only go with others. */
    record OthersGoAlong(List<ChangeSetId> others) implements Obstacle {

        public OthersGoAlong {
            others = List.copyOf(others);
        }

        @Override
        public String sentence() {
            return "%s would go live along with it, untested too: name them as well, or wait until they are live"
                    .formatted(
                            others.size() == 1
                                    ? "change set " + others.getFirst()
                                    : "change sets "
                                            + others.stream()
                                                    .map(ChangeSetId::toString)
                                                    .collect(Collectors.joining(", ")));
        }
    }
}
