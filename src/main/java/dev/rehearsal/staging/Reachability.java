package dev.rehearsal.staging;

import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds which sets of a stage concern a live channel: can change what is answered there, or what decides it. */
public final class Reachability {

    private Reachability() {}

    /** Whether a row that moves can have a part in a channel, however it is reached: a rule that does not match it has none. */
    public static boolean mayConcern(Transition transition, String live) {
        return switch (transition) {
            case Transition.OfRule(var _, var before, var after) ->
                before != null && ChannelReach.matches(before.channel(), live)
                        || after != null && ChannelReach.matches(after.channel(), live);
            case Transition.OfRelease _, Transition.OfPin _ -> true;
        };
    }

    /**
     * The steps whose rows, before or after, can match the channel, or whose releases such rules reach.
     *
     * @param product null for every product
     */
    public static List<Stage.Step> concerning(
            Stage stage, ReleaseContents contents, @Nullable String product, String live) {
        if (stage.steps().isEmpty()) {
            return List.of();
        }
        ChannelState state = new ChannelState(stage.live(), live, contents);
        Reach reach = state.reach(product);
        List<Stage.Step> concerning = new ArrayList<>();
        for (Stage.Step step : stage.steps()) {
            // A step that touches nothing within reach leaves the reach as it was: it does not concern the channel
            // afterwards either.
            boolean concerned = reach.isTouchedBy(step.transitions());
            if (concerned) {
                concerning.add(step);
            }
            if (state.follow(step.transitions()) && concerned) {
                reach = state.reach(product);
            }
        }
        return List.copyOf(concerning);
    }

    /**
     * The conflicts of sets that would concern the channel. One whose row nobody knows any more is taken to do so.
     *
     * @param product null for every product
     */
    public static List<Conflict> conflictsConcerning(
            Stage stage, ReleaseContents contents, @Nullable String product, String live) {
        if (stage.conflicts().isEmpty()) {
            return List.of();
        }
        Reach before = new ChannelState(stage.live(), live, contents).reach(product);
        Reach after = new ChannelState(stage.staged(), live, contents).reach(product);
        return stage.conflicts().stream()
                .filter(conflict -> conflict.leftOut().changes().stream()
                        .anyMatch(change -> touches(change, rowsOf(change, stage), before)
                                || touches(change, rowsOf(change, stage), after)))
                .toList();
    }

    private static boolean touches(Change change, List<Rule> rows, Reach reach) {
        return switch (change) {
            case Change.RuleAddition addition -> reach.covers(addition.rule());
            case Change.RuleEdit edit ->
                rows.isEmpty() || rows.stream().anyMatch(row -> reach.covers(row) || reach.covers(edited(row, edit)));
            case Change.RuleRemoval _ -> rows.stream().anyMatch(reach::covers);
            case Change.ReleaseAddition addition -> reach.covers(addition.name());
            case Change.ReleaseEdit edit -> reach.covers(edit.name());
            case Change.ReleaseRemoval removal -> reach.covers(removal.name());
            case Change.PinEdit edit -> reach.covers(edit.pin());
            case Change.Unstaged _ -> false;
        };
    }

    /** The rule that an edit or a removal is about, in each form that is known of it. */
    private static List<Rule> rowsOf(Change change, Stage stage) {
        return switch (change) {
            case Change.RuleEdit edit -> rows(edit.rule(), stage);
            case Change.RuleRemoval removal -> {
                List<Rule> rows = new ArrayList<>(removal.seen());
                rows.addAll(rows(removal.rule(), stage));
                yield rows;
            }
            default -> List.of();
        };
    }

    private static List<Rule> rows(RuleId id, Stage stage) {
        return Stream.of(stage.live(), stage.staged())
                .map(tables -> tables.rules().get(id))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Rule edited(Rule row, Change.RuleEdit edit) {
        Map<RuleField, @Nullable Object> values = new EnumMap<>(RuleField.class);
        edit.fields().forEach((field, value) -> values.put(field, value.value()));
        return RuleFields.kept(values).applyTo(row);
    }
}
