package dev.rehearsal.change;

import dev.rehearsal.access.Permission;
import dev.rehearsal.approval.PermissionSignoff;
import dev.rehearsal.approval.RequiredSignoff;
import dev.rehearsal.live.Shutoff;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks again for what the changes of a set say, over whatever is live and staged by now. */
final class Copies {

    private Copies() {}

    static List<Proposal> of(ChangeSet set) {
        return set.changes().stream().map(Copies::of).toList();
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
            case Change.Unstaged unstaged -> of((UnstagedChange) unstaged);
        };
    }

    private static Proposal of(UnstagedChange change) {
        return switch (change) {
            case UnstagedChange.ShutoffRemoval(var _, Shutoff shutoff) ->
                new Proposal.LiftShutoff(shutoff.product(), shutoff.channel(), null);
            case UnstagedChange.OfMapping(var _, var before, var after) ->
                new Proposal.ChangeMapping(before == null ? null : before.id(), null, after);
            case UnstagedChange.OfGate(var _, var before, var after) ->
                new Proposal.ChangeGate(before == null ? null : before.id(), null, after);
            case UnstagedChange.OfRequiredSignoff(var _, var before, var after) -> {
                RequiredSignoff row = one(before, after);
                yield new Proposal.RequireSignoffs(
                        row.product(), row.channel(), row.role(), null, after == null ? null : after.count());
            }
            case UnstagedChange.OfPermissionSignoff(var _, var before, var after) -> {
                PermissionSignoff row = one(before, after);
                yield new Proposal.RequirePermissionSignoffs(
                        row.product(), row.role(), null, after == null ? null : after.count());
            }
            case UnstagedChange.OfPermission(var _, var person, var before, var after, var _) -> {
                Permission row = one(before, after);
                yield new Proposal.ChangePermission(person, row.name(), null, after);
            }
        };
    }

    private static <T> T one(@Nullable T before, @Nullable T after) {
        return Stream.of(after, before).filter(Objects::nonNull).findFirst().orElseThrow();
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
