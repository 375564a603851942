package dev.rehearsal.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A constant of an enum with a name in the API, in addresses and in the database: its own, in lower case. */
public interface WireNamed {

    String name();

    default String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E> & WireNamed> Optional<E> find(Class<E> type, String wireName) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.wireName().equals(wireName))
                .findFirst();
    }
}
