package dev.rehearsal.enactment;

import dev.rehearsal.approval.RequiredSignoffs;
import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeQueue;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSetEditor;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.ledger.WriteKind;
import dev.rehearsal.ledger.WriteLock;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.live.Releases;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ReleaseField;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Writes that say what shall become of a release as a whole: what is pending of it and says otherwise gives way. */
@Service
public class ReleaseEdits {

    private static final Duration TIME_TO_SIGN = Duration.ofSeconds(30);

    private final ChangeSets changeSets;
    private final ChangeSetEditor editor;
    private final EnactmentService enactment;
    private final ChangeQueue queue;
    private final WriteLock writeLock;
    private final LiveTables live;
    private final ReleaseContents contents;
    private final Releases releases;
    private final RequiredSignoffs requiredSignoffs;
    private final ApprovalContextReader contexts;

    ReleaseEdits(
            ChangeSets changeSets,
            ChangeSetEditor editor,
            EnactmentService enactment,
            ChangeQueue queue,
            WriteLock writeLock,
            LiveTables live,
            ReleaseContents contents,
            Releases releases,
            RequiredSignoffs requiredSignoffs,
            ApprovalContextReader contexts) {
        this.changeSets = changeSets;
        this.editor = editor;
        this.enactment = enactment;
        this.queue = queue;
        this.writeLock = writeLock;
        this.live = live;
        this.contents = contents;
        this.releases = releases;
        this.requiredSignoffs = requiredSignoffs;
        this.contexts = contexts;
    }

    /**
     * Makes a release what it shall be, now. From pending sets about this release alone goes what would change a part that
     * shall stay as it is (a Balrog fact).
     *
     * @return empty where nothing differs
     */
    public Optional<ChangeSet> write(Actor author, String title, Proposal.WriteRelease write) {
        editor.prepare(List.of(write));
        return enactment.within(author, WriteKind.LIVE, entry -> {
            dropUndone(entry, author, write);
            return ofSecondApi(entry, enactment.enactDifference(entry, author, title, List.of(write)));
        });
    }

    /** Schedules a write for a later time; what is pending gives way now. */
    public Optional<ChangeSet> schedule(Actor author, String title, Instant due, Proposal.WriteRelease write) {
        editor.prepare(List.of(write));
        return writeLock.write(author, WriteKind.QUEUE, entry -> {
            dropUndone(entry, author, write);
            return ofSecondApi(entry, changeSets.scheduleDifference(entry, author, title, due, List.of(write)));
        });
    }

    /**
     * Removes a release, and first withdraws the pending sets about this release alone.
     *
     * @throws RefusedException if neither the live tables nor such sets know it
     */
    public void remove(Actor by, ReleaseName name) {
        enactment.within(by, WriteKind.LIVE, entry -> {
            boolean wasPending = drop(entry, by, name, change -> true);
            if (live.at(entry.found()).releases().containsKey(name)) {
                enactment.enactDifference(
                        entry, by, "Remove release " + name, List.of(new Proposal.RemoveRelease(name, null)));
            } else if (!wasPending) {
                throw RefusedException.notFound("there is no release '" + name + "'");
            }
            return name;
        });
    }

    /**
     * Locks a release against edits, or opens it for them: at once, or where opening needs signoffs, in half a minute from
     * now if they are given (a Balrog fact).
     *
     * @return empty where it is so already
     */
    public Optional<ChangeSet> lock(Actor by, String title, Proposal.LockRelease lock) {
        return enactment.within(by, WriteKind.LIVE, entry -> {
            NeededSignoffs needed =
                    new NeededSignoffs(live.at(entry.found()), requiredSignoffs.policy(), contexts.read());
            boolean waits = !lock.readOnly() && !needed.ofOpening(lock.name()).isEmpty();
            return waits
                    ? changeSets.scheduleDifference(entry, by, title, entry.at().plus(TIME_TO_SIGN), List.of(lock))
                    : enactment.enactDifference(entry, by, title, List.of(lock));
        });
    }

    /** Balrog's second API lists what it made, and the first does not. */
    private Optional<ChangeSet> ofSecondApi(Write entry, Optional<ChangeSet> written) {
        releases.markOfSecondApi(
                entry,
                written.stream()
                        .flatMap(set -> set.changes().stream())
                        .filter(Change.ReleaseAddition.class::isInstance)
                        .map(change -> change.identity().made())
                        .filter(Objects::nonNull)
                        .toList());
        return written;
    }

    private void dropUndone(Write entry, Actor by, Proposal.WriteRelease write) {
        Release row = live.at(entry.found()).releases().get(write.name());
        if (row == null) {
            return;
        }
        Map<String, ContentHash> isNow = contents.manifest(row.content()).parts();
        Map<String, ContentHash> shallBe = BlobParts.split(write.blob()).hashes();
        boolean productStays = write.product() == null || write.product().equals(row.product());
        drop(entry, by, write.name(), change -> switch (change) {
            case Change.ReleaseEdit edit ->
                edit.fields().keySet().stream().allMatch(field -> switch (field) {
                    case ReleaseField.Part(String path) -> Objects.equals(isNow.get(path), shallBe.get(path));
                    case ReleaseField.Product() -> productStays;
                    case ReleaseField.ReadOnly() -> false;
                });
            case Change.ReleaseRemoval _ -> isNow.equals(shallBe) && productStays;
            case Change.ReleaseAddition _,
                    Change.RuleAddition _,
                    Change.RuleEdit _,
                    Change.RuleRemoval _,
                    Change.PinEdit _,
                    Change.Unstaged _ -> false;
        });
    }

    /** @return whether anything is pending of it alone */
    private boolean drop(Write entry, Actor by, ReleaseName name, Predicate<Change> unwanted) {
        List<ChangeSet> pending =
                queue.pending().stream().filter(set -> set.concernsOnly(name)).toList();
        changeSets.drop(entry, by, pending, unwanted);
        return !pending.isEmpty();
    }
}
