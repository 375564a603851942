package dev.rehearsal.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an API token is good for, within what its person may do. */
public enum TokenScope {
    /** Looking only: GET and HEAD. */
    READ,
    WRITE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TokenScope> named(String wireName) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName().equals(wireName))
                .findFirst();
    }
}
