package dev.rehearsal.live;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.ledger.AfterWrite;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.store.LiveChanges;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.staging.Tables;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Loads the live tables, at most once per version of theirs. Where the version follows from the one before by a write of
 * this node that says so, only the rows are read again that it has written.
 */
@Component
public class LiveTables implements AfterWrite {

    private final Rules rules;
    private final Releases releases;
    private final PinnedReleases pins;
    private final LiveChanges changes;
    private final AtomicReference<Loaded> latest = new AtomicReference<>(new Loaded(
            new SnapshotVersion(-1, -1), LiveChanges.Place.NOWHERE, Tables.of(Map.of(), Map.of(), new Pins(Map.of()))));
    /** The write that holds the lock, if each row that it writes is in a history. */
    private volatile @Nullable Write told;

    private volatile @Nullable Followed lastWrite;

    LiveTables(Rules rules, Releases releases, PinnedReleases pins, LiveChanges changes) {
        this.rules = rules;
        this.releases = releases;
        this.pins = pins;
        this.changes = changes;
    }

    /** @param read up to where the histories had come */
    private record Loaded(SnapshotVersion version, LiveChanges.Place read, Tables tables) {}

    /** A write of this node that is committed: nothing was written between the two but by it. */
    private record Followed(SnapshotVersion found, SnapshotVersion left) {

        boolean leads(SnapshotVersion from, SnapshotVersion to) {
            return from.hasLiveTablesOf(found) && left.hasLiveTablesOf(to);
        }
    }

    /**
     * The live tables at a version that the caller's transaction sees: one that holds the write lock, or one that read
     * the version and reads the tables in the same consistent view.
     *
     * <p>Only what the latter reads is kept for others: a write may have changed the tables already when it asks, and may
     * still be taken back.
     */
    public Tables at(SnapshotVersion version) {
        Loaded known = latest.get();
        if (known.version().hasLiveTablesOf(version)) {
            return known.tables();
        }
        if (!isConsistentRead()) {
            return load(known.tables().ruleSet());
        }
        LiveChanges.Place read = changes.last();
        Followed followed = lastWrite;
        Tables tables = followed != null && followed.leads(known.version(), version)
                ? follow(known)
                : load(known.tables().ruleSet());
        latest.set(new Loaded(version, read, tables));
        return tables;
    }

    private static boolean isConsistentRead() {
        Integer isolation = TransactionSynchronizationManager.getCurrentTransactionIsolationLevel();
        return TransactionSynchronizationManager.isCurrentTransactionReadOnly()
                && isolation != null
                && isolation >= TransactionDefinition.ISOLATION_REPEATABLE_READ;
    }

    /** The live tables as the caller's transaction sees them, what it has written itself included; loaded each time. */
    public Tables inThisTransaction() {
        return load(latest.get().tables().ruleSet());
    }

    /** Says of the write that holds the lock that all it does to live rows is in their histories, so that it can be followed. */
    public void tell(Write write) {
        told = write;
    }

    @Override
    public void complete(Write write, SnapshotVersion version) {
        if (told != write) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                lastWrite = new Followed(write.found(), version);
            }
        });
    }

    private Tables follow(Loaded known) {
        Set<RuleId> rulesWritten = changes.rulesAfter(known.read());
        Map<RuleId, @Nullable Rule> rulesNow = new HashMap<>();
        rulesWritten.forEach(id -> rulesNow.put(id, null));
        rules.all(rulesWritten).forEach(rule -> rulesNow.put(rule.id(), rule));
        Set<ReleaseName> releasesWritten = changes.releasesAfter(known.read());
        Map<ReleaseName, @Nullable Release> releasesNow = new HashMap<>();
        releasesWritten.forEach(name -> releasesNow.put(name, null));
        releases.all(releasesWritten).forEach(release -> releasesNow.put(release.name(), release));
        return known.tables().with(rulesNow, releasesNow, pins.asPins());
    }

    private Tables load(RuleSet reuse) {
        Map<RuleId, Rule> rulesById = new HashMap<>();
        for (Rule rule : rules.all()) {
            rulesById.put(rule.id(), rule);
        }
        Map<ReleaseName, Release> releasesByName = new HashMap<>();
        for (Release release : releases.all()) {
            releasesByName.put(release.name(), release);
        }
        return new Tables(rulesById, RuleSet.of(rulesById.values(), reuse), releasesByName, pins.asPins());
    }
}
