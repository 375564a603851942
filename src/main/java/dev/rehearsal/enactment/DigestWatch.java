package dev.rehearsal.enactment;

import dev.rehearsal.access.People;
import dev.rehearsal.approval.Gates;
import dev.rehearsal.approval.GuardRails;
import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.ContentVersion;
import dev.rehearsal.ledger.AfterWrite;
import dev.rehearsal.ledger.BeforeWrite;
import dev.rehearsal.ledger.SnapshotVersion;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.ChannelMappings;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Raises the data version of each set that a write makes something else of to its signers: whoever signs without a digest,
 * as Balrog's clients do, names the version that they looked at. Which sets these are is found through an index that each
 * write brings forward.
 */
@Component
@Order(1)
class DigestWatch implements BeforeWrite, AfterWrite {

    private final ObjectProvider<ChangeQueue> queue;
    private final ObjectProvider<ChangeSets> changeSets;
    private final ObjectProvider<LiveTables> live;
    private final ObjectProvider<ReadinessCheck> check;
    private final ObjectProvider<RequiredSignoffs> requirements;
    private final ObjectProvider<Gates> gates;
    private final ObjectProvider<GuardRails> rails;
    private final ObjectProvider<ChannelMappings> mappings;
    private final ObjectProvider<People> people;
    private volatile @Nullable Indexed latest;
    /** Stands for the write that holds the lock. */
    private volatile @Nullable Writing writing;

    /** What it asks writes through the lock that asks it: it is looked up when the first write comes. */
    DigestWatch(
            ObjectProvider<ChangeQueue> queue,
            ObjectProvider<ChangeSets> changeSets,
            ObjectProvider<LiveTables> live,
            ObjectProvider<ReadinessCheck> check,
            ObjectProvider<RequiredSignoffs> requirements,
            ObjectProvider<Gates> gates,
            ObjectProvider<GuardRails> rails,
            ObjectProvider<ChannelMappings> mappings,
            ObjectProvider<People> people) {
        this.queue = queue;
        this.changeSets = changeSets;
        this.live = live;
        this.check = check;
        this.requirements = requirements;
        this.gates = gates;
        this.rails = rails;
        this.mappings = mappings;
        this.people = people;
    }

    private record Indexed(SnapshotVersion version, DigestIndex index) {}

    /**
     * @param found null where nothing can be signed
     * @param becomes the live tables as the write leaves them; null if it does not say
     */
    private record Writing(
            @Nullable DigestIndex found, @Nullable Tables becomes) {}

    /** Brings the index to what the write finds, which another node may have written. */
    @Override
    public void prepare(Write write) {
        writing = new Writing(found(write.found()), null);
    }

    private @Nullable DigestIndex found(SnapshotVersion version) {
        Indexed known = latest;
        if (known != null && known.version().equals(version)) {
            return known.index().on(live.getObject().at(version));
        }
        if (queue.getObject().signableVersions().isEmpty()) {
            return null;
        }
        Tables tables = live.getObject().at(version);
        return next(known == null ? DigestIndex.nothing(tables, Set.of()) : known.index(), tables);
    }

    /** Says what the live tables are once the write that holds the lock is committed. */
    void becomes(Tables tables) {
        writing = new Writing(Objects.requireNonNull(writing).found(), tables);
    }

    @Override
    public void complete(Write write, SnapshotVersion version) {
        Writing done = Objects.requireNonNull(writing);
        writing = null;
        Indexed next = done.found() == null ? null : follow(write, version, done.found(), done.becomes());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                latest = next;
            }
        });
    }

    /** Returns the index of what the write leaves; null where nobody said what it makes of the live tables. */
    private @Nullable Indexed follow(
            Write write, SnapshotVersion version, DigestIndex found, @Nullable Tables becomes) {
        DigestIndex index = next(found, becomes == null ? found.live() : becomes);
        List<ChangeSet> raised = new ArrayList<>();
        for (ChangeSet set : index.changedSince(found)) {
            raised.add(changeSets.getObject().becameAnother(set));
        }
        boolean isUntold = becomes == null && !version.hasLiveTablesOf(write.found());
        return isUntold || index.sets().isEmpty() ? null : new Indexed(version, index.with(raised));
    }

    private DigestIndex next(DigestIndex from, Tables tables) {
        Map<ChangeSetId, ContentVersion> versions = queue.getObject().signableVersions();
        List<ChangeSet> sets = sets(from, versions);
        return check.getObject().index(from, new Decision.Situation(tables, sets, configuration(sets), Instant.MIN));
    }

    private List<ChangeSet> sets(DigestIndex from, Map<ChangeSetId, ContentVersion> versions) {
        List<ChangeSet> sets = new ArrayList<>();
        List<ChangeSetId> unknown = new ArrayList<>();
        versions.forEach((id, version) -> {
            DigestIndex.Known known = from.sets().get(id);
            if (known != null && version.isOf(known.set())) {
                sets.add(known.set());
            } else {
                unknown.add(id);
            }
        });
        sets.addAll(queue.getObject().all(unknown));
        sets.sort(ChangeSet.QUEUE_ORDER);
        return sets;
    }

    /** Nothing else of what is configured has a part in digests; what people hold only in that of a set about them. */
    private ApprovalContext configuration(List<ChangeSet> sets) {
        return new ApprovalContext(
                        sets.stream().anyMatch(ChangeSet::isAboutPeople)
                                ? ApprovalContext.byName(people.getObject().everybody())
                                : Map.of(),
                        requirements.getObject().policy(),
                        gates.getObject().all(),
                        mappings.getObject().all(),
                        List.of(),
                        Map.of(),
                        GuardHistory.NONE)
                .withRails(rails.getObject().all());
    }
}
