package dev.rehearsal.ui.rollouts;

import dev.rehearsal.access.Action;
import dev.rehearsal.access.PermissionName;
import dev.rehearsal.access.Role;
import dev.rehearsal.access.SignedIn;
import dev.rehearsal.enactment.SignoffService;
import dev.rehearsal.enactment.StepDigest;
import dev.rehearsal.enactment.rollout.CheckResult;
import dev.rehearsal.enactment.rollout.PlanEvent;
import dev.rehearsal.enactment.rollout.PlanEvidence;
import dev.rehearsal.enactment.rollout.PlanRights;
import dev.rehearsal.enactment.rollout.Plans;
import dev.rehearsal.enactment.rollout.Progress;
import dev.rehearsal.enactment.rollout.RolloutPlan;
import dev.rehearsal.enactment.rollout.RolloutService;
import dev.rehearsal.enactment.rollout.StandingStep;
import dev.rehearsal.enactment.rollout.StepMover;
import dev.rehearsal.insight.review.AvailableAction;
import dev.rehearsal.insight.review.Review;
import dev.rehearsal.insight.review.Reviews;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.proposal.ProposalSession;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does with rollouts what the signed-in user does on their page. */
@Component
class RolloutDesk {

    private final Plans plans;
    private final PlanEvidence evidence;
    private final RolloutService rollouts;
    private final StepMover mover;
    private final PlanRights rights;
    private final Reviews reviews;
    private final SignoffService signoffs;
    private final ProposalSession proposal;
    private final SignedIn signedIn;
    private final Clock clock;

    RolloutDesk(
            Plans plans,
            PlanEvidence evidence,
            RolloutService rollouts,
            StepMover mover,
            PlanRights rights,
            Reviews reviews,
            SignoffService signoffs,
            ProposalSession proposal,
            SignedIn signedIn,
            Clock clock) {
        this.plans = plans;
        this.evidence = evidence;
        this.rollouts = rollouts;
        this.mover = mover;
        this.rights = rights;
        this.reviews = reviews;
        this.signoffs = signoffs;
        this.proposal = proposal;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /**
     * A rollout with everything on its page.
     *
     * @param reviews by the number of the step
     */
    record Seen(
            Progress progress,
            List<CheckResult> results,
            List<PlanEvent> events,
            Map<Integer, Review> reviews,
            Instant now) {

        RolloutPlan plan() {
            return progress.plan();
        }
    }

    Optional<Seen> look(long id) {
        return plans.progress(id).map(progress -> {
            Instant now = clock.instant();
            Map<Integer, Review> seen = new HashMap<>();
            progress.steps()
                    .forEach(step -> reviews.of(step.set().id(), signedIn.actor())
                            .ifPresent(review -> seen.put(step.number(), review)));
            return new Seen(progress, evidence.results(progress, now), plans.events(id), seen, now);
        });
    }

    /** Says why not to stop it; null if the signed-in user may. */
    @Nullable
    String whyNotStop(RolloutPlan plan) {
        return rights.whyNotStop(signedIn.actor(), plan.product()).orElse(null);
    }

    /** Says why not to let it go on, or to move a step; null if the signed-in user may. */
    @Nullable
    String whyNotWrite(RolloutPlan plan) {
        return proposal.whyNot(PermissionName.RULE, Action.MODIFY, plan.product());
    }

    void stop(RolloutPlan plan, String reason) {
        rollouts.stop(signedIn.actor(), plan.id(), reason);
    }

    void resume(RolloutPlan plan, int percentage) {
        rollouts.resume(signedIn.actor(), plan.id(), percentage);
    }

    void move(RolloutPlan plan, StandingStep step, Instant due, boolean along) {
        mover.move(signedIn.actor(), plan.id(), step.number(), due, along);
    }

    /** Returns the steps that the signed-in user could sign in each role, with the digest of what they look at. */
    SortedMap<Role, Map<ChangeSetId, String>> signable(Seen seen) {
        SortedMap<Role, Map<ChangeSetId, String>> signable = new TreeMap<>();
        for (StandingStep step : seen.progress().steps()) {
            Review review = seen.reviews().get(step.number());
            StepDigest signed = review == null ? null : review.signed();
            AvailableAction.ToSign toSign = review == null ? null : review.signing();
            if (signed != null && toSign != null && toSign.whyNot() == null) {
                toSign.roles()
                        .forEach(role -> signable.computeIfAbsent(role, first -> new LinkedHashMap<>())
                                .put(step.set().id(), signed.value()));
            }
        }
        return signable;
    }

    /** Signs each of these by its own digest: all of them, or none. */
    void sign(Role role, Map<ChangeSetId, String> digests) {
        signoffs.signAll(signedIn.actor(), digests, digests.keySet(), role);
    }
}
