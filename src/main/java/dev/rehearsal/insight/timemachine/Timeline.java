package dev.rehearsal.insight.timemachine;

import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.history.JournalEntries;
import dev.rehearsal.history.JournalEntry;
import dev.rehearsal.history.JournalFilter;
import dev.rehearsal.insight.review.Audience;
import dev.rehearsal.insight.review.Audiences;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /** How often more is read where most of it was of other channels. */
    private static final int MOST_PAGES = 5;

    private static final Set<String> OF_SETS = Set.of("change_set", "change", "signoff", "comment", "break_glass");

    private final JournalEntries journal;
    private final ChangeSets changeSets;
    private final SnapshotKeeper snapshots;

    Timeline(JournalEntries journal, ChangeSets changeSets, SnapshotKeeper snapshots) {
        this.journal = journal;
        this.changeSets = changeSets;
        this.snapshots = snapshots;
    }

    /**
     * A step is everything that was written in one millisecond, which is one write, or a few.
     *
     * @param entries not all of them where there are very many
     */
    public record Step(Instant at, List<JournalEntry> entries) {}

    /** The latest steps up to a time, it included, newest first. */
    public List<Step> until(Actor reader, @Nullable String product, String liveChannel, Instant time, int most) {
        NavigableMap<Instant, List<JournalEntry>> steps =
                steps(reader, product, liveChannel, null, time, JournalEntries.Order.NEWEST_FIRST, most);
        return list(steps.descendingMap(), most);
    }

    /** The first steps after a time, oldest first. */
    public List<Step> after(Actor reader, @Nullable String product, String liveChannel, Instant time, int most) {
        return list(
                steps(reader, product, liveChannel, time.plusMillis(1), null, JournalEntries.Order.OLDEST_FIRST, most),
                most);
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
            JournalEntries.Order order,
            int most) {
        JournalFilter any = new JournalFilter(null, Set.of(), null, null, from, to, null);
        Concerns concerns = new Concerns(new Audiences(snapshots.current()), product, liveChannel);
        NavigableMap<Instant, List<JournalEntry>> steps = new TreeMap<>();
        // Releases know no channel, and sets neither channel nor product.
        Stream.of(
                        new JournalFilter(null, Set.of(), product, liveChannel, from, to, null),
                        new JournalFilter(null, Set.of("release"), product, null, from, to, null),
                        any.of(OF_SETS.toArray(String[]::new)))
                .forEach(filter -> read(reader, filter, order, most, concerns)
                        .forEach(entry -> steps.computeIfAbsent(entry.at(), at -> new ArrayList<>())
                                .add(entry)));
        return steps;
    }

    /** Reads on until there are as many times as are wanted, or nothing is left. */
    private List<JournalEntry> read(
            Actor reader, JournalFilter filter, JournalEntries.Order order, int most, Concerns concerns) {
        List<JournalEntry> read = new ArrayList<>();
        Set<Instant> times = new HashSet<>();
        for (int page = 1; page <= MOST_PAGES && times.size() <= most; page++) {
            List<JournalEntry> items = journal.list(reader, filter, new Paging(page, MOST_ENTRIES), order);
            items.stream().filter(concerns::concerns).forEach(entry -> {
                read.add(entry);
                times.add(entry.at());
            });
            if (items.size() < MOST_ENTRIES) {
                break;
            }
        }
        return read;
    }

    /** Knows what is of the channel among what the journal cannot tell apart by channel. */
    private final class Concerns {

        private final Audiences audiences;
        private final @Nullable String product;
        private final String liveChannel;
        private final Map<ChangeSetId, Boolean> sets = new HashMap<>();

        Concerns(Audiences audiences, @Nullable String product, String liveChannel) {
            this.audiences = audiences;
            this.product = product;
            this.liveChannel = liveChannel;
        }

        boolean concerns(JournalEntry entry) {
            if (entry.object().equals("release")) {
                return isReached(audiences.of(new ReleaseName(entry.key()))) || isOfSet(entry);
            }
            return !OF_SETS.contains(entry.object()) || entry.changeSet() == null || isOfSet(entry);
        }

        private boolean isOfSet(JournalEntry entry) {
            ChangeSetId id = entry.changeSet();
            return id != null
                    && sets.computeIfAbsent(
                            id,
                            unknown -> changeSets
                                    .find(id)
                                    .map(set -> isReached(audiences.of(set)))
                                    .orElse(true));
        }

        private boolean isReached(Audience audience) {
            return audience.includes(product, liveChannel);
        }
    }
}
