package dev.rehearsal.history;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Release;
import dev.rehearsal.history.store.Histories;
import dev.rehearsal.history.store.ReleasePartHistory;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.ledger.Removals;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
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

    Revisions(Histories histories, ReleasePartHistory parts) {
        this.histories = histories;
        this.parts = parts;
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

    public Page<Revision<Shutoff>> ofShutoff(String product, String channel, Paging paging) {
        return histories.shutoffs().of(List.of(product, channel), paging, Removals.LISTED);
    }
}
