package dev.rehearsal.approval;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The evidence on some states, as it was read at once. */
record KnownEvidence(Map<TestedState, List<Verdict>> verdicts, Set<TestedState> served, Instant passesCountSince)
        implements GateCheck.Evidence {

    KnownEvidence {
        verdicts = Map.copyOf(verdicts);
        served = Set.copyOf(served);
    }

    @Override
    public List<Verdict> verdictsOn(TestedState state) {
        return verdicts.getOrDefault(state, List.of());
    }

    @Override
    public boolean servedLately(TestedState state) {
        return served.contains(state);
    }
}
