package dev.rehearsal.history.receipt;

import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.serve.Decided;
import dev.rehearsal.serve.ServedState;
import dev.rehearsal.serve.UpdateAnswers;
import dev.rehearsal.serve.UpdateRequest.Evaluate;
import dev.rehearsal.serve.UpdateRequest.Format;
import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.impact.RequestClass;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.staging.Tables;
import dev.rehearsal.traffic.TrafficSamples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Counts what clients that asked lately get by now, by release: both sides of a background rate by their weight. */
@Component
class SeenTraffic {

    private static final String NOTHING = "no update";
    private static final String ERROR = "an error";

    private final ObjectProvider<TrafficSamples> samples;
    private final UpdateAnswers answers;
    private final StoredContents contents;

    SeenTraffic(ObjectProvider<TrafficSamples> samples, UpdateAnswers answers, StoredContents contents) {
        this.samples = samples;
        this.answers = answers;
        this.contents = contents;
    }

    /** Returns a list with an entry for each place of which something is known; it may be empty. */
    List<Map<String, @Nullable Object>> at(Collection<ProductChannel> places, Duration back, Tables live) {
        ServedState state = ServedState.of(live, contents);
        List<Map<String, @Nullable Object>> seen = new ArrayList<>();
        for (ProductChannel place : places) {
            samples.orderedStream()
                    .flatMap(from -> from.find(place, back).stream())
                    .findFirst()
                    .ifPresent(population -> seen.add(told(population, state)));
        }
        return seen;
    }

    private Map<String, @Nullable Object> told(Population population, ServedState state) {
        Map<String, Double> byRelease = new TreeMap<>();
        population.classes().forEach(one -> count(one, state, byRelease));
        double all =
                byRelease.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("product", population.where().product());
        told.put("channel", population.where().channel());
        told.put("source", population.source());
        told.put("from", EnactmentFacts.time(population.from()));
        told.put("until", EnactmentFacts.time(population.until()));
        told.put("requests", population.asked());
        told.put("looked_at", population.sampled());
        Map<String, String> shares = new LinkedHashMap<>();
        byRelease.forEach((release, requests) ->
                shares.put(release, String.format(Locale.ROOT, "%.4f", all == 0 ? 0 : requests / all)));
        told.put("shares", shares);
        return told;
    }

    private void count(RequestClass asked, ServedState state, Map<String, Double> byRelease) {
        answers.outcomes(state, new Evaluate(asked.query(), Format.XML))
                .forEach(outcome ->
                        byRelease.merge(name(outcome.decided()), asked.requests() * outcome.share(), Double::sum));
    }

    private static String name(Decided got) {
        ReleaseName release = got.release();
        return got.isRefused() ? ERROR : release == null ? NOTHING : release.value();
    }
}
