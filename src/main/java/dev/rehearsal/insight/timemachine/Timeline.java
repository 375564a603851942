package dev.rehearsal.insight.timemachine;

import dev.rehearsal.history.JournalEntries;
import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.history.JournalFilter;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Paging;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The times at which something happened that a live channel, or a test channel of it, can show. */
@Service
public class Timeline {

    /** Limits the entries that are told of each time: an import writes thousands in one. */
    private static final int MOST_ENTRIES = 200;

    private final JournalEntries journal;

    Timeline(JournalEntries journal) {
        this.journal = journal;
    }

    /**
     * Everything that was written in one millisecond, which is one write, or a few.
     *
     * @param entries not all of them where there are very many
     */
    public record Step(Instant at, List<JournalEntry> entries) {}

    /** The latest steps up to a time, it included, newest first. */
    public List<Step> until(Actor reader, @Nullable String product, String liveChannel, Instant time, int most) {
        NavigableMap<Instant, List<JournalEntry>> steps =
                steps(reader, product, liveChannel, null, time, JournalEntries.Order.NEWEST_FIRST);
        return list(steps.descendingMap(), most);
    }

    /** The first steps after a time, oldest first. */
    public List<Step> after(Actor reader, @Nullable String product, String liveChannel, Instant time, int most) {
        return list(
                steps(reader, product, liveChannel, time.plusMillis(1), null, JournalEntries.Order.OLDEST_FIRST), most);
    }

    private static List<Step> list(NavigableMap<Instant, List<JournalEntry>> steps, int most) {
        return steps.entrySet().stream()
                .limit(most)
                .map(step -> new Step(step.getKey(), List.copyOf(step.getValue())))
                .toList();
    }

    private NavigableMap<Instant, List<JournalEntry>> steps(
            Actor reader,
            @Nullable String product,
            String liveChannel,
            @Nullable Instant from,
            @Nullable Instant to,
            JournalEntries.Order order) {
        JournalFilter any = new JournalFilter(null, Set.of(), null, null, from, to, null);
        // Releases know no channel, and sets neither channel nor product.
        Stream<JournalFilter> filters = Stream.of(
                new JournalFilter(null, Set.of(), product, liveChannel, from, to, null),
                new JournalFilter(null, Set.of("release"), product, null, from, to, null),
                any.of("change_set", "change", "signoff", "break_glass"));
        NavigableMap<Instant, List<JournalEntry>> steps = new TreeMap<>();
        filters.flatMap(filter -> journal.list(reader, filter, new Paging(1, MOST_ENTRIES), order).stream())
                .forEach(entry -> steps.computeIfAbsent(entry.at(), at -> new ArrayList<>())
                        .add(entry));
        return steps;
    }
}
