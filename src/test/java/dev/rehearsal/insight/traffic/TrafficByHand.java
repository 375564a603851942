package dev.rehearsal.insight.traffic;

import dev.rehearsal.blob.UrlPolicy;
import dev.rehearsal.insight.preview.Rehearsed;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.impact.PopulationBuilder;
import dev.rehearsal.serve.sample.SamplingOptions;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.traffic.RequestCount;
import dev.rehearsal.traffic.TrafficCounts;
import dev.rehearsal.traffic.TrafficSamples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests that a test makes up, and what a state by hand makes of them. */
public final class TrafficByHand {

    public static final ProductChannel RELEASE = new ProductChannel("Firefox", "release");

    private final Map<Duration, Map<ProductChannel, Population>> samples = new HashMap<>();
    private final Map<ProductChannel, RequestCount> counts = new HashMap<>();
    private final List<Population> spans = new ArrayList<>();

    /** Requests of English clients on Windows for whom there are files, on the release channel of Firefox. */
    public static PopulationBuilder onRelease() {
        return PopulationBuilder.on("Firefox", "release");
    }

    /** So many requests of clients with this version, for whom releases by hand have files. */
    public static PopulationBuilder and(PopulationBuilder population, long requests, String version) {
        return population.asked(
                requests,
                version,
                query -> query.withBuildId("20260601000000")
                        .onBuildTarget("WINNT_x86_64-msvc")
                        .inLocale("en-US"));
    }

    public TrafficByHand inDay(Population population) {
        return in(TrafficSamples.DAY, population);
    }

    public TrafficByHand inMonth(Population population) {
        return in(TrafficSamples.MONTH, population);
    }

    private TrafficByHand in(Duration back, Population population) {
        samples.computeIfAbsent(back, made -> new HashMap<>()).put(population.where(), population);
        return this;
    }

    /** What was asked in one day before, which began then; the newest is said first. */
    public TrafficByHand on(Instant day, Population asked) {
        spans.add(new Population(
                asked.where(), asked.source(), day, day.plus(Duration.ofDays(1)), asked.classes(), asked.asked()));
        return this;
    }

    public TrafficByHand counted(String product, String channel, long requests) {
        counts.put(new ProductChannel(product, channel), new RequestCount(requests, Rehearsed.NOW));
        return this;
    }

    public LiveTraffic over(Rehearsed rehearsed) {
        return over(rehearsed, SamplingOptions.USUAL);
    }

    public LiveTraffic over(Rehearsed rehearsed, SamplingOptions options) {
        TrafficSamples sampled = (where, back) ->
                Optional.ofNullable(samples.getOrDefault(back, Map.of()).get(where));
        TrafficCounts counted = back -> counts;
        return new LiveTraffic(
                rehearsed.stagedTables(),
                rehearsed.contents(),
                new UpdateAnswers(UrlPolicy.OPEN, true, () -> 0),
                sampled,
                (where, back) -> spans.stream().filter(span -> span.where().equals(where)),
                counted,
                options);
    }
}
