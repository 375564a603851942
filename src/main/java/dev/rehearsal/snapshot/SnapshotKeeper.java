package dev.rehearsal.snapshot;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.enactment.ApprovalContext;
import dev.rehearsal.enactment.ApprovalContextReader;
import dev.rehearsal.enactment.FollowState;
import dev.rehearsal.enactment.FollowedTables;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.ledger.StateReplaced;
import dev.rehearsal.ledger.TablesChanged;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.ledger.WrittenElsewhere;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.serve.Shutoffs;
import dev.rehearsal.serve.SnapshotHolder;
import dev.rehearsal.snapshot.file.KeptSnapshot;
import dev.rehearsal.staging.ScopedStages;
import dev.rehearsal.staging.Tables;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Rebuilds this node's state when the tables' version moves: at once after a write here, by polling for others'. */
@Component
public class SnapshotKeeper {

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotKeeper.class);

    private final WriteLock writeLock;
    private final LiveTables liveTables;
    private final ChangeQueue queue;
    private final ApprovalContextReader circumstances;
    private final StoredContents contents;
    private final SnapshotHolder serving;
    private final ApplicationEventPublisher events;
    private final DatabaseWatch database;
    private final FollowedTables followed;
    private final Clock clock;
    private final TransactionTemplate consistentRead;
    private final AtomicReference<@Nullable NodeState> current = new AtomicReference<>();
    private volatile @Nullable SnapshotVersion served;

    SnapshotKeeper(
            WriteLock writeLock,
            LiveTables liveTables,
            ChangeQueue queue,
            ApprovalContextReader circumstances,
            StoredContents contents,
            SnapshotHolder serving,
            ApplicationEventPublisher events,
            DatabaseWatch database,
            FollowedTables followed,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.writeLock = writeLock;
        this.liveTables = liveTables;
        this.queue = queue;
        this.circumstances = circumstances;
        this.contents = contents;
        this.serving = serving;
        this.events = events;
        this.database = database;
        this.followed = followed;
        this.clock = clock;
        this.consistentRead = new TransactionTemplate(transactionManager);
        consistentRead.setReadOnly(true);
        consistentRead.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The state that this node serves now; the first call loads it. */
    public NodeState current() {
        NodeState known = current.get();
        return known == null ? refresh() : known;
    }

    /** The state that was loaded last; empty until one was. Never waits. */
    public Optional<NodeState> known() {
        return Optional.ofNullable(current.get());
    }

    /** The write is committed, whatever comes of this: if the state cannot be loaded now, the poll will. */
    @EventListener
    @Order(0)
    void onTablesChanged(TablesChanged changed) {
        try {
            refresh();
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Version {} was written but cannot be loaded yet: {}", changed.version(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Version {} was written but cannot be loaded", changed.version(), e);
        }
    }

    /** Before anybody has asked for the state there is nothing to replace. */
    @EventListener
    void onWrittenElsewhere(WrittenElsewhere written) {
        if (current.get() != null) {
            poll();
        }
    }

    /** Serving goes on with what is known while the database is away. */
    @Scheduled(fixedDelayString = "${rehearsal.nodes.poll:1s}")
    void poll() {
        try {
            NodeState known = current.get();
            if (known == null || !known.version().equals(writeLock.version())) {
                refresh();
            }
            serving.becameStale(followed.current()
                    .flatMap(following -> following.staleSince(Instant.now(clock)))
                    .orElse(null));
            database.answered();
        } catch (DataAccessException | TransactionException e) {
            database.failed(e);
        }
    }

    /** Loads what moved since the last time and swaps the whole state. */
    public synchronized NodeState refresh() {
        NodeState known = current.get();
        NodeState next = Objects.requireNonNull(consistentRead.execute(status -> load(known)));
        if (next != known) {
            // Half a copy of somebody else's rules would tell clients that there is no update.
            if (followed.current().filter(FollowState::isFilling).isPresent()) {
                serving.withhold();
            } else {
                serving.replace(new ServingSnapshot(next.servable(), contents));
                served = next.version();
            }
            current.set(next);
            forgetUnused(next);
            events.publishEvent(new StateReplaced(next.version()));
        }
        return next;
    }

    /**
     * Serves what a file has kept, while there is no word from the database. Whatever that says later takes its place,
     * unless it is an older state in a copy that lags behind.
     *
     * @return false if a state was loaded before
     */
    synchronized boolean serve(KeptSnapshot kept) {
        if (current.get() != null) {
            return false;
        }
        serving.replace(new ServingSnapshot(kept.state(), kept.contents()));
        serving.confirm(kept.confirmed());
        served = kept.state().version();
        return true;
    }

    /** Where the database itself has an older version it was restored, and that counts; a copy is only late. */
    private void refuseOlder(SnapshotVersion found) {
        SnapshotVersion known = served;
        if (known != null && found.version() < known.version() && writeLock.isOfACopy()) {
            throw new TransientDataAccessResourceException(
                    "This copy of the database is at version %d, and version %d was served already: it lags behind."
                            .formatted(found.version(), known.version()));
        }
    }

    private NodeState load(@Nullable NodeState known) {
        SnapshotVersion version = writeLock.version();
        if (known != null && known.version().equals(version)) {
            return known;
        }
        refuseOlder(version);
        if (known == null || !known.version().hasLiveTablesOf(version)) {
            contents.loadLiveReferences();
        }
        Tables live = liveTables.at(version);
        List<ChangeSet> pending = queue.pending();
        ApprovalContext now = circumstances.read();
        return new NodeState(
                version,
                live,
                pending,
                now.mappings(),
                known != null && known.live() == live && known.queue().equals(pending)
                        ? known.stages()
                        : new ScopedStages(
                                live, pending.stream().map(ChangeSet::queued).toList(), contents),
                new Shutoffs(now.shutoffs().stream()
                        .map(shutoff -> new Shutoffs.Key(shutoff.product(), shutoff.channel()))
                        .collect(Collectors.toUnmodifiableSet())),
                now);
    }

    private void forgetUnused(NodeState state) {
        Set<ContentHash> inUse = new HashSet<>();
        addContents(state.live(), inUse);
        state.mappings()
                .forEach(mapping ->
                        addContents(state.stages().of(mapping).stage().staged(), inUse));
        contents.forgetAllBut(inUse);
    }

    private static void addContents(Tables tables, Set<ContentHash> inUse) {
        for (Release release : tables.releases().values()) {
            inUse.add(release.content());
        }
    }
}
