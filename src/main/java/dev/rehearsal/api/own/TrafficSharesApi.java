package dev.rehearsal.api.own;

import dev.rehearsal.insight.traffic.LiveTraffic;
import dev.rehearsal.insight.traffic.LiveTraffic.RuleShare;
import dev.rehearsal.insight.traffic.LiveTraffic.Sides;
import dev.rehearsal.insight.traffic.ReleaseShares;
import dev.rehearsal.insight.traffic.SampleFacts;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.serve.impact.Got;
import dev.rehearsal.staging.ProductChannel;
import dev.rehearsal.traffic.TrafficSamples;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells which share of a live channel's requests gets which release, now and with the queue, and which rule decides for
 * it.
 */
@RestController
class TrafficSharesApi {

    private static final Map<String, Duration> SPANS = Map.of("24h", TrafficSamples.DAY, "30d", TrafficSamples.MONTH);

    private final LiveTraffic traffic;

    TrafficSharesApi(LiveTraffic traffic) {
        this.traffic = traffic;
    }

    @GetMapping("/api/traffic")
    Map<String, @Nullable Object> shares(
            @RequestParam String product,
            @RequestParam String channel,
            @RequestParam(defaultValue = "24h") String back) {
        Duration span = SPANS.get(back);
        if (span == null) {
            throw RefusedException.invalid("back", "must be 24h or 30d");
        }
        ProductChannel where = new ProductChannel(product, channel);
        Sides sides = traffic.withQueue(where, span).orElse(null);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("product", product);
        json.put("channel", channel);
        json.put("back", back);
        json.put("sample", sides == null ? null : sample(sides.now().sample()));
        json.put("now", sides == null ? List.of() : parts(sides.now()));
        json.put("queued", sides == null ? List.of() : parts(sides.staged()));
        json.put(
                "rules",
                sides == null
                        ? List.of()
                        : traffic.byRule(where, span).stream()
                                .map(TrafficSharesApi::rule)
                                .toList());
        return json;
    }

    private static Map<String, Object> sample(SampleFacts sample) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("source", sample.source());
        json.put("from", sample.from().toEpochMilli());
        json.put("until", sample.until().toEpochMilli());
        json.put("sampled", sample.sampled());
        json.put("of", sample.asked());
        return json;
    }

    private static List<Map<String, @Nullable Object>> parts(ReleaseShares shares) {
        return shares.parts().stream().map(TrafficSharesApi::part).toList();
    }

    private static Map<String, @Nullable Object> part(ReleaseShares.Part part) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("gets", gets(part.kind()));
        json.put("release", Objects.toString(part.release(), null));
        json.put("version", part.version());
        json.put("share", ImpactJson.share(part.share()));
        return json;
    }

    private static String gets(Got.Kind kind) {
        return switch (kind) {
            case UPDATE -> "update";
            case NONE -> "no_update";
            case REFUSED -> "error";
        };
    }

    private static Map<String, Object> rule(RuleShare rule) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule_id", rule.rule().value());
        json.put("share", ImpactJson.share(rule.share()));
        return json;
    }
}
