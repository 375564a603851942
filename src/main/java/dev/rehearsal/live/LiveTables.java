package dev.rehearsal.live;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.blob.Release;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.staging.Tables;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Loads the live tables, at most once per version of theirs. */
@Component
public class LiveTables {

    private final Rules rules;
    private final Releases releases;
    private final PinnedReleases pins;
    private final AtomicReference<Loaded> latest = new AtomicReference<>(
            new Loaded(new SnapshotVersion(-1, -1), Tables.of(Map.of(), Map.of(), new Pins(Map.of()))));

    LiveTables(Rules rules, Releases releases, PinnedReleases pins) {
        this.rules = rules;
        this.releases = releases;
        this.pins = pins;
    }

    private record Loaded(SnapshotVersion version, Tables tables) {}

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
        Tables tables = load(known.tables().ruleSet());
        if (isConsistentRead()) {
            latest.set(new Loaded(version, tables));
        }
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
