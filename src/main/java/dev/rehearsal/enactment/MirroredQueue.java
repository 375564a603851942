package dev.rehearsal.enactment;

import dev.rehearsal.access.People;
import dev.rehearsal.access.Role;
import dev.rehearsal.approval.Signoff;
import dev.rehearsal.approval.Signoffs;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.change.MeantRows;
import dev.rehearsal.change.MirroredSets;
import dev.rehearsal.enactment.store.MirroredSetStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.LiveTables;
import dev.rehearsal.live.Releases;
import dev.rehearsal.live.Rules;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.staging.QueuedSet;
import dev.rehearsal.staging.Stage;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the queue what is scheduled at a followed source. */
@Component
class MirroredQueue {

    private final ChangeSets changeSets;
    private final MirroredSets sets;
    private final MirroredSetStore mirrored;
    private final Signoffs signoffs;
    private final People people;
    private final LiveTables live;
    private final ReleaseContents contents;
    private final Rules rules;
    private final Releases releases;

    MirroredQueue(
            ChangeSets changeSets,
            MirroredSets sets,
            MirroredSetStore mirrored,
            Signoffs signoffs,
            People people,
            LiveTables live,
            ReleaseContents contents,
            Rules rules,
            Releases releases) {
        this.changeSets = changeSets;
        this.sets = sets;
        this.mirrored = mirrored;
        this.signoffs = signoffs;
        this.people = people;
        this.live = live;
        this.contents = contents;
        this.rules = rules;
        this.releases = releases;
    }

    /** @param source whose live tables were written in this transaction */
    void become(Write write, SourceTables source) {
        Map<String, ChangeSetId> known = new HashMap<>(mirrored.open());
        MirroredChanges changes = new MirroredChanges(live.inThisTransaction(), contents, rules::reserveId);
        for (SourceSet set : source.sets()) {
            ChangeSetId id = known.remove(set.source());
            ChangeSet before = id == null ? null : changeSets.find(id).orElse(null);
            MirroredSets.Wanted wanted = new MirroredSets.Wanted(
                    set.number(), set.title(), set.author(), set.due(), set.dataVersion(), changes.of(set, before));
            if (wanted.changes().isEmpty()) {
                end(write, set.source(), before, false);
            } else if (before == null) {
                ChangeSet added = sets.add(write, wanted);
                mirrored.add(set.source(), added.id());
                sign(write, added.id(), set.signoffs());
            } else {
                sets.revise(write, before, wanted);
                sign(write, before.id(), set.signoffs());
            }
        }
        known.forEach((gone, id) -> end(
                write, gone, changeSets.find(id).orElse(null), source.enacted().contains(gone)));
    }

    private void end(Write write, String source, @Nullable ChangeSet set, boolean enacted) {
        if (set != null) {
            sets.end(write, set, enacted);
            mirrored.remove(source);
        }
    }

    private void sign(Write write, ChangeSetId set, Map<Actor, Role> wanted) {
        Map<Actor, Role> missing = new HashMap<>(wanted);
        for (Signoff given : signoffs.of(set)) {
            if (!given.role().equals(missing.remove(given.by()))) {
                signoffs.remove(write, set, given);
                if (wanted.containsKey(given.by())) {
                    missing.put(given.by(), Objects.requireNonNull(wanted.get(given.by())));
                }
            }
        }
        missing.forEach((by, role) -> signoffs.put(write, set, signed(write, by, role)));
    }

    /** Balrog does not say what somebody signed, so this counts nowhere but there. */
    private Signoff signed(Write write, Actor by, Role role) {
        long grant = Math.max(0, people.find(by).grantOf(role));
        return new Signoff(by, role, write.at(), null, Map.of(), grant, null, null);
    }

    /** Makes each set mean the rows that are there now, and disarms what would go live at once. */
    void release(Write write, Map<String, ChangeSetId> open, String source) {
        Tables now = live.inThisTransaction();
        List<ChangeSet> waiting = open.values().stream()
                .flatMap(id -> changeSets.find(id).stream())
                .filter(set -> set.state() instanceof ChangeSet.Pending)
                .sorted(ChangeSet.QUEUE_ORDER)
                .toList();
        List<QueuedSet> queued = new ArrayList<>();
        for (ChangeSet set : waiting) {
            Tables staged = Stage.of(now, queued, contents).staged();
            List<Change> meaning =
                    new MeantRows(now, staged, queued, Map.of(), releases::reserveIncarnation, false).of(set.changes());
            sets.mean(write, set, meaning);
            ChangeSet meant = changeSets.current(set.id(), null);
            queued.add(meant.queued());
            if (!meant.due().isAfter(write.at())) {
                changeSets.disarm(write, meant, "it was due before it was taken over from %s".formatted(source));
            }
        }
        open.keySet().forEach(mirrored::remove);
    }
}
