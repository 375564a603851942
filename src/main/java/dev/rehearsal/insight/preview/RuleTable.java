package dev.rehearsal.insight.preview;

import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.insight.warning.Tie;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.matching.RuleSet;
import dev.rehearsal.matching.region.Turn;
import dev.rehearsal.matching.region.Turns;
import dev.rehearsal.snapshot.NodeState;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ChannelMapping;
import dev.rehearsal.staging.Shadowed;
import dev.rehearsal.staging.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of all live rules, and those that the queue adds, with what it makes of each.
 *
 * @param rows in evaluation order of the live table; rules that are added stand where they will
 * @param turns of the rules as the queue leaves them
 */
public record RuleTable(NodeState state, List<Row> rows, Turns turns) {

    /** The fates of a rule tell what the whole queue makes of it. */
    public enum Fate {
        STAYS,
        EDITED,
        ADDED,
        REMOVED
    }

    /**
     * @param rule as the queue leaves it; one that it removes as it is live
     * @param was as it is live, of an edited rule
     * @param pending every change of it, in queue order
     * @param shadowedBy the mapping because of which nobody is served by it; null for none
     */
    public record Row(
            Rule rule,
            @Nullable Rule was,
            Fate fate,
            List<PendingChange> pending,
            @Nullable ChannelMapping shadowedBy) {

        /** As it is live, or as the queue adds it. */
        public Rule current() {
            return was == null ? rule : was;
        }
    }

    /** @param leftOut whether the set is in conflict, so that nothing comes of it as it is */
    public record PendingChange(ChangeSet set, Change change, boolean leftOut) {}

    private static final Comparator<Row> EVALUATION_ORDER = Comparator.<Row>comparingInt(
                    row -> row.current().priority())
            .reversed()
            .thenComparing(row -> row.rule().id());

    static RuleTable of(NodeState state) {
        Stage stage = state.stages().wholeQueue();
        Map<RuleId, List<PendingChange>> pending = pending(state, stage);
        List<Row> rows = new ArrayList<>();
        for (Rule live : stage.live().ruleSet().inOrder()) {
            Rule staged = stage.staged().rules().get(live.id());
            List<PendingChange> changes = pending.getOrDefault(live.id(), List.of());
            ChannelMapping shadowing = shadowing(live, state);
            if (staged == null) {
                rows.add(new Row(live, null, Fate.REMOVED, changes, shadowing));
            } else if (staged.equals(live)) {
                rows.add(new Row(live, null, Fate.STAYS, changes, shadowing));
            } else {
                rows.add(new Row(staged, live, Fate.EDITED, changes, shadowing));
            }
        }
        added(stage)
                .forEach(rule -> rows.add(new Row(
                        rule, null, Fate.ADDED, pending.getOrDefault(rule.id(), List.of()), shadowing(rule, state))));
        rows.sort(EVALUATION_ORDER);
        return new RuleTable(state, List.copyOf(rows), Turns.of(stage.staged().ruleSet()));
    }

    /** Also those of sets that are left out. */
    private static Stream<Rule> added(Stage stage) {
        Stream<Rule> staged = stage.staged().ruleSet().inOrder().stream()
                .filter(rule -> !stage.live().rules().containsKey(rule.id()));
        Stream<Rule> leftOut = stage.conflicts().stream()
                .flatMap(conflict -> conflict.leftOut().changes().stream())
                .filter(Change.RuleAddition.class::isInstance)
                .map(change -> ((Change.RuleAddition) change).rule());
        return Stream.concat(staged, leftOut);
    }

    private static Map<RuleId, List<PendingChange>> pending(NodeState state, Stage stage) {
        Map<RuleId, List<PendingChange>> pending = new HashMap<>();
        for (ChangeSet set : state.queue()) {
            boolean leftOut = stage.conflictOf(set.id()).isPresent();
            for (Change change : set.changes()) {
                RuleId rule = ChangeSet.ruleOf(change);
                if (rule != null) {
                    pending.computeIfAbsent(rule, id -> new ArrayList<>()).add(new PendingChange(set, change, leftOut));
                }
            }
        }
        return pending;
    }

    private static @Nullable ChannelMapping shadowing(Rule rule, NodeState state) {
        return state.mappings().stream()
                .filter(mapping -> Shadowed.isForTestChannelAlone(rule, mapping))
                .findFirst()
                .orElse(null);
    }

    /** A rule that is live or that the queue shall add. */
    public Optional<Row> find(RuleId id) {
        return rows.stream().filter(row -> row.rule().id().equals(id)).findFirst();
    }

    /**
     * Whether a row decides for any client, as the queue leaves it. Empty for what is removed or left out, and for rules
     * that a test channel's mapping puts out of use.
     */
    public Optional<Turn> turnOf(Row row) {
        Rule staged =
                state.stages().wholeQueue().staged().rules().get(row.rule().id());
        return row.fate() == Fate.REMOVED || row.shadowedBy() != null || staged == null
                ? Optional.empty()
                : Optional.of(turns.of(staged));
    }

    /** Other rules, as they are staged, that a row ties with; none for one that is removed. */
    public List<Tie> tiesOf(Row row) {
        RuleSet staged = state.stages().wholeQueue().staged().ruleSet();
        return row.fate() == Fate.REMOVED ? List.of() : Tie.of(row.rule(), staged.inOrder());
    }
}
