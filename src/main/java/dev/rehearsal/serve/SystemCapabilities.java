package dev.rehearsal.serve;

import dev.rehearsal.matching.PythonInteger;
import org.jspecify.annotations.Nullable;

/**
 * The capabilities of a client's hardware, as {@code /update/6} URLs tell them: {@code ISET:SSE4_2,MEM:8192,JAWS:0} or
 * the older {@code SSE3,8192}.
 */
record SystemCapabilities(
        @Nullable String instructionSet,
        @Nullable Integer memory,
        @Nullable Boolean jaws) {

    /** For URLs that do not carry them. */
    static final SystemCapabilities NOT_SENT = new SystemCapabilities("", null, null);

    private static final String NEW_FORM = "ISET:";

    /** Never fails: what cannot be read is null (a Balrog fact). */
    static SystemCapabilities parse(String text) {
        return text.startsWith(NEW_FORM) ? parseLabelled(text) : parsePositional(text);
    }

    private static SystemCapabilities parseLabelled(String text) {
        String instructionSet = null;
        Integer memory = null;
        Boolean jaws = null;
        int start = 0;
        while (start <= text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            int colon = text.indexOf(':', start);
            if (colon >= 0 && colon < end) {
                String value = text.substring(colon + 1, end);
                if (isLabel(text, start, colon, "ISET")) {
                    instructionSet = value;
                } else if (isLabel(text, start, colon, "MEM")) {
                    memory = number(value);
                } else if (isLabel(text, start, colon, "JAWS")) {
                    Integer flag = number(value);
                    jaws = flag == null ? null : flag != 0;
                }
            }
            start = end + 1;
        }
        return new SystemCapabilities(instructionSet, memory, jaws);
    }

    private static boolean isLabel(String text, int start, int end, String label) {
        return end - start == label.length() && text.startsWith(label, start);
    }

    private static SystemCapabilities parsePositional(String text) {
        int comma = text.indexOf(',');
        if (comma < 0) {
            return new SystemCapabilities(text, null, null);
        }
        if (text.indexOf(',', comma + 1) >= 0) {
            return new SystemCapabilities(null, null, null);
        }
        return new SystemCapabilities(text.substring(0, comma), number(text.substring(comma + 1)), null);
    }

    /** What an int cannot hold becomes the int nearest to it: no machine has so much memory. */
    private static @Nullable Integer number(String text) {
        return PythonInteger.nearestInt(text);
    }
}
