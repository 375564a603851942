package dev.rehearsal.ui.rules;

import java.util.Locale;

/** What the form of a rule is for. */
enum RuleTask {
    ADD,
    EDIT,
    COPY;

    /** As it stands in the URL. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
