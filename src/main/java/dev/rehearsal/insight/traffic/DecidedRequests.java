package dev.rehearsal.insight.traffic;

import dev.rehearsal.blob.AppBlob;
import dev.rehearsal.blob.GuardianBlob;
import dev.rehearsal.blob.ReleaseVersion;
import dev.rehearsal.insight.traffic.Fate.Offered;
import dev.rehearsal.insight.traffic.ReleaseShares.Part;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import dev.rehearsal.serve.UpdateRequest.Format;
import dev.rehearsal.serve.impact.Concern;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.impact.RequestClass;
import dev.rehearsal.serve.impact.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what each request of a sample comes to in one state. Few things may become of many requests, so that it takes
 * four bytes for each kind of request besides the sample.
 */
final class DecidedRequests {

    /** So many requests are asked for within a millisecond or two. */
    private static final int AT_A_STRETCH = 64;

    private final UpdateAnswers answers;
    private final ServedState state;
    private final Population population;
    private final List<Fate> fates = new ArrayList<>();
    private final Map<Fate, Integer> numbers = new HashMap<>();
    private final int[] fateOf;

    private DecidedRequests(UpdateAnswers answers, ServedState state, Population population) {
        this.answers = answers;
        this.state = state;
        this.population = population;
        this.fateOf = new int[population.classes().size()];
    }

    /** Asks the state for all of them: some microseconds each. */
    static DecidedRequests of(UpdateAnswers answers, ServedState state, Population population) {
        DecidedRequests decided = new DecidedRequests(answers, state, population);
        List<RequestClass> classes = population.classes();
        for (int place = 0; place < classes.size(); place++) {
            decided.ask(place, classes.get(place).query());
            letOthersGo(place);
        }
        return decided;
    }

    /** Returns what they come to in another state; only those are asked for whom the two may differ. */
    DecidedRequests in(ServedState other) {
        Concern concern = Concern.between(state, other);
        DecidedRequests decided = new DecidedRequests(answers, other, population);
        List<RequestClass> classes = population.classes();
        for (int place = 0; place < classes.size(); place++) {
            UpdateQuery query = classes.get(place).query();
            Fate fate = fates.get(fateOf[place]);
            if (concern.isAbout(fate.rule(), query)) {
                decided.ask(place, query);
            } else {
                decided.fateOf[place] = decided.number(fate);
            }
            letOthersGo(place);
        }
        return decided;
    }

    /** Virtual threads are not taken off the processor: clients that wait for an answer come first. */
    private static void letOthersGo(int place) {
        if (place % AT_A_STRETCH == 0) {
            Thread.yield();
        }
    }

    private void ask(int place, UpdateQuery query) {
        Evaluate request = new Evaluate(query, query.urlVersion() == 0 ? Format.JSON : Format.XML);
        fateOf[place] = number(Fate.of(answers.outcomes(state, request)));
    }

    private int number(Fate fate) {
        return numbers.computeIfAbsent(fate, found -> {
            fates.add(found);
            return fates.size() - 1;
        });
    }

    Population population() {
        return population;
    }

    boolean isIn(ServedState other) {
        return state.equals(other);
    }

    SampleFacts sample() {
        return SampleFacts.of(population);
    }

    /** Returns how many requests each rule decides for; none that decides for nobody. */
    Map<RuleId, Long> byRule() {
        long[] requests = requests();
        Map<RuleId, Long> counted = new HashMap<>();
        for (int number = 0; number < requests.length; number++) {
            RuleId rule = fates.get(number).rule();
            if (rule != null && requests[number] > 0) {
                counted.merge(rule, requests[number], Long::sum);
            }
        }
        return counted;
    }

    ReleaseShares byRelease() {
        long[] requests = requests();
        Map<Offered, Tally> tallies = new LinkedHashMap<>();
        for (int number = 0; number < requests.length; number++) {
            long times = requests[number];
            fates.get(number)
                    .offers()
                    .forEach((offered, part) -> tallies.computeIfAbsent(offered, made -> new Tally())
                            .add(times, part));
        }
        Map<Offered, String> versions = versions();
        List<Part> parts = new ArrayList<>();
        tallies.forEach((offered, tally) ->
                parts.add(new Part(offered.kind(), offered.release(), versions.get(offered), tally.of(population))));
        parts.sort(Comparator.comparingDouble((Part part) -> part.share().estimate())
                .reversed()
                .thenComparing(part -> String.valueOf(part.release())));
        return new ReleaseShares(sample(), parts);
    }

    private long[] requests() {
        long[] requests = new long[fates.size()];
        for (int place = 0; place < fateOf.length; place++) {
            requests[fateOf[place]] += population.classes().get(place).requests();
        }
        return requests;
    }

    /** Returns what a release is called for the first who get it. */
    private Map<Offered, String> versions() {
        Map<Offered, String> versions = new HashMap<>();
        boolean[] seen = new boolean[fates.size()];
        for (int place = 0; place < fateOf.length; place++) {
            int number = fateOf[place];
            if (!seen[number]) {
                seen[number] = true;
                UpdateQuery query = population.classes().get(place).query();
                for (Offered offered : fates.get(number).offers().keySet()) {
                    String version = version(offered, query);
                    if (version != null) {
                        versions.putIfAbsent(offered, version);
                    }
                }
            }
        }
        return versions;
    }

    private @Nullable String version(Offered offered, UpdateQuery query) {
        ReleaseName release = offered.release();
        return switch (release == null ? null : state.blob(release)) {
            case AppBlob app ->
                app.versionFor(query.buildTarget(), Objects.requireNonNullElse(query.locale(), ""))
                        .map(ReleaseVersion::shown)
                        .orElse(null);
            case GuardianBlob guardian -> guardian.version();
            case null, default -> null;
        };
    }
}
