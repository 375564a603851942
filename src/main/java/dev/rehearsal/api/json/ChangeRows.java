package dev.rehearsal.api.json;

import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.Subject;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import dev.rehearsal.staging.Tables;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The changes of a set, each with the fields that it sets inline. An edit also says of each field what was live when it
 * was saved (base), what the sets before it made of that (staged), and what is live now. Blobs are told by the hashes of
 * their parts: they are too large for lists.
 */
@Component
public class ChangeRows {

    static final String BASE = "base";
    static final String FIELDS = "fields";
    static final String PARTS = "parts";

    private final ReleaseContents contents;

    ChangeRows(ReleaseContents contents) {
        this.contents = contents;
    }

    public Map<String, @Nullable Object> of(Change change, ChangeSet set, Tables live) {
        Subject subject = Subject.of(change);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("sc_id", change.id().value());
        row.put("object", subject.object());
        row.put("change_type", subject.type());
        row.putAll(ChangeKeys.of(change));
        row.putAll(content(change, live));
        row.put("written_by", set.writersOf(change.id()).getLast().name());
        return row;
    }

    private Map<String, @Nullable Object> content(Change change, Tables live) {
        return switch (change) {
            case Change.RuleAddition(var _, Rule rule, var _) -> columns(rule);
            case Change.RuleEdit(var _, var id, var fields, var _) -> {
                Rule row = live.rules().get(id);
                yield edits(fields, RuleField::wireName, field -> row == null ? null : field.read(row));
            }
            case Change.RuleRemoval removal -> base(RuleJson.of(removal.seen().getFirst()));
            case Change.ReleaseAddition(var _, var _, var product, var readOnly, var manifest, var _) ->
                added(product, readOnly, manifest);
            case Change.ReleaseEdit(var _, var name, var fields, var _) -> {
                Release row = live.releases().get(name);
                yield edits(fields, ReleaseField::label, field -> valueOf(field, row));
            }
            case Change.ReleaseRemoval removal ->
                base(Map.of("content", removal.seen().getFirst().value()));
            case Change.PinEdit(var _, var pin, var mapping, var _) -> {
                ReleaseName row = live.pins().releases().get(pin);
                yield edits(Map.of("mapping", mapping), name -> name, name -> row);
            }
            case Change.Unstaged unstaged -> rows((RowChange<?>) unstaged);
        };
    }

    /** Returns the row as it becomes inline, the row as it was as the base. */
    private static <R> Map<String, @Nullable Object> rows(RowChange<R> change) {
        Map<String, @Nullable Object> row = inline(change);
        if (change.before() != null) {
            row.put(BASE, change.kind().told(change.before()));
        }
        return row;
    }

    /** Returns only the row as it becomes. */
    public static <R> Map<String, @Nullable Object> inline(RowChange<R> change) {
        return change.after() == null ? new LinkedHashMap<>() : change.kind().content(change.after());
    }

    private static Map<String, @Nullable Object> columns(Rule rule) {
        Map<String, @Nullable Object> columns = RuleJson.of(rule);
        columns.remove("data_version");
        return columns;
    }

    private static Map<String, @Nullable Object> added(String product, boolean readOnly, Manifest manifest) {
        Map<String, String> parts = new LinkedHashMap<>();
        manifest.parts().forEach((path, hash) -> parts.put(path, hash.value()));
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("product", product);
        row.put("read_only", readOnly);
        row.put(PARTS, parts);
        return row;
    }

    private static Map<String, @Nullable Object> base(Map<String, ? extends @Nullable Object> removed) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(BASE, removed);
        return row;
    }

    private static <F> Map<String, @Nullable Object> edits(
            Map<F, FieldEdit> edits, Function<F, String> name, Function<F, @Nullable Object> live) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        Map<String, Object> fields = new LinkedHashMap<>();
        edits.forEach((field, edit) -> {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("value", plain(edit.value()));
            values.put(BASE, plain(edit.live()));
            values.put("staged", plain(edit.staged()));
            values.put("live", plain(live.apply(field)));
            fields.put(name.apply(field), values);
            if (!(field instanceof ReleaseField.Part)) {
                row.put(name.apply(field), plain(edit.value()));
            }
        });
        row.put(FIELDS, fields);
        return row;
    }

    private @Nullable Object valueOf(ReleaseField field, @Nullable Release row) {
        return row == null ? null : field.of(row, contents.manifest(row.content()));
    }

    /** Names and hashes as text; numbers, booleans and null as they are. */
    private static @Nullable Object plain(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
