package dev.rehearsal.history;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.history.store.Histories;
import dev.rehearsal.history.store.QueueHistory;
import dev.rehearsal.ledger.HistoryTable;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.ledger.TablesChanged;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.serve.Shutoffs;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.ScopedStages;
import dev.rehearsal.staging.Tables;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/** The state as of any time, in the form that everything which looks at the current one takes. */
@Service
public class PastStates {

    private static final int REMEMBERED = 16;

    /** Versions begin at 1: no current state has this one. */
    private static final SnapshotVersion PAST = new SnapshotVersion(0, 0);

    private final WriteLock writeLock;
    private final SnapshotKeeper snapshots;
    private final Histories histories;
    private final PastTables tables;
    private final QueueHistory queue;
    private final PastCircumstances circumstances;
    private final StoredContents contents;
    private final LoadingCache<Instant, NodeState> past;
    private final AtomicReference<Instant> lastSeen = new AtomicReference<>(Instant.EPOCH);

    PastStates(
            WriteLock writeLock,
            SnapshotKeeper snapshots,
            Histories histories,
            PastTables tables,
            QueueHistory queue,
            PastCircumstances circumstances,
            StoredContents contents) {
        this.writeLock = writeLock;
        this.snapshots = snapshots;
        this.histories = histories;
        this.tables = tables;
        this.queue = queue;
        this.circumstances = circumstances;
        this.contents = contents;
        // What a state stages is known no longer than that without being asked for again.
        this.past = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(StoredContents.GRACE.dividedBy(2))
                .build(this::load);
    }

    /**
     * The state after everything that was written until then, that millisecond included; empty before the first write,
     * the current one from the last write on. Costs what was written between then and now,
     * and a pass over the histories at most; once for each time that is asked for again soon.
     *
     * <p>Only what is before the last write is remembered: later in its millisecond another write may follow.
     */
    public NodeState at(Instant time) {
        Instant at = time.truncatedTo(ChronoUnit.MILLIS);
        return at.isBefore(lastWrite()) ? past.get(at) : snapshots.refresh();
    }

    /** Looks whether time ran backwards, as after the clock of a node was set right. */
    @EventListener
    void onTablesChanged(TablesChanged changed) {
        try {
            lastWrite();
        } catch (DataAccessException e) {
            past.invalidateAll();
        }
    }

    /** What is remembered holds as long as nothing is written before a time that was over already. */
    private Instant lastWrite() {
        Instant last = writeLock.lastWrite();
        if (last.isBefore(lastSeen.getAndSet(last))) {
            past.invalidateAll();
        }
        return last;
    }

    /** The rules at a time, by id, each with the write that made it what it was; cheaper than the whole state. */
    public List<Revision<Rule>> rulesAt(Instant time) {
        return histories.rules().at(time.truncatedTo(ChronoUnit.MILLIS)).stream()
                .sorted(Comparator.comparing(
                        revision -> revision.contentIfAny().map(Rule::id).orElseThrow()))
                .toList();
    }

    private NodeState load(Instant at) {
        // Never on what is remembered: who restores a database may have brought another past.
        Tables live = tables.at(at, snapshots.refresh().live());
        contents.loadReferences(
                live.releases().values().stream().map(Release::content).collect(Collectors.toSet()));
        List<ChangeSet> pending =
                queue.pendingAt(at).stream().sorted(ChangeSet.QUEUE_ORDER).toList();
        List<QueuedSet> queued = pending.stream().map(ChangeSet::queued).toList();
        return new NodeState(
                PAST,
                live,
                pending,
                mappings(at),
                new ScopedStages(live, queued, contents),
                shutoffs(at),
                circumstances.at(at));
    }

    private List<ChannelMapping> mappings(Instant at) {
        return in(histories.mappings(), at)
                .sorted(Comparator.comparingLong(ChannelMapping::id))
                .toList();
    }

    private Shutoffs shutoffs(Instant at) {
        return new Shutoffs(in(histories.shutoffs(), at)
                .map(shutoff -> new Shutoffs.Key(shutoff.product(), shutoff.channel()))
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static <T> Stream<T> in(HistoryTable<T> history, Instant at) {
        return history.at(at).stream().flatMap(revision -> revision.contentIfAny().stream());
    }
}
