package dev.rehearsal.matching;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a rule that people set, with the names that Balrog's API, datasets and our tables use for them.
 *
 * <p>Values are {@link String}, {@link Integer}, {@link Boolean}, {@link ReleaseName} or {@link UpdateType}; absent is
 * null.
 */
public enum RuleColumn {
    ALIAS("alias", String.class),
    PRIORITY("priority", Integer.class),
    MAPPING("mapping", ReleaseName.class),
    FALLBACK_MAPPING("fallbackMapping", ReleaseName.class),
    BACKGROUND_RATE("backgroundRate", Integer.class),
    UPDATE_TYPE("update_type", UpdateType.class),
    PRODUCT("product", String.class),
    VERSION("version", String.class),
    CHANNEL("channel", String.class),
    BUILD_TARGET("buildTarget", String.class),
    BUILD_ID("buildID", String.class),
    LOCALE("locale", String.class),
    OS_VERSION("osVersion", String.class),
    MEMORY("memory", String.class),
    INSTRUCTION_SET("instructionSet", String.class),
    JAWS("jaws", Boolean.class),
    MIG64("mig64", Boolean.class),
    DISTRIBUTION("distribution", String.class),
    DIST_VERSION("distVersion", String.class),
    HEADER_ARCHITECTURE("headerArchitecture", String.class),
    COMMENT("comment", String.class);

    private static final Map<String, RuleColumn> BY_WIRE_NAME = new HashMap<>();

    static {
        for (RuleColumn column : values()) {
            BY_WIRE_NAME.put(column.wireName, column);
        }
    }

    private final String wireName;
    private final Class<?> type;

    RuleColumn(String wireName, Class<?> type) {
        this.wireName = wireName;
        this.type = type;
    }

    public String wireName() {
        return wireName;
    }

    public Class<?> type() {
        return type;
    }

    public static @Nullable RuleColumn byWireName(String wireName) {
        return BY_WIRE_NAME.get(wireName);
    }

    public @Nullable Object of(Rule rule) {
        return switch (this) {
            case ALIAS -> rule.alias();
            case PRIORITY -> rule.priority();
            case MAPPING -> rule.mapping();
            case FALLBACK_MAPPING -> rule.fallbackMapping();
            case BACKGROUND_RATE -> rule.backgroundRate();
            case UPDATE_TYPE -> rule.updateType();
            case PRODUCT -> rule.product();
            case VERSION -> rule.version();
            case CHANNEL -> rule.channel();
            case BUILD_TARGET -> rule.buildTarget();
            case BUILD_ID -> rule.buildId();
            case LOCALE -> rule.locale();
            case OS_VERSION -> rule.osVersion();
            case MEMORY -> rule.memory();
            case INSTRUCTION_SET -> rule.instructionSet();
            case JAWS -> rule.jaws();
            case MIG64 -> rule.mig64();
            case DISTRIBUTION -> rule.distribution();
            case DIST_VERSION -> rule.distVersion();
            case HEADER_ARCHITECTURE -> rule.headerArchitecture();
            case COMMENT -> rule.comment();
        };
    }

    /** The columns that hold something; absent ones are not in the map. */
    public static Map<RuleColumn, Object> valuesOf(Rule rule) {
        Map<RuleColumn, Object> values = new EnumMap<>(RuleColumn.class);
        for (RuleColumn column : values()) {
            Object value = column.of(rule);
            if (value != null) {
                values.put(column, value);
            }
        }
        return values;
    }

    /**
     * A rule of these values.
     *
     * @throws NullPointerException if priority, background rate or update type is missing
     */
    public static Rule rule(RuleId id, Map<RuleColumn, ? extends @Nullable Object> values, int dataVersion) {
        return new Rule(
                id,
                (String) values.get(ALIAS),
                required(values, PRIORITY, Integer.class),
                (ReleaseName) values.get(MAPPING),
                (ReleaseName) values.get(FALLBACK_MAPPING),
                required(values, BACKGROUND_RATE, Integer.class),
                required(values, UPDATE_TYPE, UpdateType.class),
                (String) values.get(PRODUCT),
                (String) values.get(VERSION),
                (String) values.get(CHANNEL),
                (String) values.get(BUILD_TARGET),
                (String) values.get(BUILD_ID),
                (String) values.get(LOCALE),
                (String) values.get(OS_VERSION),
                (String) values.get(MEMORY),
                (String) values.get(INSTRUCTION_SET),
                (Boolean) values.get(JAWS),
                (Boolean) values.get(MIG64),
                (String) values.get(DISTRIBUTION),
                (String) values.get(DIST_VERSION),
                (String) values.get(HEADER_ARCHITECTURE),
                (String) values.get(COMMENT),
                dataVersion);
    }

    private static <T> T required(
            Map<RuleColumn, ? extends @Nullable Object> values, RuleColumn column, Class<T> type) {
        return type.cast(Objects.requireNonNull(values.get(column), column.wireName));
    }
}
