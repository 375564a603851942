package dev.rehearsal.access;

import dev.rehearsal.problem.WireNamed;
import java.util.Optional;

/** The actions that a permission can be narrowed to; {@link #wireName()} is how Balrog spells each. */
public enum Action implements WireNamed {
    CREATE,
    MODIFY,
    DELETE,
    SET,
    UNSET,
    VIEW,
    ENACT;

    public static Optional<Action> named(String wireName) {
        return WireNamed.find(Action.class, wireName);
    }
}
