package dev.rehearsal.history;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleasePart;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RecordedChange;
import dev.rehearsal.history.store.Histories;
import dev.rehearsal.history.store.QueueHistory;
import dev.rehearsal.history.store.ReleasePartHistory;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.ledger.Removals;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.live.Pin;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.ChannelMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Reads the revisions of each object, newest first, with who made it so, when and through which set. */
@Service
public class Revisions {

    private final Histories histories;
    private final ReleasePartHistory parts;
    private final QueueHistory queue;

    Revisions(Histories histories, ReleasePartHistory parts, QueueHistory queue) {
        this.histories = histories;
        this.parts = parts;
        this.queue = queue;
    }

    public Page<Revision<Rule>> ofRule(RuleId id, Paging paging, Removals removals) {
        return histories.rules().of(List.of(id.value()), paging, removals);
    }

    /** One of them; empty if the number is not that of a revision of this rule. */
    public Optional<Revision<Rule>> ofRule(RuleId id, long changeId) {
        return histories.rules().find(List.of(id.value()), changeId);
    }

    /** Whether some rule has a revision of this number. */
    public boolean isOfAnyRule(long changeId) {
        return histories.rules().has(changeId);
    }

    /** Whatever was written to any rule, as a filter says. */
    public Page<Revision<Rule>> ofRules(HistoryFilter filter, Paging paging) {
        return histories.rules(filter, paging);
    }

    /** Reads the revisions of a release with its parts, removals included. */
    public Page<ReleaseRevision> ofRelease(ReleaseName name, Paging paging) {
        Page<Revision<Release>> rows = histories.releases().of(List.of(name.value()), paging, Removals.LISTED);
        Map<Long, SortedMap<String, Optional<ContentHash>>> written =
                parts.writtenWith(rows.items().stream().map(Revision::changeId).toList());
        return rows.map(row -> new ReleaseRevision(name, row, written.getOrDefault(row.changeId(), new TreeMap<>())));
    }

    /** The row of one of them; empty if the number is not that of a revision of this release. */
    public Optional<Revision<Release>> ofRelease(ReleaseName name, long changeId) {
        return histories.releases().find(List.of(name.value()), changeId);
    }

    /** @param path such as {@code .} or {@code .platforms.WINNT_x86_64-msvc.locales.de} */
    public Page<Revision<ReleasePart>> ofReleasePart(ReleaseName name, String path, Paging paging) {
        return histories.releaseParts().of(List.of(name.value(), path), paging, Removals.LISTED);
    }

    /** Each with the changes that the set then had. */
    public Page<Revision<ChangeSet>> ofChangeSet(ChangeSetId id, Paging paging) {
        return queue.of(id, paging);
    }

    public Page<Revision<RecordedChange>> ofChange(ChangeId id, Paging paging) {
        return queue.of(id, paging);
    }

    public Page<Revision<ChannelMapping>> ofMapping(long id, Paging paging) {
        return histories.mappings().of(List.of(id), paging, Removals.LISTED);
    }

    public Page<Revision<Pin>> ofPin(String product, String channel, String version, Paging paging) {
        return histories.pins().of(List.of(product, channel, version), paging, Removals.LISTED);
    }

    public Page<Revision<Shutoff>> ofShutoff(String product, String channel, Paging paging) {
        return histories.shutoffs().of(List.of(product, channel), paging, Removals.LISTED);
    }
}
