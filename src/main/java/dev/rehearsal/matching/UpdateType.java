package dev.rehearsal.matching;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The update type tells a client the weight of an update; it is the {@code type} attribute of the answer. */
public enum UpdateType {
    MINOR,
    MAJOR;

    private final String wireName = name().toLowerCase(Locale.ROOT);

    /** The spelling in rules and in answers: {@code minor}, {@code major}. */
    public String wireName() {
        return wireName;
    }

    /** @throws IllegalArgumentException for any other spelling */
    public static UpdateType ofWireName(String wireName) {
        UpdateType type = tryOfWireName(wireName);
        if (type == null) {
            throw new IllegalArgumentException("No update type: " + wireName);
        }
        return type;
    }

    /** Reads an update type; returns null where {@link #ofWireName} throws. */
    public static @Nullable UpdateType tryOfWireName(String wireName) {
        for (UpdateType type : values()) {
            if (type.wireName.equals(wireName)) {
                return type;
            }
        }
        return null;
    }
}
