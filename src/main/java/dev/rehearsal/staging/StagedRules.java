package dev.rehearsal.staging;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The staged table of one product and live channel, as people read it: each row with where it comes from.
 *
 * @param rows in evaluation order
 * @param removed live rows that will not match this channel any more: removed, or moved elsewhere by an edit
 */
public record StagedRules(List<Row> rows, List<RemovedRow> removed) {

    /** The origin of a row of the staged table. */
    public sealed interface Origin {}

    /** The row is as it is live. */
    public record Live() implements Origin {}

    /** @param was the live row; @param by the last set that edited it */
    public record Edited(Rule was, List<RuleField> changed, ChangeSetId by) implements Origin {}

    /** @param by the set that adds it, also where a later one edits it */
    public record Added(ChangeSetId by) implements Origin {}

    public record Row(Rule rule, Origin origin) {}

    /** @param becomes what is left of it for other channels; null where it is removed altogether */
    public record RemovedRow(
            Rule rule, ChangeSetId by, @Nullable Rule becomes) {}

    /**
     * The rows that can match this product and channel.
     *
     * @param product null for every product
     */
    public static StagedRules of(Stage stage, @Nullable String product, String live) {
        Touches touches = Touches.in(stage);
        List<Row> rows = new ArrayList<>();
        for (Rule rule : stage.staged().ruleSet().inOrder()) {
            if (canMatch(rule, product, live)) {
                rows.add(new Row(rule, touches.origin(rule, stage.live().rules().get(rule.id()))));
            }
        }
        List<RemovedRow> removed = new ArrayList<>();
        for (Rule rule : stage.live().ruleSet().inOrder()) {
            ChangeSetId by = touches.last().get(rule.id());
            Rule becomes = stage.staged().rules().get(rule.id());
            if (by != null && canMatch(rule, product, live) && !canMatch(becomes, product, live)) {
                removed.add(new RemovedRow(rule, by, becomes));
            }
        }
        return new StagedRules(List.copyOf(rows), List.copyOf(removed));
    }

    /** The sets that touched each rule first, and last. */
    private record Touches(Map<RuleId, ChangeSetId> first, Map<RuleId, ChangeSetId> last) {

        static Touches in(Stage stage) {
            Touches touches = new Touches(new HashMap<>(), new HashMap<>());
            for (Stage.Step step : stage.steps()) {
                for (Transition transition : step.transitions()) {
                    if (transition instanceof Transition.OfRule ofRule) {
                        touches.first.putIfAbsent(ofRule.id(), step.set().id());
                        touches.last.put(ofRule.id(), step.set().id());
                    }
                }
            }
            return touches;
        }

        Origin origin(Rule rule, @Nullable Rule live) {
            ChangeSetId by = last.get(rule.id());
            if (by == null) {
                return new Live();
            }
            if (live == null) {
                return new Added(first.getOrDefault(rule.id(), by));
            }
            List<RuleField> changed = new ArrayList<>();
            for (RuleField column : RuleField.values()) {
                if (!Objects.equals(column.read(rule), column.read(live))) {
                    changed.add(column);
                }
            }
            return changed.isEmpty() ? new Live() : new Edited(live, changed, by);
        }
    }

    /** Whether a rule can match the product and the channel, or a partner's {@code L-cck-…}. */
    public static boolean canMatch(@Nullable Rule rule, @Nullable String product, String live) {
        return rule != null && canMatch(rule.product(), rule.channel(), product, live);
    }

    /** Whether a rule for this product and channel can match the product and the live channel, or a partner's. */
    public static boolean canMatch(
            @Nullable String ruleProduct, @Nullable String ruleChannel, @Nullable String product, String live) {
        return (product == null || ruleProduct == null || ruleProduct.equals(product))
                && ChannelReach.matches(ruleChannel, live);
    }
}
