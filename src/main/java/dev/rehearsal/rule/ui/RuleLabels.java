package dev.rehearsal.rule.ui;

import dev.rehearsal.matching.RuleField;
import org.jspecify.annotations.Nullable;

/** What the fields of a rule are called on screens, and what may be written into them. */
final class RuleLabels {

    private RuleLabels() {}

    static String label(RuleField field) {
        return switch (field) {
            case ALIAS -> "Alias";
            case PRIORITY -> "Priority";
            case MAPPING -> "Mapping";
            case FALLBACK_MAPPING -> "Fallback mapping";
            case BACKGROUND_RATE -> "Background rate";
            case UPDATE_TYPE -> "Update type";
            case PRODUCT -> "Product";
            case VERSION -> "Version";
            case CHANNEL -> "Channel";
            case BUILD_TARGET -> "Build target";
            case BUILD_ID -> "Build ID";
            case LOCALE -> "Locale";
            case OS_VERSION -> "OS version";
            case MEMORY -> "Memory";
            case INSTRUCTION_SET -> "Instruction set";
            case JAWS -> "JAWS";
            case MIG64 -> "mig64";
            case DISTRIBUTION -> "Distribution";
            case DIST_VERSION -> "Distribution version";
            case HEADER_ARCHITECTURE -> "Header architecture";
            case COMMENT -> "Comment";
        };
    }

    /** The unit that stands behind the value; null for none. */
    static @Nullable String unit(RuleField field) {
        return switch (field) {
            case BACKGROUND_RATE -> "%";
            case MEMORY -> "MB";
            default -> null;
        };
    }

    /** The forms that a value can have; null where they go without saying. */
    static @Nullable String hint(RuleField field) {
        return switch (field) {
            case ALIAS -> "A name for the API to address the rule by: a letter, then letters, digits and hyphens";
            case PRIORITY -> "Higher ones are asked first; of equal ones the rule with the lower number decides";
            case FALLBACK_MAPPING -> "What those get whom the background rate leaves out";
            case BACKGROUND_RATE -> "How many of the clients that ask by themselves get the mapping";
            case VERSION -> "36.0, or >=38.0a1, or 78.*, or several versions with commas";
            case CHANNEL -> "One channel, or the beginning of several with a star: release*";
            case BUILD_ID -> "20250101000000, or < <= > >= and a number; compared as text";
            case LOCALE -> "One or several with commas: ja,ja-JP-mac";
            case OS_VERSION ->
                "Parts with commas, any of which the client's system contains; && joins terms of one part";
            case MEMORY -> "Megabytes: 4096, or < <= > >= and a number";
            case INSTRUCTION_SET, DISTRIBUTION -> "One or several with commas";
            case JAWS -> "Whether an incompatible screen reader is there";
            case MIG64 -> "Whether the client can move to 64 bit";
            case HEADER_ARCHITECTURE -> "PPC or Intel, from the client's User-Agent";
            default -> null;
        };
    }

    /** A value as a table shows it; null for nothing. */
    static @Nullable String shown(RuleField field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        String unit = unit(field);
        return switch (value) {
            case Boolean flag -> flag ? "yes" : "no";
            default -> unit == null ? value.toString() : value + "\u00a0" + unit;
        };
    }
}
