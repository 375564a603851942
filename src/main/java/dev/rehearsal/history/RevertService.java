package dev.rehearsal.history;

import dev.rehearsal.blob.Release;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.enactment.EnactmentService;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Revision;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.Problem;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Tables;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** Goes back to what an object was, by proposals: going back is a change like any other. */
@Service
public class RevertService {

    /** Long enough for the request to be dealt with. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final Revisions revisions;
    private final SnapshotKeeper snapshots;
    private final StoredContents contents;
    private final ChangeSets changeSets;
    private final EnactmentService enactment;
    private final Clock clock;

    RevertService(
            Revisions revisions,
            SnapshotKeeper snapshots,
            StoredContents contents,
            ChangeSets changeSets,
            EnactmentService enactment,
            Clock clock) {
        this.revisions = revisions;
        this.snapshots = snapshots;
        this.contents = contents;
        this.changeSets = changeSets;
        this.enactment = enactment;
        this.clock = clock;
    }

    /**
     * The result of going back.
     *
     * @param waitsFor what keeps the set from being live; empty if it is
     */
    public record Reverted(ChangeSet set, List<Problem> waitsFor) {}

    /**
     * Makes a rule what it was: at once where nothing is in the way of a direct edit, otherwise as a set that is due now
     * and waits for what is.
     *
     * @throws RefusedException as {@link #ruleTo} and scheduling do
     */
    public Reverted revertRule(Actor by, RuleId id, long changeId) {
        List<Proposal> back = List.of(ruleTo(id, changeId));
        String title = "Revert rule " + id + " to revision " + changeId;
        try {
            return new Reverted(enactment.enactAtOnce(by, title, back), List.of());
        } catch (RefusedException inTheWay) {
            ChangeSet waiting = changeSets.schedule(by, title, clock.instant().plus(SOON), back);
            return new Reverted(waiting, inTheWay.problems());
        }
    }

    /**
     * Makes a rule what it was: an edit of the fields that differ from the live row, or where it was removed a new rule
     * that says the same. An id is never given again: what was saved or signed of the old rule does not mean the new one.
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
            return new Proposal.AddRule(fields);
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
