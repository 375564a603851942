package dev.rehearsal.access;

import dev.rehearsal.problem.WireNamed;
import java.util.Optional;

/** The scopes of an API token say what it is good for, within what its person may do. */
public enum TokenScope implements WireNamed {
    /** Looking only: GET and HEAD. */
    READ,
    WRITE;

    public static Optional<TokenScope> named(String wireName) {
        return WireNamed.find(TokenScope.class, wireName);
    }
}
