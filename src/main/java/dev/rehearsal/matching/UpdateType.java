package dev.rehearsal.matching;

import java.util.Locale;

/** What a client is told about the weight of an update; the {@code type} attribute of the answer. */
public enum UpdateType {
    MINOR,
    MAJOR;

    /** The spelling in rules and in answers: {@code minor}, {@code major}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
