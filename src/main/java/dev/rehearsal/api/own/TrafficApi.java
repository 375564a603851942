package dev.rehearsal.api.own;

import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.probe.ListedRequests;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.traffic.ListDraft;
import dev.rehearsal.traffic.LoadedLists;
import dev.rehearsal.traffic.TrafficCounts;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tells how many requests came, and loads lists that stand for the sample. */
@RestController
@RequestMapping("/api/traffic")
class TrafficApi {

    private static final int LONGEST_HOURS = 720;

    private final TrafficCounts counts;
    private final LoadedLists lists;

    TrafficApi(TrafficCounts counts, LoadedLists lists) {
        this.counts = counts;
        this.lists = lists;
    }

    @GetMapping("/channels")
    Map<String, Object> channels(
            @RequestParam(defaultValue = "24") int hours,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "" + Paging.MOST) int limit) {
        if (hours < 1 || hours > LONGEST_HOURS) {
            throw RefusedException.invalid("hours", "must be from 1 to " + LONGEST_HOURS);
        }
        List<Map<String, @Nullable Object>> channels =
                TrafficJson.channels(counts.all(Duration.ofHours(hours)), lists.all());
        return HistoryJson.page("channels", Page.of(channels, new Paging(page, limit)));
    }

    @GetMapping("/lists")
    Map<String, Object> lists(
            @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "" + Paging.MOST) int limit) {
        return HistoryJson.page(
                "lists", Page.of(lists.all(), new Paging(page, limit)).map(TrafficJson::of));
    }

    /**
     * Reads the body line by line, of whatever length.
     *
     * @param from epoch milliseconds; so is {@code until}
     */
    @PostMapping(
            path = "/lists",
            consumes = {MediaType.TEXT_PLAIN_VALUE, "application/gzip", MediaType.APPLICATION_OCTET_STREAM_VALUE})
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, @Nullable Object> load(
            @AuthenticationPrincipal Actor actor,
            @RequestParam String name,
            @RequestParam long from,
            @RequestParam long until,
            @RequestBody InputStreamResource body)
            throws IOException {
        ListDraft draft = new ListDraft(name, Instant.ofEpochMilli(from), Instant.ofEpochMilli(until));
        try {
            return TrafficJson.of(lists.load(actor, draft, new ListedRequests(body.getInputStream())));
        } catch (ZipException | EOFException broken) {
            throw RefusedException.invalid("requests", "are not whole: what is packed by gzip cannot be unpacked");
        }
    }

    @DeleteMapping("/lists/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Actor actor, @PathVariable long id) {
        lists.remove(actor, id);
    }
}
