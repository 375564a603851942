package dev.rehearsal.matching;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields that an admin can set on a rule: every column but its id and data version, in the order that forms and
 * diffs use.
 */
public enum RuleField {
    ALIAS("alias", Kind.TEXT, 50, Rule::alias),
    PRIORITY("priority", Kind.NUMBER, Integer.MAX_VALUE, Rule::priority),
    MAPPING("mapping", Kind.TEXT, 100, rule -> text(rule.mapping())),
    FALLBACK_MAPPING("fallbackMapping", Kind.TEXT, 100, rule -> text(rule.fallbackMapping())),
    BACKGROUND_RATE("backgroundRate", Kind.NUMBER, 100, Rule::backgroundRate),
    UPDATE_TYPE("update_type", Kind.TEXT, 15, rule -> rule.updateType().wireName()),
    PRODUCT("product", Kind.TEXT, 15, Rule::product),
    VERSION("version", Kind.TEXT, 75, Rule::version),
    CHANNEL("channel", Kind.TEXT, 75, Rule::channel),
    BUILD_TARGET("buildTarget", Kind.TEXT, 75, Rule::buildTarget),
    BUILD_ID("buildID", Kind.TEXT, 20, Rule::buildId),
    LOCALE("locale", Kind.TEXT, 200, Rule::locale),
    OS_VERSION("osVersion", Kind.TEXT, 1000, Rule::osVersion),
    MEMORY("memory", Kind.TEXT, 100, Rule::memory),
    INSTRUCTION_SET("instructionSet", Kind.TEXT, 1000, Rule::instructionSet),
    JAWS("jaws", Kind.FLAG, 0, Rule::jaws),
    MIG64("mig64", Kind.FLAG, 0, Rule::mig64),
    DISTRIBUTION("distribution", Kind.TEXT, 2000, Rule::distribution),
    DIST_VERSION("distVersion", Kind.TEXT, 100, Rule::distVersion),
    HEADER_ARCHITECTURE("headerArchitecture", Kind.TEXT, 10, Rule::headerArchitecture),
    COMMENT("comment", Kind.TEXT, 500, Rule::comment);

    /** The greatest length of a product's name, in every table that has one. */
    public static final int LONGEST_PRODUCT = PRODUCT.limit;

    /** The greatest length of a channel's name, in every table that has one. */
    public static final int LONGEST_CHANNEL = CHANNEL.limit;

    /** The kinds of value that a field holds. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** True, false, or null for either. */
        FLAG
    }

    private final String wireName;
    private final Kind kind;
    private final int limit;
    private final Function<Rule, @Nullable Object> reading;

    RuleField(String wireName, Kind kind, int limit, Function<Rule, @Nullable Object> reading) {
        this.wireName = wireName;
        this.kind = kind;
        this.limit = limit;
        this.reading = reading;
    }

    /** The name in Balrog's API and in datasets, such as {@code buildID}. */
    public String wireName() {
        return wireName;
    }

    public Kind kind() {
        return kind;
    }

    /** The greatest length of a text in characters, or the greatest number; both start at 0. */
    public int limit() {
        return limit;
    }

    /** The value as the API shows it: a String, an Integer, a Boolean or null. */
    public @Nullable Object read(Rule rule) {
        return reading.apply(rule);
    }

    /** Returns the field with this name in the API, null for a name that is no field of a rule that can be set. */
    public static @Nullable RuleField named(String wireName) {
        for (RuleField field : values()) {
            if (field.wireName.equals(wireName)) {
                return field;
            }
        }
        return null;
    }

    private static @Nullable String text(@Nullable ReleaseName name) {
        return name == null ? null : name.value();
    }
}
