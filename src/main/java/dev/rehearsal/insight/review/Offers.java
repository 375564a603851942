package dev.rehearsal.insight.review;

import dev.rehearsal.access.Action;
import dev.rehearsal.access.Deed;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Person;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.Decision;
import dev.rehearsal.enactment.Obstacle;
import dev.rehearsal.enactment.Readiness;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.snapshot.CurrentState;
import dev.rehearsal.staging.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What somebody can do with a set now, and why not the rest. Only for screens, so that they offer what will work: the
 * services that do it check again.
 */
@Service
public class Offers {

    private static final Deed ENACT = new Deed(PermissionName.SCHEDULED_CHANGE, Action.ENACT, null);
    private static final Deed BREAK_GLASS = new Deed(PermissionName.BREAK_GLASS, null, null);

    private final Standings standings;

    Offers(Standings standings) {
        this.standings = standings;
    }

    /** Offers to sign a pending or held set. */
    public Offer.ToSign signing(CurrentState state, ChangeSet set, Readiness standing, Actor actor) {
        Optional<Signoff> given = standing.counted().stream()
                .filter(signoff -> signoff.by().equals(actor))
                .findFirst();
        if (given.isPresent()) {
            return Offer.ToSign.not("You have signed as " + given.get().role() + ".");
        }
        if (standing.required().isEmpty()) {
            return Offer.ToSign.not("No signoff is needed.");
        }
        Person person = state.circumstances().person(actor);
        List<Role> roles = standing.missing().perRole().keySet().stream()
                .filter(person::holds)
                .toList();
        if (roles.isEmpty()) {
            boolean complete = standing.missing().isEmpty();
            return Offer.ToSign.not(
                    complete ? "All signoffs are given." : "You do not hold " + missing(standing) + ".");
        }
        if (!standings.maySign(state, actor, set)) {
            return Offer.ToSign.not(
                    person.automation() ? "Automation does not sign." : "You wrote this, so somebody else must sign.");
        }
        return new Offer.ToSign(roles, null);
    }

    private static String missing(Readiness standing) {
        return standing.missing().perRole().keySet().stream().map(Role::name).collect(Collectors.joining(" or "));
    }

    /** In the order in which they come to mind. Empty for a set that has ended. */
    public List<Offer> actions(CurrentState state, ChangeSet set, Tables before, Actor actor, Instant at) {
        String mayNot = lacking(state, set, before, actor);
        List<Offer> offers = new ArrayList<>();
        switch (set.state()) {
            case ChangeSet.Draft() -> offers.add(new Offer(SetAction.SUBMIT, mayNot));
            case ChangeSet.Pending() -> {
                offers.addAll(enacting(state, set, actor, at));
                offers.add(new Offer(SetAction.HOLD, mayNot));
            }
            case ChangeSet.Held() -> offers.add(new Offer(SetAction.RESUME, mayNot));
            case ChangeSet.Disarmed _ -> {}
            case ChangeSet.Enacted _, ChangeSet.Withdrawn _ -> {
                return List.of();
            }
        }
        offers.add(new Offer(SetAction.RESCHEDULE, mayNot));
        offers.add(new Offer(SetAction.RETITLE, mayNot));
        offers.add(new Offer(SetAction.RESOLVE, mayNot));
        offers.add(new Offer(SetAction.WITHDRAW, mayNot));
        return List.copyOf(offers);
    }

    private List<Offer> enacting(CurrentState state, ChangeSet set, Actor actor, Instant at) {
        Person person = state.circumstances().person(actor);
        Decision.Plan plan = standings.plan(state, set, at);
        List<Offer> offers = new ArrayList<>();
        offers.add(new Offer(SetAction.ENACT, person.may(ENACT) ? obstacles(plan) : lacks(List.of(ENACT))));
        if (plan.obstacles().isEmpty()) {
            return offers;
        }
        Standings.PastGates past = standings.pastGates(state, set, at);
        boolean gated = plan.obstacles().stream().anyMatch(Obstacle.GateClosed.class::isInstance)
                || !past.along().isEmpty();
        if (gated) {
            offers.add(new Offer(
                    SetAction.ENACT_UNTESTED,
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

    private @Nullable String lacking(CurrentState state, ChangeSet set, Tables before, Actor actor) {
        List<List<Deed>> lacking = standings.lacking(state, actor, set, before);
        return lacking.isEmpty() ? null : lacks(lacking.getFirst());
    }

    private static String lacks(List<Deed> anyOf) {
        return "You lack the %s.".formatted(anyOf.stream().map(Deed::toString).collect(Collectors.joining(" or the ")));
    }

    private static String sentence(String obstacle) {
        return Character.toUpperCase(obstacle.charAt(0)) + obstacle.substring(1) + ".";
    }
}
