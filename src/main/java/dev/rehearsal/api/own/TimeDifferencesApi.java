package dev.rehearsal.api.own;

import dev.rehearsal.api.json.RuleJson;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.insight.timemachine.ReleaseDifference;
import dev.rehearsal.insight.timemachine.RuleDifference;
import dev.rehearsal.insight.timemachine.TimeDifference;
import dev.rehearsal.insight.timemachine.TimeDifferences;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells what became of a channel between two times, both in epoch milliseconds; the later one is now unless it is
 * given.
 */
@RestController
class TimeDifferencesApi {

    private final TimeDifferences differences;
    private final Clock clock;

    TimeDifferencesApi(TimeDifferences differences, Clock clock) {
        this.differences = differences;
        this.clock = clock;
    }

    @GetMapping("/api/test_channels/{testChannel}/differences")
    Map<String, @Nullable Object> ofTestChannel(
            @PathVariable String testChannel,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam long from,
            @RequestParam(required = false) @Nullable Long to) {
        return json(differences.ofTestChannel(testChannel, product, Instant.ofEpochMilli(from), until(to)));
    }

    @GetMapping("/api/channels/{liveChannel}/differences")
    Map<String, @Nullable Object> ofLiveChannel(
            @PathVariable String liveChannel,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam long from,
            @RequestParam(required = false) @Nullable Long to) {
        return json(differences.ofLiveChannel(liveChannel, product, Instant.ofEpochMilli(from), until(to)));
    }

    private Instant until(@Nullable Long to) {
        return to == null ? clock.instant() : Instant.ofEpochMilli(to);
    }

    private static Map<String, @Nullable Object> json(TimeDifference difference) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("before", side(difference.before()));
        json.put("after", side(difference.after()));
        json.put(
                "rules",
                difference.rules().stream().map(TimeDifferencesApi::rule).toList());
        json.put(
                "releases",
                difference.releases().stream().map(TimeDifferencesApi::release).toList());
        json.put(
                "queued",
                difference.queued().stream().map(TimeDifferencesApi::set).toList());
        json.put("gone", difference.gone().stream().map(TimeDifferencesApi::set).toList());
        return json;
    }

    private static @Nullable Map<String, Object> side(TimeDifference.@Nullable Side side) {
        return side == null
                ? null
                : Map.of(
                        "at", side.at().toEpochMilli(),
                        "live_channel", side.liveChannel(),
                        "fingerprint", side.fingerprint().value());
    }

    private static Map<String, @Nullable Object> rule(RuleDifference rule) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rule_id", rule.id().value());
        json.put("change", word(rule.kind()));
        Rule before = rule.before();
        Rule after = rule.after();
        if (before != null && after != null) {
            Map<String, Object> fields = new LinkedHashMap<>();
            for (RuleField field : rule.fields()) {
                fields.put(field.wireName(), Arrays.asList(plain(field.read(before)), plain(field.read(after))));
            }
            json.put("fields", fields);
        } else if (after != null) {
            json.put("rule", RuleJson.of(after));
        } else if (before != null) {
            json.put("rule", RuleJson.of(before));
        }
        return json;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static Map<String, @Nullable Object> release(ReleaseDifference release) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        ReleaseName name = release.name();
        json.put("name", name.value());
        json.put("change", word(release.kind()));
        List<String> parts = release.parts();
        json.put("parts", parts);
        json.put("content_kept", parts != null);
        return json;
    }

    private static Map<String, Object> set(ChangeSet set) {
        return Map.of("change_set", set.id().value(), "title", set.title());
    }

    private static String word(JournalEntry.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
