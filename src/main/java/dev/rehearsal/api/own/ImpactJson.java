package dev.rehearsal.api.own;

import dev.rehearsal.insight.impact.ChannelImpact;
import dev.rehearsal.insight.impact.ChannelImpact.ReleaseLine;
import dev.rehearsal.insight.impact.ChannelImpact.Trait;
import dev.rehearsal.insight.impact.ImpactLine;
import dev.rehearsal.insight.preview.AskedUrl;
import dev.rehearsal.serve.impact.Share;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Impacts as JSON: shares from 0 to 1, with their bounds. */
final class ImpactJson {

    private ImpactJson() {}

    static Map<String, Object> of(List<ChannelImpact> found) {
        return Map.of("channels", found.stream().map(ImpactJson::channel).toList());
    }

    private static Map<String, @Nullable Object> channel(ChannelImpact impact) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("product", impact.where().product());
        json.put("channel", impact.where().channel());
        json.put("sentence", impact.sentence());
        json.put("source", impact.source());
        json.put("from", impact.from().toEpochMilli());
        json.put("until", impact.until().toEpochMilli());
        json.put("sampled", impact.sampled());
        json.put("asked", impact.asked());
        json.put("changed", share(impact.changed()));
        json.put("moves", impact.moves().stream().map(ImpactJson::move).toList());
        Map<String, @Nullable Object> losing = line(impact.losing());
        losing.put("label", impact.losers());
        json.put("losing", losing);
        json.put("older", line(impact.older()));
        for (Trait trait : Trait.values()) {
            json.put(
                    "by_" + trait.name().toLowerCase(Locale.ROOT),
                    impact.by().getOrDefault(trait, List.of()).stream()
                            .map(ImpactJson::line)
                            .toList());
        }
        return json;
    }

    private static Map<String, @Nullable Object> move(ReleaseLine move) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("before", move.before());
        json.put("after", move.after());
        json.putAll(line(move.line()));
        return json;
    }

    private static Map<String, @Nullable Object> line(ImpactLine line) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("label", line.label());
        json.put("share", share(line.share()));
        json.put(
                "examples",
                line.examples().stream()
                        .flatMap(query -> AskedUrl.like(query).stream())
                        .map(AskedUrl::path)
                        .toList());
        return json;
    }

    static Map<String, Object> share(Share share) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("lower", share.lower());
        json.put("estimate", share.estimate());
        json.put("upper", share.upper());
        return json;
    }
}
