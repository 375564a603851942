package dev.rehearsal.ui.rules;

import dev.rehearsal.matching.RuleField;
import dev.rehearsal.ui.frame.Messages;
import org.jspecify.annotations.Nullable;

/** The labels of a rule's fields on screens, with what may be written into them. */
final class RuleLabels {

    private static final Messages MESSAGES = Messages.beside(RuleLabels.class);

    private RuleLabels() {}

    static String label(RuleField field) {
        return MESSAGES.get("field." + field.wireName());
    }

    /** The unit that stands behind the value; null for none. */
    static @Nullable String unit(RuleField field) {
        return switch (field) {
            case BACKGROUND_RATE -> MESSAGES.get("unit.percent");
            case MEMORY -> MESSAGES.get("unit.megabytes");
            default -> null;
        };
    }

    /** The forms that a value can have; null where they go without saying. */
    static @Nullable String hint(RuleField field) {
        return switch (field) {
            case ALIAS,
                    PRIORITY,
                    FALLBACK_MAPPING,
                    BACKGROUND_RATE,
                    VERSION,
                    CHANNEL,
                    BUILD_ID,
                    LOCALE,
                    OS_VERSION,
                    MEMORY,
                    INSTRUCTION_SET,
                    JAWS,
                    MIG64,
                    DISTRIBUTION,
                    HEADER_ARCHITECTURE -> MESSAGES.get("hint." + field.wireName());
            case MAPPING, UPDATE_TYPE, PRODUCT, BUILD_TARGET, DIST_VERSION, COMMENT -> null;
        };
    }

    /** A value as a table shows it; null for nothing. */
    static @Nullable String shown(RuleField field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        String unit = unit(field);
        return switch (value) {
            case Boolean flag -> flag ? MESSAGES.get("value.yes") : MESSAGES.get("value.no");
            default -> unit == null ? value.toString() : value + "\u00a0" + unit;
        };
    }
}
