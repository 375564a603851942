package dev.rehearsal.change;

import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import org.jspecify.annotations.Nullable;

/**
 * The subject of a change is what it is about, in the words of the API and of the tables.
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
            case Change.PinEdit edit ->
                new Subject(
                        "pin",
                        type(edit.mapping()),
                        "%s %s %s"
                                .formatted(
                                        edit.pin().product(),
                                        edit.pin().channel(),
                                        edit.pin().version()));
            case Change.Unstaged unstaged -> of((RowChange<?>) unstaged);
        };
    }

    private static Subject of(RowChange<?> change) {
        return new Subject(change.kind().word(), type(change.before(), change.after()), change.target());
    }

    private static String type(FieldEdit edit) {
        return type(edit.live() == null ? edit.staged() : edit.live(), edit.value());
    }

    private static String type(@Nullable Object before, @Nullable Object after) {
        return before == null ? INSERT : after == null ? DELETE : UPDATE;
    }
}
