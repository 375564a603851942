package dev.rehearsal.api.json;

import dev.rehearsal.change.RowKind;
import dev.rehearsal.change.RowKinds;
import dev.rehearsal.matching.RuleField;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of object that a change of a set can be about.
 *
 * @param fields that such a change has
 * @param kind null for what is staged
 */
public record ChangedObject(
        String wireName, Set<String> fields, @Nullable RowKind<?> kind) {

    public static final ChangedObject RULE = new ChangedObject("rule", ruleFields(), null);
    public static final ChangedObject RELEASE =
            new ChangedObject("release", Set.of("name", "product", "read_only", "blob"), null);
    public static final ChangedObject PIN =
            new ChangedObject("pin", Set.of("product", "channel", "version", "mapping"), null);

    private static final List<ChangedObject> ALL = Stream.concat(
                    Stream.of(RULE, RELEASE, PIN), RowKinds.ALL.stream().map(ChangedObject::of))
            .toList();

    static Optional<ChangedObject> named(String wireName) {
        return ALL.stream().filter(object -> object.wireName.equals(wireName)).findFirst();
    }

    /** Returns all names, for a sentence. */
    static String all() {
        return ALL.stream().map(ChangedObject::wireName).collect(Collectors.joining(", "));
    }

    public static ChangedObject of(RowKind<?> kind) {
        return new ChangedObject(
                kind.word(), kind.isNumbered() ? with(kind.fieldNames(), "id") : kind.fieldNames(), kind);
    }

    private static Set<String> ruleFields() {
        return with(Arrays.stream(RuleField.values()).map(RuleField::wireName).collect(Collectors.toSet()), "rule_id");
    }

    private static Set<String> with(Set<String> fields, String another) {
        Set<String> all = new HashSet<>(fields);
        all.add(another);
        return Set.copyOf(all);
    }
}
