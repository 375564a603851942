package dev.rehearsal.approval;

import dev.rehearsal.access.Person;
import dev.rehearsal.approval.store.RailFindingStore;
import dev.rehearsal.approval.store.RailPassStore;
import dev.rehearsal.ledger.DatabaseClock;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The findings of guard rails, and who passes over them: the evidence that the decision asks for. */
@Service
public class RailFindings implements RailCheck.Evidence {

    /** For how long a finding counts: within that time no other sample makes it another one. */
    public static final Duration VALID = Duration.ofDays(1);

    /** For how long it counts that judging failed: long enough for what waits to go, or for somebody to pass over it. */
    private static final Duration FAULT_VALID = Duration.ofMinutes(5);

    private static final Duration KEPT = Duration.ofDays(90);

    private final RailFindingStore findings;
    private final RailPassStore passes;
    private final DatabaseClock clock;

    RailFindings(RailFindingStore findings, RailPassStore passes, DatabaseClock clock) {
        this.findings = findings;
        this.passes = passes;
        this.clock = clock;
    }

    /** The findings and passes that were read at once. */
    private record Known(
            Map<RailFindingStore.Judged, RailJudgement> judgements, Map<RailedStep, List<RailPass>> passesBy)
            implements RailCheck.Evidence {

        @Override
        public Optional<RailJudgement> judgement(String terms, RailedStep step) {
            return Optional.ofNullable(judgements.get(new RailFindingStore.Judged(terms, step)));
        }

        @Override
        public List<RailPass> passes(RailedStep step) {
            return passesBy.getOrDefault(step, List.of());
        }
    }

    @Override
    public Optional<RailJudgement> judgement(String terms, RailedStep step) {
        return on(Set.of(step)).judgement(terms, step);
    }

    @Override
    public List<RailPass> passes(RailedStep step) {
        return on(Set.of(step)).passes(step);
    }

    @Override
    public RailCheck.Evidence on(Collection<RailedStep> steps) {
        Set<RailedStep> asked = Set.copyOf(steps);
        if (asked.isEmpty()) {
            return RailCheck.Evidence.NONE;
        }
        Map<RailedStep, List<RailPass>> byStep = new HashMap<>();
        passes.of(asked)
                .forEach(pass -> byStep.computeIfAbsent(pass.step(), unseen -> new ArrayList<>())
                        .add(pass));
        Instant now = clock.now();
        return new Known(findings.of(asked, now.minus(VALID), now.minus(FAULT_VALID)), byStep);
    }

    /** Returns from when on {@link #judgement} says something else of any step although nothing is written. */
    public Instant nextChangeByTime() {
        return findings.firstSince(clock.now().minus(VALID))
                .map(at -> at.plus(VALID).plusMillis(1))
                .orElse(Instant.MAX);
    }

    /** Returns who passed over rails for what a set does or did, but for what was taken back. */
    public List<RailPass> passesOf(ChangeSetId set) {
        return passes.of(set);
    }

    /** Keeps what was found, unless something valid is known already; what is long over is forgotten. */
    public void record(Write write, String terms, RailedStep step, RailJudgement judgement) {
        if (judgement(terms, step).isEmpty()) {
            findings.forgetBefore(write.at().minus(KEPT));
            findings.insert(write, terms, step, judgement);
        }
    }

    /** Whoever calls this has made sure, under the lock of this entry, that the pass is of what would go live. */
    public void passOver(Write write, RailPass pass, Person by) {
        passes.passOver(write, pass, by);
    }

    public void takeBack(Write write, RailPass pass, Person by) {
        passes.takeBack(write, pass, by);
    }
}
