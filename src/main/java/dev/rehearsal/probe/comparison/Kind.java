package dev.rehearsal.probe.comparison;

/** Names in what two answers can differ, in the order in which that is looked at. */
public enum Kind {
    STATUS("another status"),
    RULE("another rule"),
    RULE_VERSION("another version of the rule"),
    RELEASE("another release"),
    MEDIA_TYPE("another media type"),
    BYTES("other bytes");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
