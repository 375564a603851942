package dev.rehearsal.change;

import dev.rehearsal.change.store.ChangeSetStore;
import dev.rehearsal.ledger.Page;
import dev.rehearsal.ledger.Paging;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChangeId;
import dev.rehearsal.staging.ChangeSetId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Change sets as Balrog knows them: each change by itself. A draft is no scheduled change yet, a withdrawn one is none any
 * more, and a direct edit never was one.
 */
@Service
public class ScheduledChanges {

    private static final Set<String> WAITING = Set.of("pending", "held");
    private static final Set<String> EVER_SCHEDULED = Set.of("pending", "held", "enacted");

    private final ChangeSetStore store;

    ScheduledChanges(ChangeSetStore store) {
        this.store = store;
    }

    /** One change and the set that it goes with. */
    public record ScheduledChange(ChangeSet set, Change change) {

        public boolean isComplete() {
            return set.state() instanceof ChangeSet.Enacted;
        }

        /** Returns how many changes of this release its set holds: more than one where it is written part by part. */
        public long changesOf(ReleaseName release) {
            return set.changes().stream()
                    .filter(other -> release.equals(ChangeSet.releaseOf(other)))
                    .count();
        }
    }

    /** The extent of a list says which changes are in it. */
    public enum Extent {
        WAITING_ONLY,
        WITH_COMPLETED
    }

    /**
     * Returns them in the order of their ids.
     *
     * @param rule null for all rules
     */
    public List<ScheduledChange> ofRules(Extent extent, @Nullable RuleId rule) {
        return list(
                extent,
                "rule",
                rule == null ? null : rule.toString(),
                change -> rule == null ? ChangeSet.ruleOf(change) != null : rule.equals(ChangeSet.ruleOf(change)));
    }

    /**
     * A page of them, in the order of their ids: what was enacted long ago is not read for it.
     *
     * @param rule null for all rules
     */
    public Page<ScheduledChange> ofRules(Extent extent, @Nullable RuleId rule, Paging paging) {
        String target = rule == null ? null : rule.toString();
        Map<ChangeId, ChangeSetId> ids = store.changesOf(states(extent), "rule", target, paging);
        Map<ChangeSetId, ChangeSet> sets = new HashMap<>();
        store.all(Set.copyOf(ids.values())).forEach(set -> sets.put(set.id(), set));
        List<ScheduledChange> found = new ArrayList<>();
        ids.forEach((id, setId) -> {
            ChangeSet set = Objects.requireNonNull(sets.get(setId));
            set.changes().stream()
                    .filter(change -> change.id().equals(id))
                    .forEach(change -> found.add(new ScheduledChange(set, change)));
        });
        return Page.read(found, paging, () -> store.countChangesOf(states(extent), "rule", target));
    }

    /**
     * Returns them in the order of their ids.
     *
     * @param release null for all releases
     */
    public List<ScheduledChange> ofReleases(Extent extent, @Nullable ReleaseName release) {
        return list(
                extent,
                "release",
                release == null ? null : release.value(),
                change -> release == null
                        ? ChangeSet.releaseOf(change) != null
                        : release.equals(ChangeSet.releaseOf(change)));
    }

    /**
     * Returns them in the order of their ids.
     *
     * @param object as {@link Subject} names it
     */
    public List<ScheduledChange> of(Extent extent, String object) {
        return list(extent, object, null, change -> Subject.of(change).object().equals(object));
    }

    public Optional<ScheduledChange> find(ChangeId id) {
        return store.setOf(id)
                .flatMap(store::find)
                .filter(ScheduledChanges::isListed)
                .flatMap(set -> set.changes().stream()
                        .filter(change -> change.id().equals(id))
                        .findFirst()
                        .map(change -> new ScheduledChange(set, change)));
    }

    private List<ScheduledChange> list(
            Extent extent, String object, @Nullable String target, Predicate<Change> wanted) {
        List<ScheduledChange> found = new ArrayList<>();
        for (ChangeSet set : store.containing(states(extent), object, target)) {
            set.changes().stream().filter(wanted).forEach(change -> found.add(new ScheduledChange(set, change)));
        }
        found.sort(Comparator.comparing(scheduled -> scheduled.change().id()));
        return found;
    }

    private static Set<String> states(Extent extent) {
        return switch (extent) {
            case WAITING_ONLY -> WAITING;
            case WITH_COMPLETED -> EVER_SCHEDULED;
        };
    }

    private static boolean isListed(ChangeSet set) {
        return switch (set.state()) {
            case ChangeSet.Pending(), ChangeSet.Held(), ChangeSet.Disarmed _ -> true;
            case ChangeSet.Enacted _ -> !set.isDirectEdit();
            case ChangeSet.Draft(), ChangeSet.Withdrawn _ -> false;
        };
    }
}
