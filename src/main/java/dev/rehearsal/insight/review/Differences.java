package dev.rehearsal.insight.review;

import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.change.ChangeSet;
import dev.rehearsal.change.RowChange;
import dev.rehearsal.change.RowKind;
import dev.rehearsal.insight.review.Difference.Field;
import dev.rehearsal.insight.review.Difference.Kind;
import dev.rehearsal.insight.review.Difference.Part;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.ReleaseField;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells sets row by row, with old and new values. */
public final class Differences {

    private final Tables known;
    private final @Nullable ReleaseContents contents;

    private Differences(Tables known, @Nullable ReleaseContents contents) {
        this.known = known;
        this.contents = contents;
    }

    /** @param before the tables that the set is laid over: old values are what it would replace there */
    public static List<Difference> between(Tables before, ChangeSet set, ReleaseContents contents) {
        return new Differences(before, contents).of(set);
    }

    /**
     * Old values are what those who wrote the set had before them.
     *
     * @param known where rows that the set is about may be found, for how they are named
     */
    public static List<Difference> asWritten(ChangeSet set, Tables known) {
        return new Differences(known, null).of(set);
    }

    private List<Difference> of(ChangeSet set) {
        Map<String, Difference> byRow = new LinkedHashMap<>();
        for (Change change : set.changes()) {
            Difference difference = of(change);
            byRow.merge(difference.row(), difference, Difference::and);
        }
        return List.copyOf(byRow.values());
    }

    private Difference of(Change change) {
        return switch (change) {
            case Change.RuleAddition(var _, Rule rule, var _) ->
                new Difference(Kind.ADDED, named(rule), about(rule), columns(rule, Kind.ADDED), List.of(), change.id());
            case Change.RuleEdit edit -> of(edit);
            case Change.RuleRemoval removal -> of(removal);
            case Change.ReleaseAddition addition -> of(addition);
            case Change.ReleaseEdit edit -> of(edit);
            case Change.ReleaseRemoval removal -> of(removal);
            case Change.PinEdit edit -> of(edit);
            case Change.Unstaged unstaged -> of((RowChange<?>) unstaged);
        };
    }

    private static <R> Difference of(RowChange<R> change) {
        R before = change.before();
        R after = change.after();
        List<Field> fields = new ArrayList<>();
        for (RowKind.Column<R> column : change.kind().columns()) {
            String was = before == null ? null : column.text(before);
            String becomes = after == null ? null : column.text(after);
            if (!column.isKey() && !Objects.equals(was, becomes)) {
                fields.add(new Field(column.name(), was, becomes));
            }
        }
        Kind kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.EDITED;
        return new Difference(kind, change.kind().name(change.oldest()), "", fields, List.of(), change.id());
    }

    private Difference of(Change.RuleEdit edit) {
        Rule row = known.rules().get(edit.rule());
        List<Field> fields = new ArrayList<>();
        for (RuleField field : RuleField.values()) {
            FieldEdit value = edit.fields().get(field);
            if (value != null) {
                Object was = row == null || contents == null ? value.staged() : field.read(row);
                fields.add(new Field(field.wireName(), text(was), text(value.value())));
            }
        }
        return row == null
                ? new Difference(Kind.EDITED, edit.rule().numbered(), "", fields, List.of(), edit.id())
                : new Difference(Kind.EDITED, named(row), about(row), fields, List.of(), edit.id());
    }

    private Difference of(Change.RuleRemoval removal) {
        Rule now = contents == null ? null : known.rules().get(removal.rule());
        Rule row = now == null && !removal.seen().isEmpty() ? removal.seen().getLast() : now;
        return row == null
                ? new Difference(Kind.REMOVED, removal.rule().numbered(), "", List.of(), List.of(), removal.id())
                : new Difference(
                        Kind.REMOVED, named(row), about(row), columns(row, Kind.REMOVED), List.of(), removal.id());
    }

    private static Difference of(Change.ReleaseAddition addition) {
        return new Difference(
                Kind.ADDED,
                "release " + addition.name(),
                addition.product(),
                addition.readOnly() ? List.of(new Field("read_only", null, "true")) : List.of(),
                parts(addition.manifest(), Kind.ADDED),
                addition.id());
    }

    private Difference of(Change.ReleaseEdit edit) {
        Release row = known.releases().get(edit.name());
        Manifest manifest = row == null || contents == null ? null : contents.manifest(row.content());
        List<Field> fields = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        edit.fields().forEach((field, value) -> {
            Object was = row == null || manifest == null ? value.staged() : field.of(row, manifest);
            if (field instanceof ReleaseField.Part(String path)) {
                parts.add(new Part(path, (ContentHash) was, (ContentHash) value.value()));
            } else {
                fields.add(new Field(field.label(), text(was), text(value.value())));
            }
        });
        parts.sort(Comparator.comparing(Part::path));
        return new Difference(
                Kind.EDITED, "release " + edit.name(), row == null ? "" : row.product(), fields, parts, edit.id());
    }

    private Difference of(Change.ReleaseRemoval removal) {
        Release row = known.releases().get(removal.name());
        return new Difference(
                Kind.REMOVED,
                "release " + removal.name(),
                row == null ? "" : row.product(),
                List.of(),
                row == null || contents == null ? List.of() : parts(contents.manifest(row.content()), Kind.REMOVED),
                removal.id());
    }

    private Difference of(Change.PinEdit edit) {
        Object was = contents == null
                ? edit.mapping().staged()
                : known.pins().releases().get(edit.pin());
        Object becomes = edit.mapping().value();
        return new Difference(
                was == null ? Kind.ADDED : becomes == null ? Kind.REMOVED : Kind.EDITED,
                edit.pin().toString(),
                "",
                List.of(new Field("mapping", text(was), text(becomes))),
                List.of(),
                edit.id());
    }

    /** All columns that the rule fills, on the side where the rule is. */
    private static List<Field> columns(Rule rule, Kind kind) {
        List<Field> fields = new ArrayList<>();
        for (RuleField field : RuleField.values()) {
            String value = text(field.read(rule));
            if (value != null) {
                fields.add(
                        kind == Kind.ADDED
                                ? new Field(field.wireName(), null, value)
                                : new Field(field.wireName(), value, null));
            }
        }
        return fields;
    }

    private static List<Part> parts(Manifest manifest, Kind kind) {
        List<Part> parts = new ArrayList<>();
        manifest.parts()
                .forEach((path, content) ->
                        parts.add(kind == Kind.ADDED ? new Part(path, null, content) : new Part(path, content, null)));
        return parts;
    }

    private static String named(Rule rule) {
        return rule.id().numbered() + (rule.alias() == null ? "" : " " + rule.alias());
    }

    private static String about(Rule rule) {
        return (rule.product() == null ? "every product" : rule.product())
                + " on "
                + (rule.channel() == null ? "every channel" : rule.channel());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
