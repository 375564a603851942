package dev.rehearsal.change;

import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleId;
import dev.rehearsal.staging.Change;
import dev.rehearsal.staging.FieldEdit;
import dev.rehearsal.staging.Tables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the title of a set out of what it changes. A set whose title was made follows its changes until a person writes one. */
public final class MadeTitle {

    private MadeTitle() {}

    /**
     * Returns text such as {@code #204 firefox-release: mapping → Firefox-150, backgroundRate → 25}; at most 200
     * characters.
     */
    public static String ofEdit(RuleId id, @Nullable String alias, Map<String, ? extends @Nullable Object> fields) {
        return ChangeSet.shortened(named(id, alias)
                + fields.entrySet().stream()
                        .map(field -> field.getKey() + " → " + text(field.getValue()))
                        .collect(Collectors.joining(", ", fields.isEmpty() ? "" : ": ", "")));
    }

    /** Returns text such as {@code Add a rule for Firefox on release}; null for every product, or every channel. */
    public static String ofAddition(@Nullable String product, @Nullable String channel) {
        return ChangeSet.shortened("Add a rule for %s on %s"
                .formatted(product == null ? "every product" : product, channel == null ? "every channel" : channel));
    }

    /** Returns text such as {@code Delete #204 firefox-release}. */
    public static String ofRemoval(RuleId id, @Nullable String alias) {
        return "Delete " + named(id, alias);
    }

    /**
     * Returns the title that follows the changes of a set, if the one that it has was made of those that it had.
     *
     * @param known the tables that name the rules
     */
    static String following(String title, List<Change> before, List<Change> after, Tables known) {
        return of(before, known)
                .filter(title::equals)
                .flatMap(made -> of(after, known))
                .orElse(title);
    }

    /** Empty where something else than rules is changed: such sets are given a title by what makes them. */
    private static Optional<String> of(List<Change> changes, Tables known) {
        List<Optional<String>> parts =
                changes.stream().map(change -> of(change, known)).toList();
        return parts.isEmpty() || parts.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(ChangeSet.shortened(
                        parts.stream().map(Optional::orElseThrow).collect(Collectors.joining("; "))));
    }

    private static Optional<String> of(Change change, Tables known) {
        return switch (change) {
            case Change.RuleAddition addition ->
                Optional.of(
                        ofAddition(addition.rule().product(), addition.rule().channel()));
            case Change.RuleEdit edit ->
                Optional.of(ofEdit(edit.rule(), alias(edit.rule(), known), values(edit.fields())));
            case Change.RuleRemoval removal -> Optional.of(ofRemoval(removal.rule(), alias(removal.rule(), known)));
            case Change.ReleaseAddition _,
                    Change.ReleaseEdit _,
                    Change.ReleaseRemoval _,
                    Change.PinEdit _,
                    Change.Unstaged _ -> Optional.empty();
        };
    }

    private static Map<String, @Nullable Object> values(Map<RuleField, FieldEdit> edits) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (RuleField field : RuleField.values()) {
            FieldEdit edit = edits.get(field);
            if (edit != null) {
                values.put(field.wireName(), edit.value());
            }
        }
        return values;
    }

    private static @Nullable String alias(RuleId id, Tables known) {
        Rule rule = known.rules().get(id);
        return rule == null ? null : rule.alias();
    }

    private static String named(RuleId id, @Nullable String alias) {
        return "#" + id + (alias == null ? "" : " " + alias);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "nothing";
            case Boolean flag -> flag ? "yes" : "no";
            case String text when text.isEmpty() -> "nothing";
            default -> value.toString();
        };
    }
}
