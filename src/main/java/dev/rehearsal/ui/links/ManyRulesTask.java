package dev.rehearsal.ui.links;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done to several rules at once. */
public enum ManyRulesTask {
    /** Gives one field of each the same value. */
    EDIT,
    DELETE;

    /** As the address spells it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ManyRulesTask> named(String wireName) {
        return Arrays.stream(values())
                .filter(task -> task.wireName().equals(wireName))
                .findFirst();
    }
}
