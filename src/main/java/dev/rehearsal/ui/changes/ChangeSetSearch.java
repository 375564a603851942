package dev.rehearsal.ui.changes;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.ChangeSets;
import dev.rehearsal.snapshot.SnapshotKeeper;
import dev.rehearsal.staging.ChangeSetId;
import dev.rehearsal.ui.frame.Messages;
import dev.rehearsal.ui.links.ChangesNavigation;
import dev.rehearsal.ui.search.Found;
import dev.rehearsal.ui.search.SearchSource;
import dev.rehearsal.ui.search.SearchText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Change sets: all that are open, of those that ended the latest ones, and any by its number. */
@Component
class ChangeSetSearch implements SearchSource {

    private static final Messages MESSAGES = Messages.beside(ChangeSetSearch.class);

    /** Limits how many sets of each state are read from the database. */
    private static final int MOST_READ = 100;

    private final SnapshotKeeper snapshots;
    private final ChangeSets changeSets;

    ChangeSetSearch(SnapshotKeeper snapshots, ChangeSets changeSets) {
        this.snapshots = snapshots;
        this.changeSets = changeSets;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String title() {
        return MESSAGES.get("search.title");
    }

    @Override
    public List<Found> find(SearchText text, int most) {
        Map<ChangeSetId, ChangeSet> sets = new LinkedHashMap<>();
        numbered(text).ifPresent(set -> sets.put(set.id(), set));
        Stream.of(
                        snapshots.current().queue(),
                        changeSets.inState("held", MOST_READ),
                        changeSets.inState("draft", MOST_READ),
                        changeSets.ended(MOST_READ))
                .flatMap(List::stream)
                .forEach(set -> sets.putIfAbsent(set.id(), set));
        return text
                .best(
                        sets.values().stream(),
                        set -> List.of(
                                set.id().toString(),
                                "#" + set.id(),
                                set.title(),
                                set.author().name()),
                        most)
                .stream()
                .map(ChangeSetSearch::found)
                .toList();
    }

    /** The set whose number is the one word that was typed. */
    private Optional<ChangeSet> numbered(SearchText text) {
        String only = text.words().size() == 1 ? text.words().getFirst() : "";
        String digits = only.startsWith("#") ? only.substring(1) : only;
        boolean number = !digits.isEmpty()
                && digits.length() <= 18
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return number ? changeSets.find(new ChangeSetId(Long.parseLong(digits))) : Optional.empty();
    }

    private static Found found(ChangeSet set) {
        String state = switch (set.state()) {
            case ChangeSet.Draft() -> MESSAGES.get("state.draft");
            case ChangeSet.Pending() -> MESSAGES.get("state.pending");
            case ChangeSet.Held() -> MESSAGES.get("state.held");
            case ChangeSet.Disarmed _ -> MESSAGES.get("state.disarmed");
            case ChangeSet.Enacted _ -> MESSAGES.get("state.enacted");
            case ChangeSet.Withdrawn _ -> MESSAGES.get("state.withdrawn");
        };
        return new Found(
                set.title(),
                MESSAGES.get(
                        "search.set", set.id().toString(), state, set.author().name()),
                ChangesNavigation.path(set.id()));
    }
}
