package dev.rehearsal.insight.impact;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.preview.TestChannelPreview;
import dev.rehearsal.insight.preview.TestChannelPreviews;
import dev.rehearsal.insight.review.Audience;
import dev.rehearsal.insight.review.Audiences;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.impact.AnsweredPopulation;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.PerState;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Scope;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.traffic.RequestCount;
import dev.rehearsal.traffic.TrafficCounts;
import dev.rehearsal.traffic.TrafficSamples;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Measures which share of requests gets something else: once a pending set is live as if it went alone, or all that a test
 * channel shows. It is worked out in the background, on two threads for the whole node, once for all who look at a state.
 */
@Service
public class Impacts {

    private static final int THREADS = 2;

    /** For so long the same figures are told, whatever clients ask meanwhile. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    /** Live answers that are kept for the next question: some megabytes each. */
    private static final int MOST_KEPT = 4;

    /** A set that is about more is told of as far as this. */
    private static final int MOST_PLACES = 16;

    private final TestChannelPreviews previews;
    private final ReleaseContents contents;
    private final UpdateAnswers answers;
    private final TrafficSamples traffic;
    private final TrafficCounts counts;
    private final Executor executor;
    private final Listener listener;
    private final PerState<Map<Question, ImpactRun>> runs;
    private final PerState<Map<ProductChannel, AnsweredPopulation>> live = new PerState<>(_ -> kept());

    @Autowired
    Impacts(
            TestChannelPreviews previews,
            ReleaseContents contents,
            UpdateAnswers answers,
            TrafficSamples traffic,
            TrafficCounts counts,
            Clock clock,
            ForeseenImpacts foreseen) {
        this(previews, contents, answers, traffic, counts, clock, new ForkJoinPool(THREADS), foreseen::keep);
    }

    /** Is told what was measured of a set that goes alone. */
    @FunctionalInterface
    public interface Listener {
        void measured(NodeState state, ChangeSet set, List<ChannelImpact> found);
    }

    /**
     * @param executor does the work, whoever wants to know
     * @param listener hears of each set that was measured
     */
    public Impacts(
            TestChannelPreviews previews,
            ReleaseContents contents,
            UpdateAnswers answers,
            TrafficSamples traffic,
            TrafficCounts counts,
            Clock clock,
            Executor executor,
            Listener listener) {
        this.previews = previews;
        this.contents = contents;
        this.answers = answers;
        this.traffic = traffic;
        this.counts = counts;
        this.runs = new PerState<>(
                _ -> new ConcurrentHashMap<>(), () -> clock.instant().plus(FRESH), clock);
        this.executor = executor;
        this.listener = listener;
    }

    /**
     * @param where null for wherever the sets are noticed
     * @param sets that go live, in this order
     */
    private record Question(@Nullable ProductChannel where, List<ChangeSetId> sets) {}

    private static Map<ProductChannel, AnsweredPopulation> kept() {
        return new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ProductChannel, AnsweredPopulation> eldest) {
                return size() > MOST_KEPT;
            }
        };
    }

    /** Measures a set alone; of a set that is not pending, or is in conflict, nothing. */
    public ImpactRun of(ChangeSet set) {
        NodeState state = previews.state();
        return run(state, new Question(null, List.of(set.id())), steps -> {
            if (state.pending(set.id()).isEmpty()) {
                return List.of();
            }
            Stage alone = state.stages().of(new Scope.Only(set.id()), null, "").stage();
            List<ChannelImpact> found = measure(state, places(state, new Audiences(state).of(set)), alone, steps);
            listener.measured(state, set, found);
            return found;
        });
    }

    /** Returns the channels that a set is about, the most asked of first; a rule may be about every product. */
    private List<ProductChannel> places(NodeState state, Audience audience) {
        Map<ProductChannel, RequestCount> asked = counts.all(TrafficSamples.MONTH);
        Set<ProductChannel> places = new LinkedHashSet<>(audience.liveChannels());
        asked.keySet().stream()
                .filter(place -> place.product() != null && audience.includes(place.product(), place.channel()))
                .forEach(places::add);
        return places.stream()
                .filter(place -> state.mapping(place.product(), place.channel()).isEmpty())
                .sorted(Comparator.comparingLong((ProductChannel place) ->
                                -asked.getOrDefault(place, RequestCount.NONE).asked())
                        .thenComparing(ProductChannel::toString))
                .limit(MOST_PLACES)
                .toList();
    }

    /**
     * Measures all that a test channel shows, or as far along the queue as somebody looks.
     *
     * @param preview of the state that this node serves; of every product, nothing
     */
    public ImpactRun of(TestChannelPreview preview) {
        NodeState state = previews.state();
        Stage stage = preview.stage();
        String product = preview.product();
        ProductChannel where = new ProductChannel(product, preview.mapping().liveChannel());
        return run(
                state,
                new Question(
                        where,
                        stage.steps().stream().map(step -> step.set().id()).toList()),
                steps -> product == null || preview.showsLive()
                        ? List.of()
                        : measure(state, List.of(where), stage, steps));
    }

    private ImpactRun run(NodeState state, Question question, Function<ImpactSteps, List<ChannelImpact>> work) {
        return Objects.requireNonNull(runs.of(state)
                .compute(
                        question,
                        (_, known) -> known == null || known.hasFailed() ? ImpactRun.start(executor, work) : known));
    }

    private List<ChannelImpact> measure(NodeState state, List<ProductChannel> places, Stage stage, ImpactSteps steps) {
        List<Population> populations = places.stream()
                .flatMap(place -> traffic.findLatest(place).stream())
                .toList();
        List<ChannelImpact> found = new ArrayList<>();
        for (Population population : populations) {
            steps.made(found.size(), populations.size());
            found.add(ImpactCount.of(now(state, population)
                    .in(ServedState.of(stage.staged(), contents))
                    .movements()));
        }
        return found;
    }

    private AnsweredPopulation now(NodeState state, Population population) {
        Map<ProductChannel, AnsweredPopulation> kept = live.of(state);
        synchronized (kept) {
            AnsweredPopulation known = kept.get(population.where());
            if (known == null || !known.population().equals(population)) {
                known = AnsweredPopulation.of(answers, ServedState.of(state.live(), contents), population);
                kept.put(population.where(), known);
            }
            return known;
        }
    }
}
