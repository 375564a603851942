package dev.rehearsal.change;

import dev.rehearsal.journal.Actor;
import dev.rehearsal.journal.Entry;
import dev.rehearsal.journal.Journal;
import dev.rehearsal.journal.Touches;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.refusal.RefusedException;
import dev.rehearsal.release.BlobParts;
import dev.rehearsal.release.ContentHash;
import dev.rehearsal.release.Release;
import dev.rehearsal.release.ReleaseContents;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ReleaseField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Writes that say what shall become of a release as a whole: what is pending of it and says otherwise gives way. */
@Service
public class WholeReleases {

    private final ChangeSets changeSets;
    private final ChangeQueue queue;
    private final Journal journal;
    private final LiveTables live;
    private final ReleaseContents contents;

    WholeReleases(
            ChangeSets changeSets, ChangeQueue queue, Journal journal, LiveTables live, ReleaseContents contents) {
        this.changeSets = changeSets;
        this.queue = queue;
        this.journal = journal;
        this.live = live;
        this.contents = contents;
    }

    /**
     * Makes a release what it shall be, now. Pending sets about this release alone are withdrawn if all that they change
     * shall stay as it is (Balrog withdraws part by part).
     *
     * @return empty where nothing differs
     */
    public Optional<ChangeSet> write(Actor author, String title, Proposal.WriteRelease write) {
        return journal.write(author, Touches.LIVE, entry -> {
            withdrawUndone(entry, author, write);
            return changeSets.enactDifference(entry, author, title, List.of(write));
        });
    }

    /** The same at a later time; the sets that are withdrawn are withdrawn now. */
    public Optional<ChangeSet> schedule(Actor author, String title, Instant due, Proposal.WriteRelease write) {
        return journal.write(author, Touches.QUEUE, entry -> {
            withdrawUndone(entry, author, write);
            return changeSets.scheduleDifference(entry, author, title, due, List.of(write));
        });
    }

    /**
     * Removes a release, and first withdraws the pending sets about this release alone.
     *
     * @throws RefusedException if neither the live tables nor such sets know it
     */
    public void remove(Actor by, ReleaseName name) {
        journal.write(by, Touches.LIVE, entry -> {
            boolean wasPending = withdraw(entry, by, name, change -> true);
            if (live.at(entry.found()).releases().containsKey(name)) {
                changeSets.enactDifference(
                        entry, by, "Remove release " + name, List.of(new Proposal.RemoveRelease(name, null)));
            } else if (!wasPending) {
                throw RefusedException.notFound("there is no release '" + name + "'");
            }
            return name;
        });
    }

    private void withdrawUndone(Entry entry, Actor by, Proposal.WriteRelease write) {
        Release row = live.at(entry.found()).releases().get(write.name());
        if (row == null) {
            return;
        }
        Map<String, ContentHash> isNow = contents.manifest(row.content()).parts();
        Map<String, ContentHash> shallBe = BlobParts.split(write.blob()).hashes();
        boolean productStays = write.product() == null || write.product().equals(row.product());
        withdraw(entry, by, write.name(), change -> switch (change) {
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

    /** @return whether there was one to withdraw */
    private boolean withdraw(Entry entry, Actor by, ReleaseName name, Predicate<Change> unwanted) {
        List<ChangeSet> withdrawn = queue.pending().stream()
                .filter(set -> set.concernsOnly(name))
                .filter(set -> set.changes().stream().allMatch(unwanted))
                .toList();
        withdrawn.forEach(set -> changeSets.withdraw(entry, by, set));
        return !withdrawn.isEmpty();
    }
}
