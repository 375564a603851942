package dev.rehearsal.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a permission can be narrowed to; {@link #wireName()} is how Balrog spells it. */
public enum Action {
    CREATE,
    MODIFY,
    DELETE,
    SET,
    UNSET,
    VIEW,
    ENACT;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Action> named(String wireName) {
        return Arrays.stream(values())
                .filter(action -> action.wireName().equals(wireName))
                .findFirst();
    }
}
