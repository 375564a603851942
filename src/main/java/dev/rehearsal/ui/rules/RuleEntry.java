package dev.rehearsal.ui.rules;

import dev.rehearsal.change.MadeTitle;
import dev.rehearsal.change.Proposal;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.RuleFields;
import dev.rehearsal.matching.RuleId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is entered in a form.
 *
 * @param edited the rule that it edits; null where it makes one
 * @param id that a rule which is made has already, since a set adds it; null for none
 * @param dataVersion of the live rule that is edited; null where it is not live
 * @param texts as they stand in the fields; empty for nothing
 */
record RuleEntry(
        @Nullable Rule edited,
        @Nullable RuleId id,
        @Nullable Integer dataVersion,
        Map<RuleField, String> texts) {

    static final String YES = "yes";
    static final String NO = "no";

    /** The text that stands in the field for a value. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean flag -> flag ? YES : NO;
            default -> value.toString();
        };
    }

    static Map<RuleField, String> textsOf(Rule rule) {
        Map<RuleField, String> texts = new EnumMap<>(RuleField.class);
        for (RuleField field : RuleField.values()) {
            texts.put(field, text(field.read(rule)));
        }
        return texts;
    }

    /** Returns what is wrong with one field by itself. */
    static List<RuleFields.Problem> problems(RuleField field, String text) {
        return RuleFields.ofEdit(Collections.singletonMap(field.wireName(), value(field, text)))
                .problems();
    }

    private static @Nullable Object value(RuleField field, String text) {
        return switch (field.kind()) {
            case TEXT, NUMBER -> text;
            case FLAG -> text.isEmpty() ? null : (Boolean) text.equals(YES);
        };
    }

    /** By the names of the API: all fields of a rule that is made, of one that is edited those that differ. */
    Map<String, @Nullable Object> sent() {
        Map<String, @Nullable Object> sent = new LinkedHashMap<>();
        texts.forEach((field, text) -> {
            if (edited == null || differs(field, text, edited)) {
                sent.put(field.wireName(), value(field, text));
            }
        });
        return sent;
    }

    /** A value that is only written otherwise does not differ. */
    private static boolean differs(RuleField field, String text, Rule rule) {
        Object before = field.read(rule);
        if (text.equals(text(before))) {
            return false;
        }
        RuleFields read = RuleFields.ofEdit(Collections.singletonMap(field.wireName(), value(field, text)));
        return !read.problems().isEmpty() || !Objects.equals(read.values().get(field), before);
    }

    boolean changesNothing() {
        return edited != null && sent().isEmpty();
    }

    private RuleFields read() {
        return edited == null ? RuleFields.ofNewRule(sent()) : RuleFields.ofEdit(sent());
    }

    Map<RuleField, String> problems() {
        Map<RuleField, String> problems = new EnumMap<>(RuleField.class);
        read().problems().forEach(problem -> problems.putIfAbsent(problem.field(), problem.sentence()));
        return problems;
    }

    /** The rule as it would be; null as long as there are problems. */
    @Nullable
    Rule rule() {
        RuleFields fields = read();
        if (!fields.problems().isEmpty()) {
            return null;
        }
        return edited == null ? fields.toRule(id == null ? RuleId.NOT_GIVEN_YET : id, 1) : fields.applyTo(edited);
    }

    Proposal proposal() {
        Map<String, @Nullable Object> fields = new HashMap<>(sent());
        return edited == null
                ? new Proposal.AddRule(id, fields)
                : new Proposal.EditRule(edited.id(), dataVersion, fields);
    }

    /** Returns what a set is called that nobody gave another title; at most 200 characters. */
    String title() {
        return edited == null
                ? MadeTitle.ofAddition(textIfAny(RuleField.PRODUCT), textIfAny(RuleField.CHANNEL))
                : MadeTitle.ofEdit(edited.id(), edited.alias(), sent());
    }

    private @Nullable String textIfAny(RuleField field) {
        String text = texts.getOrDefault(field, "");
        return text.isEmpty() ? null : text;
    }
}
