package dev.rehearsal.api.own;

import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.insight.preview.UnusedReleases;
import dev.rehearsal.insight.preview.UnusedReleases.Unused;
import dev.rehearsal.problem.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Releases that nobody needs, so that a change set can delete them. */
@RestController
class UnusedReleasesApi {

    private static final int MOST_DAYS = 36_500;

    private final UnusedReleases unused;
    private final Clock clock;

    UnusedReleasesApi(UnusedReleases unused, Clock clock) {
        this.unused = unused;
        this.clock = clock;
    }

    /** @param days for how long each must have stayed as it is */
    @GetMapping("/api/unused_releases")
    Map<String, Object> list(
            @RequestParam(required = false) @Nullable String product, @RequestParam(defaultValue = "0") int days) {
        if (days < 0 || days > MOST_DAYS) {
            throw RefusedException.invalid("days", "must be a whole number from 0 to " + MOST_DAYS);
        }
        return HistoryJson.list(
                "releases",
                unused
                        .list(
                                product == null || product.isEmpty() ? null : product,
                                clock.instant().minus(Duration.ofDays(days)))
                        .stream()
                        .map(UnusedReleasesApi::json)
                        .toList());
    }

    private static Map<String, @Nullable Object> json(Unused unused) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", unused.row().name().value());
        json.put("product", unused.row().release().product());
        json.put("data_version", unused.row().release().dataVersion());
        json.put("read_only", unused.isLocked());
        json.put("last_written", unused.since() == null ? null : unused.since().toEpochMilli());
        return json;
    }
}
