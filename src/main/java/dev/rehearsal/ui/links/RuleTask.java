package dev.rehearsal.ui.links;

import dev.rehearsal.problem.WireNamed;

/** The tasks that the form of a rule is for. */
public enum RuleTask implements WireNamed {
    ADD,
    EDIT,
    COPY;

    /** As it stands in the URL. */
}
