package dev.rehearsal.api;

import org.jspecify.annotations.Nullable;

/** Query parameters that switch something on: {@code ?all}, {@code ?all=1} and {@code ?all=true} alike. */
final class Flag {

    private Flag() {}

    static boolean isOn(@Nullable String parameter) {
        return parameter != null && !parameter.equals("0") && !parameter.equals("false");
    }
}
