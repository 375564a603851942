package dev.rehearsal.change;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks again for what the changes of a set say, over whatever is live and staged by now. */
final class Copies {

    private Copies() {}

    static List<Proposal> of(ChangeSet set) {
        return set.changes().stream().map(Copies::of).toList();
    }

    /** Returns what rewrites a change of a set with what it said once: a rule that it adds keeps its id. */
    static Proposal again(Change change) {
        return change instanceof Change.RuleAddition(var _, Rule rule, var _)
                ? new Proposal.AddRule(rule.id(), columns(rule))
                : of(change);
    }

    private static Proposal of(Change change) {
        return switch (change) {
            case Change.RuleAddition(var _, Rule rule, var _) -> new Proposal.AddRule(columns(rule));
            case Change.RuleEdit(var _, var rule, var fields, var _) ->
                new Proposal.EditRule(rule, null, values(fields, RuleField::wireName));
            case Change.RuleRemoval(var _, var rule, var _) -> new Proposal.RemoveRule(rule, null);
            case Change.ReleaseAddition(var _, var name, var product, var readOnly, var blob, var _) ->
                new Proposal.AddStoredRelease(name, product, readOnly, blob);
            case Change.ReleaseEdit(var _, var name, var fields, var _) ->
                new Proposal.EditStoredRelease(name, values(fields, Function.<ReleaseField>identity()));
            case Change.ReleaseRemoval(var _, var name, var _, var _) -> new Proposal.RemoveRelease(name, null);
            case Change.PinEdit(var _, var pin, var mapping, var _) ->
                new Proposal.SetPin(pin, (ReleaseName) mapping.value());
            case Change.Unstaged unstaged -> ((RowChange<?>) unstaged).again();
        };
    }

    private static Map<String, @Nullable Object> columns(Rule rule) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        for (RuleField field : RuleField.values()) {
            columns.put(field.wireName(), field.read(rule));
        }
        return columns;
    }

    private static <F, N> Map<N, @Nullable Object> values(Map<F, FieldEdit> fields, Function<F, N> name) {
        Map<N, @Nullable Object> values = new HashMap<>();
        fields.forEach((field, edit) -> values.put(name.apply(field), edit.value()));
        return values;
    }
}
