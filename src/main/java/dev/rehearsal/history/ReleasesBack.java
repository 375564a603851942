package dev.rehearsal.history;

import dev.rehearsal.blob.Release;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.ledger.Conditions;
import dev.rehearsal.ledger.HistoryTable;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.staging.ChangeSetId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Takes back what sets made of releases, the latest set first. One that was added stays: nobody gets it once no rule names it. */
final class ReleasesBack {

    private final HistoryTable<Release> history;
    private final StoredContents contents;
    private final Map<ReleaseName, Release> live;
    private final List<String> left;
    private final Map<ReleaseName, Release> becomes = new LinkedHashMap<>();

    ReleasesBack(
            HistoryTable<Release> history, StoredContents contents, Map<ReleaseName, Release> live, List<String> left) {
        this.history = history;
        this.contents = contents;
        this.live = live;
        this.left = left;
    }

    void takeBack(ReleaseName name, ChangeSetId set) {
        Written.by(history, set, () -> new Conditions().and("name = ?", name.value()))
                .ifPresent(written -> takeBack(name, written.before(), written.after()));
    }

    private void takeBack(ReleaseName name, @Nullable Release before, @Nullable Release after) {
        Release now = becomes.getOrDefault(name, live.get(name));
        if (before == null) {
            if (now != null) {
                left.add("release '%s' stays: nobody gets it once no rule names it".formatted(name));
            }
        } else if (after == null ? now == null : now != null && saysTheSame(now, after)) {
            becomes.put(name, before);
        } else if (now == null || !saysTheSame(now, before)) {
            left.add("release '%s' was changed since".formatted(name));
        }
    }

    private static boolean saysTheSame(Release one, Release other) {
        return one.content().equals(other.content())
                && one.product().equals(other.product())
                && one.readOnly() == other.readOnly();
    }

    List<Proposal> proposals() {
        List<Proposal> proposals = new ArrayList<>();
        becomes.forEach((name, then) -> proposals.addAll(Optional.ofNullable(live.get(name))
                .map(now -> edits(now, then))
                .orElseGet(() -> List.of(new Proposal.AddRelease(name, then.product(), then.readOnly(), blob(then))))));
        return proposals;
    }

    private List<Proposal> edits(Release now, Release then) {
        List<Proposal> edits = new ArrayList<>();
        if (now.readOnly() != then.readOnly()) {
            edits.add(new Proposal.LockRelease(now.name(), now.dataVersion(), then.readOnly()));
        }
        if (!now.content().equals(then.content()) || !now.product().equals(then.product())) {
            edits.add(new Proposal.ReplaceRelease(now.name(), now.dataVersion(), then.product(), blob(then)));
        }
        return edits;
    }

    private ObjectNode blob(Release release) {
        return (ObjectNode) contents.json(release.content());
    }
}
