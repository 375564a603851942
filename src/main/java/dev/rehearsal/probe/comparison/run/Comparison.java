package dev.rehearsal.probe.comparison.run;

import dev.rehearsal.probe.comparison.Channels;
import dev.rehearsal.probe.comparison.Classification;
import dev.rehearsal.probe.comparison.Counted;
import dev.rehearsal.probe.comparison.Finding;
import dev.rehearsal.probe.comparison.Force;
import dev.rehearsal.probe.comparison.Request;
import dev.rehearsal.probe.comparison.Verdict;
import dev.rehearsal.probe.comparison.wire.Conversation;
import dev.rehearsal.probe.comparison.wire.Side;
import dev.rehearsal.probe.comparison.wire.Time;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks both sides each request, and those whose answers differ once more when the longest cache is over.
 *
 * @param channels null where both sides are asked for the channel of the request
 */
record Comparison(
        List<Counted> requests,
        @Nullable Channels channels,
        Classification classification,
        Side left,
        Side right,
        int connections,
        Duration longestCache) {

    /** Returns a finding for each request, in their order. */
    List<Finding> run(StateFile state, PrintStream err, Time time) throws InterruptedException {
        ConcurrentMap<Integer, SavedFinding> found = new ConcurrentHashMap<>(state.found());
        List<Integer> unasked = IntStream.range(0, requests.size())
                .filter(at -> !found.containsKey(at))
                .boxed()
                .toList();
        if (unasked.size() < requests.size()) {
            err.printf(
                    "Going on: %d of %d requests were asked before.%n",
                    requests.size() - unasked.size(), requests.size());
        }
        new Pass(this, state, new Progress(err, time, unasked.size()))
                .over(unasked, (at, verdict) -> keep(SavedFinding.of(at, verdict, false), found, state));
        List<Integer> open = found.values().stream()
                .filter(SavedFinding::isOpen)
                .map(SavedFinding::at)
                .sorted()
                .toList();
        if (!open.isEmpty()) {
            err.printf(
                    "%d requests differ. They are asked again in %s, when caches have forgotten.%n",
                    open.size(), Progress.words(longestCache));
            state.flush();
            time.sleep(longestCache.toNanos());
            new Pass(this, state, new Progress(err, time, open.size())).over(open, (at, verdict) -> {
                Verdict first = verdict(found, at);
                keep(SavedFinding.of(at, first.afterwards(verdict), true), found, state);
            });
        }
        List<Finding> findings = new ArrayList<>(requests.size());
        for (int at = 0; at < requests.size(); at++) {
            findings.add(new Finding(requests.get(at), verdict(found, at)));
        }
        return findings;
    }

    private static Verdict verdict(Map<Integer, SavedFinding> found, int at) {
        return Objects.requireNonNull(found.get(at)).verdict();
    }

    private static void keep(SavedFinding finding, ConcurrentMap<Integer, SavedFinding> found, StateFile state) {
        found.put(finding.at(), finding);
        state.add(finding);
    }

    /** Asks both at a time, so that it takes as long as the slower one. */
    Verdict compare(Request request, Conversation withLeft, Conversation withRight) throws InterruptedException {
        Request onTheRight = channels == null ? request : channels.onTheRight(request);
        Verdict verdict = new Verdict.Same(false);
        for (Force force : Force.values()) {
            withLeft.ask(request, force);
            withRight.ask(onTheRight, force);
            verdict = verdict.and(classification.of(request, force, withLeft.answer(), withRight.answer()));
        }
        return verdict;
    }
}
