package dev.rehearsal.history;

import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.RowKind;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells field by field what changes would do. */
final class ChangeFields {

    private ChangeFields() {}

    /** Returns what a change would make of its object, as its author saw it. */
    static Map<String, FieldChange> of(Change change) {
        Map<String, FieldChange> fields = new LinkedHashMap<>();
        switch (change) {
            case Change.RuleAddition addition -> columns(null, addition.rule(), fields);
            case Change.RuleEdit edit -> edits(edit.fields(), RuleField::wireName, fields);
            case Change.RuleRemoval removal -> columns(last(removal.seen()), null, fields);
            case Change.ReleaseAddition addition -> {
                fields.put("product", new FieldChange(null, addition.product()));
                fields.put("read_only", new FieldChange(null, addition.readOnly()));
                fields.put("content", new FieldChange(null, addition.manifest().content()));
            }
            case Change.ReleaseEdit edit -> edits(edit.fields(), ReleaseField::label, fields);
            case Change.ReleaseRemoval removal -> fields.put("content", new FieldChange(last(removal.seen()), null));
            case Change.PinEdit edit ->
                fields.put(
                        "mapping",
                        new FieldChange(edit.mapping().staged(), edit.mapping().value()));
            case Change.Unstaged unstaged -> rows((RowChange<?>) unstaged, fields);
        }
        return fields;
    }

    /** Returns what is different about what a change would do, once it was edited. */
    static Map<String, FieldChange> between(Change old, Change edited) {
        Map<String, FieldChange> was = of(old);
        Map<String, FieldChange> is = of(edited);
        Map<String, FieldChange> different = new LinkedHashMap<>();
        Stream.concat(was.keySet().stream(), is.keySet().stream()).forEach(name -> {
            Object before = was.containsKey(name) ? was.get(name).becomes() : null;
            Object after = is.containsKey(name) ? is.get(name).becomes() : null;
            if (!Objects.equals(before, after)) {
                different.put(name, new FieldChange(before, after));
            }
        });
        return different;
    }

    private static void columns(@Nullable Rule before, @Nullable Rule after, Map<String, FieldChange> fields) {
        for (RuleField field : RuleField.values()) {
            Object old = before == null ? null : field.read(before);
            Object becomes = after == null ? null : field.read(after);
            if (!Objects.equals(old, becomes)) {
                fields.put(field.wireName(), new FieldChange(old, becomes));
            }
        }
    }

    private static <R> void rows(RowChange<R> change, Map<String, FieldChange> fields) {
        Map<String, @Nullable Object> before = change.kind().fields(change.before());
        Map<String, @Nullable Object> after = change.kind().fields(change.after());
        change.kind().columns().stream()
                .map(RowKind.Column::name)
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .forEach(name -> fields.put(name, new FieldChange(before.get(name), after.get(name))));
    }

    private static <F> void edits(Map<F, FieldEdit> edits, Function<F, String> name, Map<String, FieldChange> fields) {
        edits.forEach((field, edit) -> fields.put(name.apply(field), new FieldChange(edit.staged(), edit.value())));
    }

    /** As the sets before it would leave it. */
    private static <T> @Nullable T last(List<T> seen) {
        return seen.isEmpty() ? null : seen.getLast();
    }
}
