package dev.rehearsal.dataset;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The top-level parts of a dataset; each is an array and may be absent. */
enum DatasetPart {
    RULES("rules"),
    RELEASES("releases"),
    EMERGENCY_SHUTOFFS("emergency_shutoffs"),
    PINNABLE_RELEASES("pinnable_releases"),
    CHANNEL_MAPPINGS("channel_mappings"),
    CHANGE_SETS("change_sets"),
    REQUIRED_SIGNOFFS("required_signoffs"),
    PEOPLE("people"),
    GATES("gates"),
    FREEZE_WINDOWS("freeze_windows"),
    GUARD_RAILS("guard_rails"),
    URGENT_ROLES("urgent_roles"),
    PROBES("probes"),
    VERDICTS("verdicts");

    private final String key;

    DatasetPart(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    static @Nullable DatasetPart named(String key) {
        return Arrays.stream(values())
                .filter(part -> part.key.equals(key))
                .findFirst()
                .orElse(null);
    }

    static String keys() {
        return Arrays.stream(values()).map(DatasetPart::key).collect(Collectors.joining(", "));
    }
}
