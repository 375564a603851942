package dev.rehearsal.insight.review;

import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.RequiredPermission;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.Decision;
import dev.rehearsal.enactment.Obstacle;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.Effect;
import dev.rehearsal.staging.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Finds the actions that somebody can do with a set now, and why not the rest. Only for screens, so that they offer
 * what will work: the services that do it check again.
 */
@Service
public class AvailableActions {

    private static final RequiredPermission ENACT =
            new RequiredPermission(PermissionName.SCHEDULED_CHANGE, Action.ENACT, null);
    private static final RequiredPermission BREAK_GLASS =
            new RequiredPermission(PermissionName.BREAK_GLASS, null, null);

    private final ReadinessOverview readiness;

    AvailableActions(ReadinessOverview readiness) {
        this.readiness = readiness;
    }

    /** Offers to sign a pending or held set. */
    public AvailableAction.ToSign signing(NodeState state, ChangeSet set, Readiness standing, Actor actor) {
        Optional<Signoff> given = standing.counted().stream()
                .filter(signoff -> signoff.by().equals(actor))
                .findFirst();
        if (given.isPresent()) {
            return AvailableAction.ToSign.not(
                    "You have signed as " + given.get().role() + ".");
        }
        if (standing.required().isEmpty()) {
            return AvailableAction.ToSign.not("No signoff is needed.");
        }
        Person person = state.circumstances().person(actor);
        List<Role> roles = Stream.concat(
                        standing.missing().perRole().keySet().stream(), urgent(state, standing).stream())
                .filter(person::holds)
                .distinct()
                .sorted()
                .toList();
        if (roles.isEmpty()) {
            boolean complete = standing.missing().isEmpty();
            return AvailableAction.ToSign.not(
                    complete ? "All signoffs are given." : "You do not hold " + missing(standing) + ".");
        }
        if (!readiness.maySign(state, actor, set)) {
            return AvailableAction.ToSign.not(
                    person.automation() ? "Automation does not sign." : "You wrote this, so somebody else must sign.");
        }
        return new AvailableAction.ToSign(roles, null);
    }

    /** The roles of which two people may pass over the signoffs that are missing. */
    private static Set<Role> urgent(NodeState state, Readiness standing) {
        Set<Role> roles = new TreeSet<>();
        if (!standing.missing().isEmpty()) {
            standing.inTurn().effects().stream()
                    .map(Effect::pair)
                    .forEach(pair ->
                            roles.addAll(state.circumstances().policy().urgentOf(pair.product(), pair.channel())));
        }
        return roles;
    }

    private static String missing(Readiness standing) {
        return standing.missing().perRole().keySet().stream().map(Role::name).collect(Collectors.joining(" or "));
    }

    /** Returns them in the order in which they come to mind. Empty for a set that has ended. */
    public List<AvailableAction> actions(NodeState state, ChangeSet set, Tables before, Actor actor, Instant at) {
        String mayNot = lacking(state, set, before, actor);
        List<AvailableAction> offers = new ArrayList<>();
        switch (set.state()) {
            case ChangeSet.Draft() -> offers.add(new AvailableAction(ChangeSetAction.SUBMIT, mayNot));
            case ChangeSet.Pending() -> {
                offers.addAll(enacting(state, set, actor, at));
                offers.add(new AvailableAction(ChangeSetAction.HOLD, mayNot));
            }
            case ChangeSet.Held() -> offers.add(new AvailableAction(ChangeSetAction.RESUME, mayNot));
            case ChangeSet.Disarmed _ -> {}
            case ChangeSet.Enacted _, ChangeSet.Withdrawn _ -> {
                return List.of();
            }
        }
        offers.add(new AvailableAction(ChangeSetAction.RESCHEDULE, mayNot));
        offers.add(new AvailableAction(ChangeSetAction.RETITLE, mayNot));
        offers.add(new AvailableAction(ChangeSetAction.RESOLVE, mayNot));
        offers.add(new AvailableAction(ChangeSetAction.WITHDRAW, mayNot));
        return List.copyOf(offers);
    }

    private List<AvailableAction> enacting(NodeState state, ChangeSet set, Actor actor, Instant at) {
        Person person = state.circumstances().person(actor);
        Decision.Plan plan = readiness.plan(state, set, at);
        List<AvailableAction> offers = new ArrayList<>();
        offers.add(new AvailableAction(
                ChangeSetAction.ENACT, person.may(ENACT) ? obstacles(plan) : lacks(List.of(ENACT))));
        if (plan.obstacles().isEmpty()) {
            return offers;
        }
        ReadinessOverview.PastObstacles past = readiness.pastObstacles(state, set, at);
        if (!past.over().isEmpty()) {
            offers.add(new AvailableAction(
                    ChangeSetAction.BREAK_GLASS,
                    person.may(BREAK_GLASS) ? obstacles(past.plan()) : lacks(List.of(BREAK_GLASS))));
        }
        return offers;
    }

    private static @Nullable String obstacles(Decision.Plan plan) {
        List<Obstacle> obstacles = plan.obstacles();
        if (obstacles.isEmpty()) {
            return null;
        }
        String first = sentence(obstacles.getFirst().sentence());
        return obstacles.size() == 1 ? first : "%s And %d more.".formatted(first, obstacles.size() - 1);
    }

    private @Nullable String lacking(NodeState state, ChangeSet set, Tables before, Actor actor) {
        List<List<RequiredPermission>> lacking = readiness.lacking(state, actor, set, before);
        return lacking.isEmpty() ? null : lacks(lacking.getFirst());
    }

    private static String lacks(List<RequiredPermission> anyOf) {
        return "You lack the %s."
                .formatted(anyOf.stream().map(RequiredPermission::toString).collect(Collectors.joining(" or the ")));
    }

    private static String sentence(String obstacle) {
        return Character.toUpperCase(obstacle.charAt(0)) + obstacle.substring(1) + ".";
    }
}
