package dev.rehearsal.change;

import dev.rehearsal.change.store.ChangeSetStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Keeps sets as somebody else decides about them: nobody is asked, and nothing is refused. */
@Service
public class MirroredSets {

    private final ChangeSetStore store;

    MirroredSets(ChangeSetStore store) {
        this.store = store;
    }

    /**
     * A set as it shall be.
     *
     * @param number that the set and its only change shall have, where they are free; null for any
     * @param changes with whatever ids
     */
    public record Wanted(
            @Nullable Long number, String title, Actor author, Instant due, int dataVersion, List<Change> changes) {}

    /** Puts a new set into the queue, whenever it was due. */
    public ChangeSet add(Write write, Wanted wanted) {
        Instant at = write.at().truncatedTo(ChronoUnit.MILLIS);
        Long number = wanted.number();
        boolean free = number != null
                && wanted.changes().size() == 1
                && store.find(new ChangeSetId(number)).isEmpty()
                && store.setOf(new ChangeId(number)).isEmpty();
        List<Change> changes = number != null && free
                ? List.of(wanted.changes().getFirst().withId(new ChangeId(number)))
                : numbered(wanted);
        ChangeSet set = new ChangeSet(
                        number != null && free ? new ChangeSetId(number) : store.reserveId(),
                        ChangeSet.shortened(wanted.title()),
                        wanted.author(),
                        at,
                        wanted.due(),
                        new ChangeSet.Pending(),
                        List.of(),
                        Map.of(),
                        null,
                        at,
                        wanted.dataVersion())
                .holding(changes, List.of(wanted.author()));
        store.insert(write, set);
        return set;
    }

    private List<Change> numbered(Wanted wanted) {
        List<ChangeId> ids = store.reserveChangeIds(wanted.changes().size());
        List<Change> changes = new ArrayList<>();
        for (int place = 0; place < ids.size(); place++) {
            changes.add(wanted.changes().get(place).withId(ids.get(place)));
        }
        return changes;
    }

    /** Makes a set what is wanted, if it is anything else. */
    public void revise(Write write, ChangeSet before, Wanted wanted) {
        List<Change> changes = Succession.of(before.changes(), numberedAfter(before, wanted));
        boolean moved = !before.due().equals(wanted.due());
        boolean same = changes.equals(before.changes())
                && !moved
                && before.author().equals(wanted.author())
                && before.title().equals(ChangeSet.shortened(wanted.title()));
        if (same) {
            return;
        }
        ChangeSet after = new ChangeSet(
                        before.id(),
                        ChangeSet.shortened(wanted.title()),
                        wanted.author(),
                        before.createdAt(),
                        wanted.due(),
                        new ChangeSet.Pending(),
                        before.changes(),
                        before.writers(),
                        null,
                        write.at().truncatedTo(ChronoUnit.MILLIS),
                        Math.max(before.dataVersion() + 1, wanted.dataVersion()))
                .holding(changes, List.of(wanted.author()));
        store.replaceChanges(write, before, after);
    }

    /** Those that go on keep their ids: only as many new ones are reserved as there are more. */
    private List<Change> numberedAfter(ChangeSet before, Wanted wanted) {
        List<Change> changes = new ArrayList<>();
        for (int place = 0; place < wanted.changes().size(); place++) {
            Change change = wanted.changes().get(place);
            changes.add(change.withId(
                    place < before.changes().size()
                            ? before.changes().get(place).id()
                            : store.reserveChangeIds(1).getFirst()));
        }
        return changes;
    }

    /** Keeps that a set has gone live elsewhere, or was withdrawn there. */
    public void end(Write write, ChangeSet set, boolean enacted) {
        store.update(
                write,
                set.in(
                        enacted
                                ? new ChangeSet.Enacted(write.by(), write.at())
                                : new ChangeSet.Withdrawn(write.by(), write.at())));
    }

    /** Makes a set mean just the rows that are there. */
    public void mean(Write write, ChangeSet before, List<Change> changes) {
        if (!changes.equals(before.changes())) {
            store.replaceChanges(write, before, before.in(before.state()).holding(changes, List.of()));
        }
    }
}
