package dev.rehearsal.history;

import dev.rehearsal.blob.Pins;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.history.store.Histories;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Finds the way back from sets that are live: one set of changes that restores just what they changed. */
@Service
public class WaysBack {

    private final Histories histories;
    private final ChangeSets changeSets;
    private final StoredContents contents;
    private final SnapshotKeeper snapshots;

    WaysBack(Histories histories, ChangeSets changeSets, StoredContents contents, SnapshotKeeper snapshots) {
        this.histories = histories;
        this.changeSets = changeSets;
        this.contents = contents;
        this.snapshots = snapshots;
    }

    /**
     * A way back: what going back would do.
     *
     * @param sets the latest first
     * @param changes none where all is as it was before already
     * @param left what stays as it is, and why, in sentences without a full stop: what somebody changed since is theirs
     */
    public record WayBack(List<ChangeSet> sets, List<Proposal> changes, List<String> left) {}

    /** @throws RefusedException if a set is not live, or changes what is not staged */
    public WayBack from(Collection<ChangeSetId> asked) {
        List<ChangeSet> sets = asked.stream()
                .distinct()
                .map(this::enacted)
                .sorted(Comparator.comparing(WaysBack::enactedAt)
                        .thenComparing(ChangeSet::due)
                        .thenComparing(ChangeSet::id)
                        .reversed())
                .toList();
        Tables live = snapshots.refresh().live();
        List<String> left = new ArrayList<>();
        RulesBack rules = new RulesBack(histories.rules(), live.rules(), left);
        PinsBack pins = new PinsBack(histories.pins(), live.pins().releases(), left);
        ReleasesBack releases = new ReleasesBack(histories.releases(), contents, live.releases(), left);
        for (ChangeSet set : sets) {
            set.changes().stream().map(WaysBack::object).distinct().forEach(object -> {
                switch (object) {
                    case Row.Rule(var id) -> rules.takeBack(id, set.id());
                    case Row.Pin(var key) -> pins.takeBack(key, set.id());
                    case Row.Release(var name) -> releases.takeBack(name, set.id());
                }
            });
        }
        // A release that is made again has to be there before rules name it.
        return new WayBack(
                sets,
                Stream.of(releases.proposals(), rules.proposals(), pins.proposals())
                        .flatMap(List::stream)
                        .toList(),
                List.copyOf(left));
    }

    private ChangeSet enacted(ChangeSetId id) {
        ChangeSet set = changeSets.get(id);
        if (!(set.state() instanceof ChangeSet.Enacted)) {
            throw RefusedException.invalid(
                    "", "change set %s is not live, so there is nothing to go back on".formatted(id));
        }
        if (set.changes().stream().anyMatch(Change.Unstaged.class::isInstance)) {
            throw RefusedException.invalid(
                    "",
                    "change set %s changed shutoffs or configuration: change these back on their own screens"
                            .formatted(id));
        }
        return set;
    }

    private static Instant enactedAt(ChangeSet set) {
        return set.state() instanceof ChangeSet.Enacted(var _, Instant at) ? at : Instant.MAX;
    }

    /** The row that a change is about. */
    private sealed interface Row {

        record Rule(RuleId id) implements Row {}

        record Pin(Pins.Key key) implements Row {}

        record Release(ReleaseName name) implements Row {}
    }

    private static Row object(Change change) {
        return switch (change) {
            case Change.RuleAddition addition -> new Row.Rule(addition.rule().id());
            case Change.RuleEdit edit -> new Row.Rule(edit.rule());
            case Change.RuleRemoval removal -> new Row.Rule(removal.rule());
            case Change.ReleaseAddition addition -> new Row.Release(addition.name());
            case Change.ReleaseEdit edit -> new Row.Release(edit.name());
            case Change.ReleaseRemoval removal -> new Row.Release(removal.name());
            case Change.PinEdit edit -> new Row.Pin(edit.pin());
            case Change.Unstaged unstaged -> throw new IllegalArgumentException(unstaged + " is not staged");
        };
    }
}
