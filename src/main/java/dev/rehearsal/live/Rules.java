package dev.rehearsal.live;

import dev.rehearsal.ledger.Write;
import dev.rehearsal.live.store.RuleStore;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The live rules. Whoever writes them holds a {@link Write}, and so the write lock. */
@Service
public class Rules {

    private final RuleStore store;

    Rules(RuleStore store) {
        this.store = store;
    }

    public List<Rule> all() {
        return store.all();
    }

    /** Returns those of these that there are. */
    List<Rule> all(Collection<RuleId> ids) {
        return ids.isEmpty() ? List.of() : store.all(ids);
    }

    /** The rows as change sets left them, by the number of the set. */
    public Map<Long, List<Rule>> writtenBy(Collection<Long> changeSets) {
        return store.writtenBy(changeSets);
    }

    /** The rule that had this alias last, as it was then; it may be there still, or be gone. */
    public Optional<Rule> lastWithAlias(String alias) {
        return store.lastWithAlias(alias);
    }

    /** Returns the rule that last had this id, removed or not. */
    public Optional<Rule> lastWithId(RuleId id) {
        return store.lastWithId(id);
    }

    /**
     * Rules with ids of their own, as a dataset brings them.
     *
     * @param reserved ids of rules that are still to be added
     */
    public void importAll(Write write, Collection<Rule> rules, Collection<RuleId> reserved) {
        store.insert(write, rules);
        Stream.concat(rules.stream().map(Rule::id), reserved.stream())
                .max(Comparator.naturalOrder())
                .ifPresent(store::reserveUpTo);
    }

    public RuleId reserveId() {
        return store.reserveId();
    }

    /** Writes the outcome of whole change sets: removals first, so that aliases they free can be taken. */
    public void apply(Write write, Collection<RuleId> removed, Collection<Rule> edited, Collection<Rule> added) {
        store.delete(write, removed);
        store.update(write, edited);
        store.insert(write, added);
    }
}
