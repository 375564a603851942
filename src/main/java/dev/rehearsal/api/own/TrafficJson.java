package dev.rehearsal.api.own;

import dev.rehearsal.serve.sample.SampledChannels;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.traffic.LoadedList;
import dev.rehearsal.traffic.RequestCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Samples and lists of requests as the API tells of them; never the requests themselves. */
final class TrafficJson {

    private TrafficJson() {}

    /** One after the other by product and channel, also those that only a list tells of. */
    static List<Map<String, @Nullable Object>> channels(
            Map<ProductChannel, RequestCount> counts, List<LoadedList> lists) {
        SortedMap<ProductChannel, RequestCount> all = new TreeMap<>(SampledChannels.ORDER);
        all.putAll(counts);
        Map<ProductChannel, Long> newest = new HashMap<>();
        for (LoadedList list : lists) {
            for (LoadedList.OnChannel told : list.channels()) {
                newest.putIfAbsent(told.where(), list.id());
                all.putIfAbsent(told.where(), RequestCount.NONE);
            }
        }
        List<Map<String, @Nullable Object>> channels = new ArrayList<>();
        all.forEach((where, count) -> channels.add(channel(where, count, newest.get(where))));
        return channels;
    }

    private static Map<String, @Nullable Object> channel(
            ProductChannel where, RequestCount count, @Nullable Long list) {
        Instant last = count.last();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("product", where.product());
        json.put("channel", where.channel());
        json.put("requests", count.asked());
        json.put("last", last == null ? null : last.toEpochMilli());
        json.put("list", list);
        return json;
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
