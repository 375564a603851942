package dev.rehearsal.notice;

import dev.rehearsal.approval.Verdict;
import dev.rehearsal.approval.Verdicts;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.Alarms;
import dev.rehearsal.enactment.Obstacle;
import dev.rehearsal.enactment.rollout.Plans;
import dev.rehearsal.enactment.rollout.RolloutPlan;
import dev.rehearsal.insight.fingerprint.StaleVerdicts;
import dev.rehearsal.insight.review.ReadinessOverview;
import dev.rehearsal.problem.UrlSegment;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.ChannelMapping;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what no write tells, since it follows from a state or from the time: what is held up, which verdicts are stale,
 * and which alarms were raised. Each has a name of its own, by which it is told once; so whoever looks again, on whichever
 * node and after whatever end, leaves nothing out and tells nothing twice.
 */
@Component
class StandingNotices {

    /** The enactor has looked at everything by then. */
    private static final Duration HELD_UP = Duration.ofMinutes(1);

    private static final Duration LATELY = Duration.ofDays(14);
    private static final int MOST_VERDICTS = 200;

    private final ReadinessOverview readiness;
    private final Verdicts verdicts;
    private final StaleVerdicts stale;
    private final Alarms alarms;
    private final Plans plans;

    StandingNotices(ReadinessOverview readiness, Verdicts verdicts, StaleVerdicts stale, Alarms alarms, Plans plans) {
        this.readiness = readiness;
        this.verdicts = verdicts;
        this.stale = stale;
        this.alarms = alarms;
        this.plans = plans;
    }

    List<NewNotice> in(NodeState state, Instant now) {
        List<NewNotice> found = new ArrayList<>();
        alarms.raised().reversed().forEach(alarm -> found.add(notice(alarm)));
        state.queue().stream()
                .filter(set -> set.due().plus(HELD_UP).isBefore(now))
                .forEach(set -> addHeldUp(state, set, found));
        plans.halted().forEach(plan -> found.add(notice(plan)));
        addStale(state, now, found);
        return found;
    }

    private static NewNotice notice(RolloutPlan plan) {
        RolloutPlan.Standing standing = plan.standing();
        boolean stopped = standing.state() == RolloutPlan.State.STOPPED;
        return new NewNotice(
                NoticeKind.ROLLOUT_HALTED,
                "rollout:%d:%d".formatted(plan.id(), standing.at().toEpochMilli()),
                null,
                plan.product(),
                plan.liveChannel(),
                Set.of(plan.author().name()),
                stopped ? standing.by().name() : null,
                "Rollout %d “%s” is %s".formatted(plan.id(), plan.title(), stopped ? "stopped" : "paused"),
                "%s: %s. No further step goes live until somebody resumes it."
                        .formatted(
                                stopped ? "By " + standing.by().name() : "Why",
                                Objects.requireNonNullElse(standing.reason(), "no reason is given")),
                "rollouts/" + plan.id());
    }

    private static NewNotice notice(Alarms.Alarm alarm) {
        return new NewNotice(
                NoticeKind.ALARM,
                "alarm:%s:%s:%s:%s".formatted(alarm.set(), alarm.product(), alarm.liveChannel(), alarm.found()),
                alarm.set().value(),
                alarm.product(),
                alarm.liveChannel(),
                null,
                null,
                "%s of %s serves what was not judged".formatted(alarm.liveChannel(), alarm.product()),
                "It serves %s since change set %s, but %s was judged. Compare the live tables with it."
                        .formatted(alarm.found(), alarm.set(), alarm.judged()),
                "changes/" + alarm.set());
    }

    private void addHeldUp(NodeState state, ChangeSet set, List<NewNotice> found) {
        List<Obstacle> obstacles = readiness.of(state, set).obstacles();
        if (!obstacles.isEmpty()) {
            found.add(new NewNotice(
                    NoticeKind.SET_HELD_UP,
                    "held_up:%s:%d".formatted(set.id(), set.due().toEpochMilli()),
                    set.id().value(),
                    null,
                    null,
                    Set.of(set.author().name()),
                    null,
                    "Change set %s “%s” is held up".formatted(set.id(), set.title()),
                    obstacles.stream()
                            .map(Obstacle::sentence)
                            .distinct()
                            .collect(Collectors.joining("; ", "It was due at " + set.due() + ": ", ".")),
                    "changes/" + set.id()));
        }
    }

    /** Looks at each person's latest word on each test channel, unless what they judged went live. */
    private void addStale(NodeState state, Instant now, List<NewNotice> found) {
        Set<Word> later = new HashSet<>();
        List<Verdict> latest = new ArrayList<>();
        for (Verdict verdict : verdicts.latest(null, null, MOST_VERDICTS)) {
            Word word = new Word(verdict.by().name(), verdict.state().product(), verdict.testChannel());
            if (later.add(word) && verdict.at().plus(LATELY).isAfter(now) && isShown(state, verdict)) {
                latest.add(verdict);
            }
        }
        stale.at(latest).stream()
                .filter(looked -> looked.stale()
                        && verdicts.served(looked.verdict().state()).isEmpty())
                .forEach(looked -> found.add(notice(looked)));
    }

    private record Word(String person, String product, String testChannel) {}

    /** Where nobody can test any more there is nothing to do. */
    private static boolean isShown(NodeState state, Verdict verdict) {
        return state.mapping(verdict.state().product(), verdict.testChannel())
                .map(ChannelMapping::liveChannel)
                .filter(verdict.state().liveChannel()::equals)
                .isPresent();
    }

    private static NewNotice notice(StaleVerdicts.Looked looked) {
        Verdict verdict = looked.verdict();
        String product = verdict.state().product();
        return new NewNotice(
                NoticeKind.VERDICT_STALE,
                "stale:" + verdict.id(),
                null,
                product,
                verdict.state().liveChannel(),
                Set.of(verdict.by().name()),
                null,
                "%s of %s shows something else than what you judged".formatted(verdict.testChannel(), product),
                looked.because().isEmpty()
                        ? "Your verdict is stale."
                        : looked.because().stream().collect(Collectors.joining("; ", "Your verdict is stale: ", ".")),
                testChannel(verdict.testChannel(), product));
    }

    /** Returns the address of what a test channel shows. */
    static String testChannel(String channel, @Nullable String product) {
        String path = "channels/" + UrlSegment.of(channel);
        return product == null ? path : path + "?product=" + UrlSegment.of(product);
    }
}
