package dev.rehearsal.change;

import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import org.jspecify.annotations.Nullable;

/**
 * What a change is about, in the words of the API and of the tables.
 *
 * @param object such as {@code rule} or {@code channel_mapping}
 * @param type {@code insert}, {@code update} or {@code delete}
 * @param target the rule's id, the release's name, or what else tells the row from others of its kind
 */
public record Subject(String object, String type, String target) {

    private static final String INSERT = "insert";
    private static final String UPDATE = "update";
    private static final String DELETE = "delete";

    public static Subject of(Change change) {
        return switch (change) {
            case Change.RuleAddition addition ->
                new Subject("rule", INSERT, addition.rule().id().toString());
            case Change.RuleEdit edit -> new Subject("rule", UPDATE, edit.rule().toString());
            case Change.RuleRemoval removal ->
                new Subject("rule", DELETE, removal.rule().toString());
            case Change.ReleaseAddition addition ->
                new Subject("release", INSERT, addition.name().value());
            case Change.ReleaseEdit edit ->
                new Subject("release", UPDATE, edit.name().value());
            case Change.ReleaseRemoval removal ->
                new Subject("release", DELETE, removal.name().value());
            case Change.PinEdit edit -> new Subject("pin", type(edit.mapping()), joined(edit));
            case Change.Unstaged unstaged -> ofUnstaged((UnstagedChange) unstaged);
        };
    }

    private static Subject ofUnstaged(UnstagedChange change) {
        return switch (change) {
            case UnstagedChange.ShutoffRemoval(var _, var shutoff) ->
                new Subject("emergency_shutoff", DELETE, joined(shutoff.product(), shutoff.channel()));
            case UnstagedChange.OfMapping(var _, var before, var after) ->
                new Subject(
                        "channel_mapping",
                        type(before, after),
                        before != null
                                ? Long.toString(before.id())
                                : after == null ? "" : joined(after.product(), after.testChannel()));
            case UnstagedChange.OfGate(var _, var before, var after) ->
                new Subject(
                        "gate",
                        type(before, after),
                        before != null
                                ? Long.toString(before.id())
                                : after == null ? "" : joined(after.product(), after.liveChannel()));
            case UnstagedChange.OfRequiredSignoff(var _, var before, var after) -> {
                var row = before == null ? after : before;
                yield new Subject(
                        "required_signoff",
                        type(before, after),
                        row == null ? "" : joined(row.product(), row.channel(), row.role()));
            }
            case UnstagedChange.OfPermissionSignoff(var _, var before, var after) -> {
                var row = before == null ? after : before;
                yield new Subject(
                        "permission_signoff",
                        type(before, after),
                        row == null ? "" : joined(row.product(), row.role()));
            }
            case UnstagedChange.OfPermission(var _, var person, var before, var after, var _) -> {
                var row = before == null ? after : before;
                yield new Subject(
                        "permission",
                        type(before, after),
                        row == null ? person : joined(person, row.name().wireName()));
            }
        };
    }

    private static String type(FieldEdit edit) {
        return type(edit.live() == null ? edit.staged() : edit.live(), edit.value());
    }

    private static String type(@Nullable Object before, @Nullable Object after) {
        return before == null ? INSERT : after == null ? DELETE : UPDATE;
    }

    private static String joined(Change.PinEdit edit) {
        return joined(edit.pin().product(), edit.pin().channel(), edit.pin().version());
    }

    private static String joined(@Nullable Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            text.append(text.isEmpty() ? "" : " ").append(part == null ? "every product" : part);
        }
        return text.toString();
    }
}
