package dev.rehearsal.insight.fingerprint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Puts names in a row, as people do: {@code de, fr and 95 more}. */
final class NameList {

    private static final int NAMED = 3;

    private NameList() {}

    static String of(Collection<String> names) {
        List<String> said = new ArrayList<>(names);
        if (said.size() > NAMED + 1) {
            int more = said.size() - NAMED;
            said = new ArrayList<>(said.subList(0, NAMED));
            said.add(more + " more");
        }
        return said.size() < 2
                ? String.join("", said)
                : String.join(", ", said.subList(0, said.size() - 1)) + " and " + said.getLast();
    }
}
