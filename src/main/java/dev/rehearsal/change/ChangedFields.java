package dev.rehearsal.change;

import dev.rehearsal.matching.RuleField;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.ReleaseField;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The fields that a change is about, by their names in the API; parts of releases by their paths. */
public final class ChangedFields {

    private ChangedFields() {}

    /** Returns the fields of all changes of the set that are about the same row as this one. */
    public static Set<String> ofRow(Change change, Collection<Change> ofSet) {
        Set<String> fields = new TreeSet<>();
        ofSet.stream()
                .filter(other -> isOfSameRow(Subject.of(other), Subject.of(change)))
                .flatMap(ChangedFields::of)
                .forEach(fields::add);
        return fields;
    }

    private static boolean isOfSameRow(Subject one, Subject other) {
        return one.object().equals(other.object()) && one.target().equals(other.target());
    }

    private static Stream<String> of(Change change) {
        return switch (change) {
            case Change.RuleAddition _, Change.RuleRemoval _ ->
                Arrays.stream(RuleField.values()).map(RuleField::wireName);
            case Change.RuleEdit edit -> edit.fields().keySet().stream().map(RuleField::wireName);
            case Change.ReleaseAddition addition ->
                Stream.concat(Stream.of("product", "read_only"), addition.manifest().parts().keySet().stream());
            case Change.ReleaseEdit edit -> edit.fields().keySet().stream().map(ChangedFields::name);
            case Change.ReleaseRemoval _ -> Stream.of("product", "read_only");
            case Change.PinEdit _ -> Stream.of("mapping");
            case Change.Unstaged unstaged ->
                ((RowChange<?>) unstaged).kind().columns().stream().map(RowKind.Column::name);
        };
    }

    private static String name(ReleaseField field) {
        return field instanceof ReleaseField.Part(String path) ? path : field.label();
    }
}
