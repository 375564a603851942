package dev.rehearsal.enactment.rollout;

import dev.rehearsal.enactment.rollout.store.PlanRecordStore;
import dev.rehearsal.enactment.rollout.store.PlanStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.problem.RefusedException;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Stops rollouts, lets them go on, takes in what monitors see, and makes of each what follows from that. */
@Service
public class RolloutService {

    /** Who pauses rollouts and lets steps go, in what is told of them. */
    public static final Actor ACTOR = new Actor("rollout");

    private static final int LONGEST_REASON = 300;

    private final WriteLock writeLock;
    private final PlanStore store;
    private final PlanRecordStore records;
    private final Plans plans;
    private final PlanEvidence evidence;
    private final PlanRights rights;
    private final boolean authorMaySign;

    RolloutService(
            WriteLock writeLock,
            PlanStore store,
            PlanRecordStore records,
            Plans plans,
            PlanEvidence evidence,
            PlanRights rights,
            @Value("${rehearsal.signoff.author-may-sign:false}") boolean authorMaySign) {
        this.writeLock = writeLock;
        this.store = store;
        this.records = records;
        this.plans = plans;
        this.evidence = evidence;
        this.rights = rights;
        this.authorMaySign = authorMaySign;
    }

    /**
     * Stops a rollout at once: no step of it goes live until somebody lets it go on. It takes no signature, and any part in
     * the product will do.
     *
     * @param reason for people; may be empty
     */
    public RolloutPlan stop(Actor by, long id, String reason) {
        String why = reason.strip();
        if (why.length() > LONGEST_REASON) {
            throw RefusedException.invalid("reason", "must be at most %d characters long".formatted(LONGEST_REASON));
        }
        return change(by, id, (write, progress) -> {
            RolloutPlan plan = progress.plan();
            rights.requireStop(by, plan.product());
            refuseOver(plan);
            return plan.state() == RolloutPlan.State.STOPPED
                    ? plan
                    : put(
                            write,
                            plan.standing(standing(
                                    write, RolloutPlan.State.STOPPED, why.isEmpty() ? "no reason was given" : why)),
                            PlanEvent.Act.STOPPED,
                            progress.next().orElse(null),
                            why.isEmpty() ? null : why);
        });
    }

    /**
     * Lets a rollout go on with its next step. Where only nothing is known, whoever names the percentage decides; where a
     * check fails, nobody does.
     *
     * @param percentage of the next step: whoever lets it go on says what comes
     */
    public RolloutPlan resume(Actor by, long id, int percentage) {
        return change(by, id, (write, progress) -> {
            RolloutPlan plan = progress.plan();
            rights.requireGoOn(by, plan.product());
            refuseOver(plan);
            if (plan.state() == RolloutPlan.State.GOING) {
                throw RefusedException.conflict("rollout %d is going already".formatted(id));
            }
            StandingStep next = progress.next()
                    .orElseThrow(() -> RefusedException.conflict("rollout %d has no step left".formatted(id)));
            if (next.percentage() != percentage) {
                throw RefusedException.conflict("the next step of rollout %d is %d %%, not %d %%: look at it again"
                        .formatted(id, next.percentage(), percentage));
            }
            CheckResult.worst(evidence.results(progress, write.at()))
                    .filter(worst -> worst.outcome() == CheckResult.Outcome.FAILURE)
                    .ifPresent(worst -> {
                        throw RefusedException.conflict(
                                "rollout %d does not go on while a check fails: %s".formatted(id, worst.sentence()));
                    });
            RolloutPlan going = plan.standing(standing(write, RolloutPlan.State.GOING, null));
            return put(
                    write,
                    write.at().isBefore(progress.earliest(next)) ? going : going.clearing(next.number()),
                    PlanEvent.Act.RESUMED,
                    next,
                    null);
        });
    }

    /**
     * Takes in a figure that a monitor sends, and pauses the rollout at once where it is out of bounds.
     *
     * @param figure null where the monitor could not find out
     * @param says why it could not; may be empty
     */
    public RolloutPlan report(Actor by, long id, String name, @Nullable Double figure, String says) {
        return change(by, id, (write, progress) -> {
            RolloutPlan plan = progress.plan();
            rights.requireStop(by, plan.product());
            refuseOver(plan);
            PlanCheck check = plan.checks().stream()
                    .filter(one -> one instanceof PlanCheck.Figure && one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            RefusedException.invalid("name", "is no figure that rollout %d asks for".formatted(id)));
            Reading reading = new Reading(check.number(), figure, null, says, by, write.at());
            refuseToEndAFailure(reading, check, progress);
            records.insert(write, id, reading);
            return goOn(write, progress);
        });
    }

    /** Whoever wrote any of a rollout does not say, against what somebody else saw, that it goes well. */
    private void refuseToEndAFailure(Reading reading, PlanCheck check, Progress progress) {
        boolean isContradicted = evidence.latest(progress.plan()).stream()
                .filter(known -> known.check() == check.number() && known.tells())
                .reduce((one, later) -> later)
                .filter(known -> check.fails(known) && !known.by().equals(reading.by()))
                .isPresent();
        if (isContradicted
                && reading.tells()
                && !check.fails(reading)
                && !authorMaySign
                && progress.writers().contains(reading.by())) {
            throw RefusedException.forbidden(
                    "%s wrote some of rollout %d: that a check is passed which failed must come from somebody else"
                            .formatted(reading.by(), progress.plan().id()));
        }
    }

    /** Takes in what URLs said, and does what follows by itself. */
    RolloutPlan conduct(long id, List<Reading> readings) {
        return change(ACTOR, id, (write, progress) -> {
            readings.forEach(reading -> records.insert(write, id, reading));
            return goOn(write, progress);
        });
    }

    private RolloutPlan goOn(Write write, Progress progress) {
        RolloutPlan plan = progress.plan();
        return switch (NextMove.of(progress, evidence.results(progress, write.at()), write.at())) {
            case NextMove.Stay() -> plan;
            case NextMove.LetGo(StandingStep step) ->
                put(write, plan.clearing(step.number()), PlanEvent.Act.LET_GO, step, null);
            case NextMove.Pause(String why) ->
                put(
                        write,
                        plan.standing(standing(write, RolloutPlan.State.PAUSED, why)),
                        PlanEvent.Act.PAUSED,
                        progress.next().orElse(null),
                        why);
            case NextMove.Finish() ->
                put(
                        write,
                        plan.standing(standing(write, RolloutPlan.State.OVER, null)),
                        PlanEvent.Act.OVER,
                        null,
                        null);
        };
    }

    private static RolloutPlan.Standing standing(Write write, RolloutPlan.State state, @Nullable String reason) {
        return new RolloutPlan.Standing(state, reason, write.by(), write.at());
    }

    private RolloutPlan put(
            Write write, RolloutPlan plan, PlanEvent.Act act, @Nullable StandingStep step, @Nullable String note) {
        store.update(write, plan);
        records.insert(
                write,
                plan,
                new PlanEvent(
                        act,
                        step == null ? null : step.number(),
                        step == null ? null : step.percentage(),
                        note,
                        write.by(),
                        write.at()));
        return plan;
    }

    private RolloutPlan change(Actor by, long id, BiFunction<Write, Progress, RolloutPlan> work) {
        return writeLock.write(by, WriteKind.QUEUE, write -> work.apply(write, plans.get(id)));
    }

    private static void refuseOver(RolloutPlan plan) {
        Instant since = plan.standing().at();
        if (plan.state() == RolloutPlan.State.OVER) {
            throw RefusedException.conflict("rollout %d is over since %s".formatted(plan.id(), since));
        }
    }
}
