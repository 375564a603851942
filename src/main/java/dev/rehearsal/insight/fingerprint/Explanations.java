package dev.rehearsal.insight.fingerprint;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rehearsal.approval.TestedState;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Fingerprint;
import dev.rehearsal.staging.StateDifferences;
import dev.rehearsal.staging.Tables;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells what makes the difference between two fingerprints. What was told once is remembered: it cannot change. */
@Service
public class Explanations {

    private static final int REMEMBERED = 1_000;

    private final StateLookup states;
    private final DifferenceWords words;
    private final ReleaseContents contents;
    private final Cache<Asked, Explanation.Told> told =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    Explanations(StateLookup states, DifferenceWords words, ReleaseContents contents) {
        this.states = states;
        this.words = words;
        this.contents = contents;
    }

    private record Asked(TestedState from, Fingerprint to) {}

    /**
     * Explains how a state became another one of its product and live channel. Costs a pass over the histories for each side
     * that is not staged now.
     */
    public Explanation between(TestedState from, Fingerprint to) {
        Asked asked = new Asked(from, to);
        Explanation.Told known = told.getIfPresent(asked);
        if (known != null) {
            return known;
        }
        Optional<Tables> before = states.find(from);
        Optional<Tables> after = states.find(new TestedState(from.product(), from.liveChannel(), to));
        if (before.isEmpty() || after.isEmpty()) {
            return new Explanation.CannotTell(notKept(before.isEmpty() ? from.fingerprint() : to, from));
        }
        Explanation.Told explanation = new Explanation.Told(
                from.product(),
                from.liveChannel(),
                from.fingerprint(),
                to,
                words.of(StateDifferences.between(
                        before.get(), after.get(), contents, from.product(), from.liveChannel())));
        told.put(asked, explanation);
        return explanation;
    }

    /** Returns what was told already, at no cost. */
    Optional<Explanation> remembered(TestedState from, Fingerprint to) {
        return Optional.ofNullable(told.getIfPresent(new Asked(from, to)));
    }

    /**
     * Explains how two fingerprints differ where it is not said what they are of.
     *
     * @param product null for whichever they are of
     * @param liveChannel null likewise
     * @throws RefusedException NOT_FOUND if one is not known at all; INVALID if they are of different channels or products
     */
    public Explanation between(
            Fingerprint from, Fingerprint to, @Nullable String product, @Nullable String liveChannel) {
        Set<TestedState> before = candidates(from, product, liveChannel);
        Set<TestedState> after = candidates(to, product, liveChannel);
        Explanation best = null;
        for (TestedState state : before) {
            boolean ofBoth =
                    after.contains(new TestedState(state.product(), state.liveChannel(), to)) || from.equals(to);
            if (ofBoth && !(best instanceof Explanation.Told)) {
                best = between(state, to);
            }
        }
        if (best == null) {
            throw RefusedException.invalid(
                    "to", "one is a state of %s, the other of %s".formatted(places(before), places(after)));
        }
        return best;
    }

    private Set<TestedState> candidates(
            Fingerprint fingerprint, @Nullable String product, @Nullable String liveChannel) {
        if (product != null && liveChannel != null) {
            return Set.of(new TestedState(product, liveChannel, fingerprint));
        }
        Set<TestedState> candidates = states.named(fingerprint).stream()
                .filter(state -> product == null || product.equals(state.product()))
                .filter(state -> liveChannel == null || liveChannel.equals(state.liveChannel()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (candidates.isEmpty()) {
            throw RefusedException.notFound(
                    "no state with the fingerprint %s is known: it was never judged or live, and is not staged now"
                            .formatted(fingerprint));
        }
        return candidates;
    }

    private static String places(Set<TestedState> states) {
        List<String> places = states.stream()
                .map(state -> state.product() + " on " + state.liveChannel())
                .toList();
        return NameList.of(places);
    }

    private static String notKept(Fingerprint fingerprint, TestedState of) {
        return "what %s served for %s in state %s… cannot be put together any more"
                .formatted(of.liveChannel(), of.product(), fingerprint.value().substring(0, 8));
    }
}
