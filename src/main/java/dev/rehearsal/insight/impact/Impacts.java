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
import dev.rehearsal.staging.Tables;
import dev.rehearsal.traffic.RequestCount;
import dev.rehearsal.traffic.TrafficCounts;
import dev.rehearsal.traffic.TrafficSamples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Measures which share of requests gets something else: once a pending set is live as if it went alone, or all that a test
 * channel shows. It is worked out in the background, on two threads for the whole node, once for all who look at a state.
 */
@Service
public class Impacts {

    private static final int THREADS = 2;

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
    private final PerState<Map<Question, ImpactRun>> runs = new PerState<>(_ -> new ConcurrentHashMap<>());
    private final PerState<Map<ProductChannel, AnsweredPopulation>> live = new PerState<>(_ -> kept());

    @Autowired
    Impacts(
            TestChannelPreviews previews,
            ReleaseContents contents,
            UpdateAnswers answers,
            TrafficSamples traffic,
            TrafficCounts counts) {
        this(previews, contents, answers, traffic, counts, new ForkJoinPool(THREADS));
    }

    Impacts(
            TestChannelPreviews previews,
            ReleaseContents contents,
            UpdateAnswers answers,
            TrafficSamples traffic,
            TrafficCounts counts,
            Executor executor) {
        this.previews = previews;
        this.contents = contents;
        this.answers = answers;
        this.traffic = traffic;
        this.counts = counts;
        this.executor = executor;
    }

    /** @param sets that go live, in this order; figures of other times are other ones */
    private record Question(List<ProductChannel> where, List<ChangeSetId> sets, List<Instant> until) {}

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
        return state.pending(set.id()).isEmpty()
                ? run(state, List.of(), Stage.of(state.live()))
                : run(
                        state,
                        places(state, new Audiences(state).of(set)),
                        state.stages().of(new Scope.Only(set.id()), null, "").stage());
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
        return run(
                previews.state(),
                preview.product() == null || preview.showsLive()
                        ? List.of()
                        : List.of(new ProductChannel(
                                preview.product(), preview.mapping().liveChannel())),
                preview.stage());
    }

    private ImpactRun run(NodeState state, List<ProductChannel> places, Stage stage) {
        List<Population> populations = places.stream()
                .flatMap(place -> population(place).stream())
                .toList();
        Question question = new Question(
                places,
                stage.steps().stream().map(step -> step.set().id()).toList(),
                populations.stream().map(Population::until).toList());
        return runs.of(state)
                .computeIfAbsent(
                        question,
                        _ -> ImpactRun.start(executor, steps -> measure(state, populations, stage.staged(), steps)));
    }

    /** Returns what was asked in the last day; in the last month, where that is nothing. */
    private Optional<Population> population(ProductChannel where) {
        return traffic.find(where, TrafficSamples.DAY)
                .filter(population -> population.sampled() > 0)
                .or(() -> traffic.find(where, TrafficSamples.MONTH))
                .filter(population -> population.sampled() > 0);
    }

    private List<ChannelImpact> measure(
            NodeState state, List<Population> populations, Tables staged, ImpactSteps steps) {
        List<ChannelImpact> found = new ArrayList<>();
        for (Population population : populations) {
            steps.made(found.size(), populations.size());
            found.add(ImpactCount.of(now(state, population).in(served(staged)).movements()));
        }
        return found;
    }

    private AnsweredPopulation now(NodeState state, Population population) {
        Map<ProductChannel, AnsweredPopulation> kept = live.of(state);
        synchronized (kept) {
            AnsweredPopulation known = kept.get(population.where());
            if (known == null || !known.population().until().equals(population.until())) {
                known = AnsweredPopulation.of(answers, served(state.live()), population);
                kept.put(population.where(), known);
            }
            return known;
        }
    }

    private ServedState served(Tables tables) {
        return new ServedState(tables.ruleSet(), tables.releases(), tables.pins(), contents);
    }
}
