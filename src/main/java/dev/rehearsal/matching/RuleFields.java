package dev.rehearsal.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a rule as someone sent them, through a form, the API or a dataset: brought into the form in which they are
 * kept, and what is wrong with them.
 *
 * <p>Values are sent as a String, a whole number, a Boolean or null, by the names of {@link RuleField#wireName}; other
 * names are left to the caller. Whether a mapping names a release that exists, and whether an alias is free, is not
 * decided here.
 */
public final class RuleFields {

    /** @param sentence what is wrong and what to do, for a person */
    public record Problem(RuleField field, String sentence) {}

    private final Map<RuleField, @Nullable Object> values;
    private final List<Problem> problems;

    private RuleFields(Map<RuleField, @Nullable Object> values, List<Problem> problems) {
        this.values = Collections.unmodifiableMap(values);
        this.problems = List.copyOf(problems);
    }

    /** A rule that is to be made: mapping, priority, background rate and update type must be there. */
    public static RuleFields ofNewRule(Map<String, ? extends @Nullable Object> sent) {
        return read(sent, List.of(RuleField.values()), RuleFieldReader.typed());
    }

    /** The fields that an edit sets; the others are left as they are. */
    public static RuleFields ofEdit(Map<String, ? extends @Nullable Object> sent) {
        List<RuleField> edited = new ArrayList<>();
        for (RuleField field : RuleField.values()) {
            if (sent.containsKey(field.wireName())) {
                edited.add(field);
            }
        }
        return read(sent, edited, RuleFieldReader.typed());
    }

    /**
     * A rule from another table: kept as it is, also where it could not be saved today, since real tables hold such
     * rules. Refused is only what no table can hold: a wrong type, length, range or character.
     */
    public static RuleFields ofImport(Map<String, ? extends @Nullable Object> sent) {
        return read(sent, List.of(RuleField.values()), RuleFieldReader.stored());
    }

    private static RuleFields read(
            Map<String, ? extends @Nullable Object> sent, List<RuleField> fields, RuleFieldReader reader) {
        Map<RuleField, @Nullable Object> values = new EnumMap<>(RuleField.class);
        List<Problem> problems = new ArrayList<>();
        for (RuleField field : fields) {
            try {
                values.put(field, reader.read(field, sent.get(field.wireName())));
            } catch (RuleFieldReader.Refusal refusal) {
                problems.add(new Problem(field, refusal.sentence()));
            }
        }
        return new RuleFields(values, problems);
    }

    /** Empty if the fields can be saved. */
    public List<Problem> problems() {
        return problems;
    }

    /** The fields without a problem, in the form in which they are kept: a String, an Integer, a Boolean or null. */
    public Map<RuleField, @Nullable Object> values() {
        return values;
    }

    /**
     * The rule that a new or imported one becomes.
     *
     * @throws IllegalStateException if there are problems
     */
    public Rule toRule(RuleId id, int dataVersion) {
        return build(id, dataVersion, null);
    }

    /**
     * A rule with these fields set; its id and data version stay.
     *
     * @throws IllegalStateException if there are problems
     */
    public Rule applyTo(Rule rule) {
        return build(rule.id(), rule.dataVersion(), rule);
    }

    private Rule build(RuleId id, int dataVersion, @Nullable Rule base) {
        if (!problems.isEmpty()) {
            throw new IllegalStateException("These fields cannot be saved: " + problems);
        }
        return new Rule(
                id,
                text(RuleField.ALIAS, base),
                number(RuleField.PRIORITY, base),
                release(RuleField.MAPPING, base),
                release(RuleField.FALLBACK_MAPPING, base),
                number(RuleField.BACKGROUND_RATE, base),
                UpdateType.ofWireName(String.valueOf(value(RuleField.UPDATE_TYPE, base))),
                text(RuleField.PRODUCT, base),
                text(RuleField.VERSION, base),
                text(RuleField.CHANNEL, base),
                text(RuleField.BUILD_TARGET, base),
                text(RuleField.BUILD_ID, base),
                text(RuleField.LOCALE, base),
                text(RuleField.OS_VERSION, base),
                text(RuleField.MEMORY, base),
                text(RuleField.INSTRUCTION_SET, base),
                (Boolean) value(RuleField.JAWS, base),
                (Boolean) value(RuleField.MIG64, base),
                text(RuleField.DISTRIBUTION, base),
                text(RuleField.DIST_VERSION, base),
                text(RuleField.HEADER_ARCHITECTURE, base),
                text(RuleField.COMMENT, base),
                dataVersion);
    }

    private @Nullable Object value(RuleField field, @Nullable Rule base) {
        return base == null || values.containsKey(field) ? values.get(field) : field.read(base);
    }

    private @Nullable String text(RuleField field, @Nullable Rule base) {
        return (String) value(field, base);
    }

    private @Nullable ReleaseName release(RuleField field, @Nullable Rule base) {
        String name = text(field, base);
        return name == null ? null : new ReleaseName(name);
    }

    private int number(RuleField field, @Nullable Rule base) {
        return value(field, base) instanceof Integer number ? number : 0;
    }
}
