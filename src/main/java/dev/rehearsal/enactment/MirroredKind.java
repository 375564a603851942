package dev.rehearsal.enactment;

import java.util.List;

/**
 * Names the kinds of rows that a followed source can show. Those that it shows are mirrored, and cannot be written
 * here.
 */
public enum MirroredKind {
    RULES("rules", "rule", "rules_history"),
    RELEASES("releases", "release", "releases_history", "release_parts_history"),
    PINS("pins", "pin", "pins_history"),
    SHUTOFFS("emergency shutoffs", "emergency_shutoff", "shutoffs_history"),
    REQUIREMENTS("required signoffs", "required_signoff", "required_signoffs_history"),
    PERMISSION_REQUIREMENTS("required signoffs", "permission_signoff", "permission_signoffs_history"),
    PERMISSIONS("permissions", "permission", "permissions_history"),
    ROLES("roles", "role", "user_roles_history"),
    /** Scheduled changes of what is mirrored. Nothing of this kind is in a table of its own. */
    SETS("scheduled changes", "");

    private final String words;
    private final String object;
    private final List<String> histories;

    MirroredKind(String words, String object, String... histories) {
        this.words = words;
        this.object = object;
        this.histories = List.of(histories);
    }

    /** Returns how people call them. */
    public String words() {
        return words;
    }

    /** Returns what the changes of a set call one; empty for none. */
    public String object() {
        return object;
    }

    /** Returns the tables in which each write of one leaves a row. */
    public List<String> histories() {
        return histories;
    }
}
