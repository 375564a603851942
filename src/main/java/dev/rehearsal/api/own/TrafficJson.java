package dev.rehearsal.api.own;

import dev.rehearsal.serve.impact.Population;
import dev.rehearsal.serve.sample.SampledChannels;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.traffic.LoadedList;
import dev.rehearsal.traffic.RequestCount;
import dev.rehearsal.traffic.TrafficCounts;
import dev.rehearsal.traffic.TrafficSamples;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Samples and lists of requests as the API tells of them; never the requests themselves. */
final class TrafficJson {

    private TrafficJson() {}

    /** One channel, whose sample is read only if somebody looks at it. */
    record Channel(ProductChannel where, RequestCount count, TrafficSamples samples, Duration back) {

        Map<String, @Nullable Object> json() {
            Optional<Population> population = samples.find(where, back);
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("product", where.product());
            json.put("channel", where.channel());
            json.put("requests", count.asked());
            Instant last = count.last();
            json.put("last", last == null ? null : last.toEpochMilli());
            json.put("sampled", population.map(Population::sampled).orElse(0L));
            json.put("of", population.map(Population::asked).orElse(0L));
            json.put("source", population.map(Population::source).orElse(null));
            json.put("from", population.map(known -> known.from().toEpochMilli()).orElse(null));
            json.put("until", population.map(known -> known.until().toEpochMilli()).orElse(null));
            return json;
        }
    }

    static List<Channel> channels(
            TrafficCounts counts, TrafficSamples samples, List<LoadedList> lists, Duration back) {
        SortedMap<ProductChannel, RequestCount> all = new TreeMap<>(SampledChannels.ORDER);
        all.putAll(counts.all(back));
        lists.stream()
                .flatMap(list -> list.channels().stream())
                .forEach(told -> all.putIfAbsent(told.where(), RequestCount.NONE));
        return all.entrySet().stream()
                .map(one -> new Channel(one.getKey(), one.getValue(), samples, back))
                .toList();
    }

    static Map<String, @Nullable Object> of(LoadedList list) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", list.id());
        json.put("name", list.name());
        json.put("from", list.from().toEpochMilli());
        json.put("until", list.until().toEpochMilli());
        json.put("update_lines", list.updateLines());
        json.put("other_lines", list.otherLines());
        json.put("loaded_by", list.loadedBy().name());
        json.put("loaded_at", list.loadedAt().toEpochMilli());
        json.put("channels", list.channels().stream().map(TrafficJson::of).toList());
        return json;
    }

    private static Map<String, @Nullable Object> of(LoadedList.OnChannel told) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("product", told.where().product());
        json.put("channel", told.where().channel());
        json.put("requests", told.asked());
        json.put("kept", told.kept());
        return json;
    }
}
