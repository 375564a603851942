package dev.rehearsal.api.json;

import org.jspecify.annotations.Nullable;

/** Query parameters that switch something on: {@code ?all}, {@code ?all=1} and {@code ?all=true} alike. */
public final class Flag {

    private Flag() {}

    public static boolean isOn(@Nullable String parameter) {
        return parameter != null && !parameter.equals("0") && !parameter.equals("false");
    }
}
