package dev.rehearsal.history;

import dev.rehearsal.change.Proposal;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.refusal.RefusedException;
import dev.rehearsal.release.Release;
import dev.rehearsal.release.StoredContents;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Tables;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** Ways back to what an object was, as proposals: going back is a change like any other. */
@Service
public class Reverting {

    private final Revisions revisions;
    private final SnapshotKeeper snapshots;
    private final StoredContents contents;

    Reverting(Revisions revisions, SnapshotKeeper snapshots, StoredContents contents) {
        this.revisions = revisions;
        this.snapshots = snapshots;
        this.contents = contents;
    }

    /**
     * Makes a rule what it was: an edit of the fields that differ from the live row, or the rule again, under its old id,
     * where it was removed.
     *
     * @throws RefusedException if that is no revision of this rule, is a removal, or does not differ from the live row
     */
    public Proposal ruleTo(RuleId id, long changeId) {
        Rule old = content(revisions.ofRule(id, changeId), "rule " + id, changeId);
        Rule live = live().rules().get(id);
        Map<String, @Nullable Object> fields = new HashMap<>();
        for (RuleField field : RuleField.values()) {
            Object value = field.read(old);
            if (live == null ? value != null : !Objects.equals(value, field.read(live))) {
                fields.put(field.wireName(), value);
            }
        }
        if (live == null) {
            return new Proposal.AddRule(id, fields);
        }
        if (fields.isEmpty()) {
            throw RefusedException.invalid("", "rule " + id + " is as it was in revision " + changeId);
        }
        return new Proposal.EditRule(id, live.dataVersion(), fields);
    }

    /**
     * Gives a release the content and the product that it had, or makes it again where it was removed.
     *
     * @throws RefusedException if that is no revision of this release, is a removal, or does not differ from the live one
     */
    public Proposal releaseTo(ReleaseName name, long changeId) {
        Release old = content(revisions.ofRelease(name, changeId), "release '" + name + "'", changeId);
        Release live = live().releases().get(name);
        ObjectNode blob = (ObjectNode) contents.json(old.content());
        if (live == null) {
            return new Proposal.AddRelease(name, old.product(), old.readOnly(), blob);
        }
        if (live.content().equals(old.content()) && live.product().equals(old.product())) {
            throw RefusedException.invalid("", "release '" + name + "' is as it was in revision " + changeId);
        }
        return new Proposal.ReplaceRelease(name, live.dataVersion(), old.product(), blob);
    }

    private Tables live() {
        return snapshots.refresh().live();
    }

    private static <T> T content(Optional<Revision<T>> found, String object, long changeId) {
        Revision<T> revision =
                found.orElseThrow(() -> RefusedException.invalid("change_id", object + " has no revision " + changeId));
        return revision.contentIfAny()
                .orElseThrow(() -> RefusedException.invalid(
                        "change_id", "in revision " + changeId + " " + object + " was removed: choose one before it"));
    }
}
