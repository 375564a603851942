package dev.rehearsal.api.own;

import dev.rehearsal.api.json.HistoryJson;
import dev.rehearsal.history.FieldChange;
import dev.rehearsal.history.JournalEntries;
import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.history.JournalFilter;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists who changed what: every history as one list. */
@RestController
class JournalApi {

    private final JournalEntries entries;

    JournalApi(JournalEntries entries) {
        this.entries = entries;
    }

    /**
     * @param object kinds of objects, joined by commas or repeated
     * @param from epoch milliseconds, inclusive; so is {@code to}
     */
    @GetMapping("/api/journal")
    Map<String, Object> journal(
            @AuthenticationPrincipal Actor reader,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(defaultValue = "") List<String> object,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable Long from,
            @RequestParam(required = false) @Nullable Long to,
            @RequestParam(required = false) @Nullable Long change_set,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int limit) {
        JournalFilter filter = new JournalFilter(
                person == null ? null : new Actor(person),
                Set.copyOf(object),
                product,
                channel,
                from == null ? null : Instant.ofEpochMilli(from),
                to == null ? null : Instant.ofEpochMilli(to),
                change_set == null ? null : new ChangeSetId(change_set));
        return HistoryJson.page(
                "entries", entries.page(reader, filter, new Paging(page, limit)).map(JournalApi::json));
    }

    private static Map<String, @Nullable Object> json(JournalEntry entry) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("at", entry.at().toEpochMilli());
        json.put("by", entry.by().name());
        json.put("object", entry.object());
        json.put("key", entry.key());
        ChangeSetId set = entry.changeSet();
        json.put("change_set", set == null ? null : set.value());
        json.put("change", entry.change().name().toLowerCase(Locale.ROOT));
        Map<String, List<@Nullable Object>> fields = new LinkedHashMap<>();
        entry.fields().forEach((name, change) -> fields.put(name, pair(change)));
        json.put("fields", fields);
        return json;
    }

    private static List<@Nullable Object> pair(FieldChange change) {
        return Arrays.asList(plain(change.old()), plain(change.becomes()));
    }

    /** Contents are told by their hash. */
    private static @Nullable Object plain(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
