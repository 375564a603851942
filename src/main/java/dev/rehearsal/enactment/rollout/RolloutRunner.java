package dev.rehearsal.enactment.rollout;

import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.serve.NodeRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks after rollouts: asks URLs, pauses where a check is not passed, and lets the next step go where all are. Any number
 * of nodes may run one. Where none runs, no step goes.
 */
@Component
public class RolloutRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RolloutRunner.class);
    private final Plans plans;
    private final PlanEvidence evidence;
    private final RolloutService rollouts;
    private final ObjectProvider<OutsideMonitors> monitors;
    private final DatabaseClock clock;
    private final boolean works;

    RolloutRunner(
            Plans plans,
            PlanEvidence evidence,
            RolloutService rollouts,
            ObjectProvider<OutsideMonitors> monitors,
            DatabaseClock clock,
            @Value(NodeRole.OPTION) NodeRole role) {
        this.plans = plans;
        this.evidence = evidence;
        this.rollouts = rollouts;
        this.monitors = monitors;
        this.clock = clock;
        this.works = role.isForAdmins();
    }

    @Scheduled(fixedDelayString = "${rehearsal.rollouts.interval:15s}")
    void tick() {
        if (!works) {
            return;
        }
        try {
            advance();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The database cannot be reached: no rollout goes on: {}", e.getMessage());
        }
    }

    /** Looks at each rollout that is not over, once. */
    public void advance() {
        if (!clock.isTrusted()) {
            return;
        }
        for (long id : plans.open()) {
            try {
                plans.progress(id).ifPresent(this::conduct);
            } catch (RefusedException refused) {
                LOG.info("Rollout {} does not go on now: {}", id, refused.getMessage());
            } catch (DataIntegrityViolationException | IllegalStateException | IllegalArgumentException e) {
                LOG.error("Rollout {} does not go on, and the reason is a fault of ours", id, e);
            }
        }
    }

    /** Writes only where something follows from it, or an answer is another. */
    private void conduct(Progress progress) {
        List<Reading> readings =
                progress.plan().state() == RolloutPlan.State.GOING ? ask(progress) : List.<Reading>of();
        Instant now = clock.now();
        NextMove move = NextMove.of(progress, evidence.results(progress, readings, now), now);
        if (!(move instanceof NextMove.Stay) || readings.stream().anyMatch(reading -> isNews(progress, reading))) {
            rollouts.conduct(progress.plan().id(), readings);
        }
    }

    private boolean isNews(Progress progress, Reading reading) {
        return evidence.latest(progress.plan()).stream()
                .filter(known -> known.check() == reading.check())
                .noneMatch(known -> known.outcome() == reading.outcome()
                        && known.at().isAfter(reading.at().minus(kept(progress, reading)))
                        && isSince(progress, known));
    }

    /** How long an answer is not kept that says the same again. */
    private static Duration kept(Progress progress, Reading reading) {
        return progress.plan().checks().stream()
                .filter(check -> check.number() == reading.check())
                .map(check ->
                        check instanceof PlanCheck.Asked asked ? asked.within().dividedBy(2) : Duration.ZERO)
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static boolean isSince(Progress progress, Reading known) {
        Instant since = progress.since();
        return since == null || !known.at().isBefore(since);
    }

    private List<Reading> ask(Progress progress) {
        OutsideMonitors outside = monitors.getIfAvailable();
        List<Reading> readings = new ArrayList<>();
        if (outside == null || progress.since() == null) {
            return readings;
        }
        for (PlanCheck check : progress.plan().checks()) {
            if (check instanceof PlanCheck.Asked asked) {
                OutsideMonitors.Answer answer = outside.ask(asked.url(), about(progress));
                readings.add(new Reading(
                        asked.number(), null, answer.outcome(), answer.says(), RolloutService.ACTOR, clock.now()));
            }
        }
        return readings;
    }

    /** Tells a monitor what it is asked about, as JSON. */
    private static String about(Progress progress) {
        return "{\"plan\":%d,\"step\":%d,\"since\":%d}"
                .formatted(
                        progress.plan().id(),
                        progress.reached().map(StandingStep::number).orElse(0),
                        progress.since() == null ? 0 : progress.since().toEpochMilli());
    }
}
