package dev.rehearsal.ui.links;

import java.util.Locale;

/** What the form of a rule is for. */
public enum RuleTask {
    ADD,
    EDIT,
    COPY;

    /** As it stands in the URL. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
