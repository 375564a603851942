package dev.rehearsal.ui.links;

import dev.rehearsal.problem.WireNamed;
import java.util.Optional;

/** The tasks that can be done to several rules at once. */
public enum ManyRulesTask implements WireNamed {
    /** Gives one field of each the same value. */
    EDIT,
    DELETE;

    public static Optional<ManyRulesTask> named(String wireName) {
        return WireNamed.find(ManyRulesTask.class, wireName);
    }
}
