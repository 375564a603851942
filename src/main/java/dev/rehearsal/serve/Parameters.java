package dev.rehearsal.serve;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query string of an update URL. Of a parameter given twice the last counts; one that the route does not declare
 * makes the whole request a 400 (Balrog facts).
 *
 * @param refusal why the request is refused; null where it is not
 */
record Parameters(
        @Nullable String force,
        @Nullable String mig64,
        @Nullable String pin,
        @Nullable String refusal) {

    private static final Parameters NONE = new Parameters(null, null, null, null);

    static Parameters parse(@Nullable String rawQuery, Set<String> declared) {
        if (rawQuery == null || rawQuery.isEmpty()) {
            return NONE;
        }
        String force = null;
        String mig64 = null;
        String pin = null;
        StringBuilder undeclared = null;
        int start = 0;
        while (start < rawQuery.length()) {
            int ampersand = rawQuery.indexOf('&', start);
            int end = ampersand < 0 ? rawQuery.length() : ampersand;
            if (end > start) {
                int equals = rawQuery.indexOf('=', start);
                int nameEnd = equals < 0 || equals > end ? end : equals;
                String name = UrlText.decodeParameter(rawQuery.substring(start, nameEnd));
                String value = UrlText.decodeParameter(rawQuery.substring(Math.min(nameEnd + 1, end), end));
                if (!declared.contains(name)) {
                    undeclared = undeclared == null ? new StringBuilder() : undeclared.append(", ");
                    undeclared.append(name);
                }
                switch (name) {
                    case "force" -> force = value;
                    case "mig64" -> mig64 = value;
                    case "pin" -> pin = value;
                    default -> {}
                }
            }
            start = end + 1;
        }
        return new Parameters(force, mig64, pin, refusal(undeclared, pin));
    }

    private static @Nullable String refusal(@Nullable StringBuilder undeclared, @Nullable String pin) {
        if (undeclared != null) {
            return "Extra query parameter(s) " + undeclared + " not in spec";
        }
        return pin != null && pin.isEmpty() ? "'' is too short" : null;
    }
}
