package dev.rehearsal.insight.impact;

import dev.rehearsal.matching.MozillaVersion;
import dev.rehearsal.serve.impact.RequestClass;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Says whom requests come from, by system and version. */
final class Losers {

    private static final int MOST_SYSTEMS = 3;

    private final Map<String, Long> systems = new TreeMap<>();
    private @Nullable Version lowest;
    private @Nullable Version highest;

    private record Version(String text, MozillaVersion parsed) {}

    void add(RequestClass asked) {
        systems.merge(SystemName.of(asked.query()), asked.requests(), Long::sum);
        MozillaVersion parsed = MozillaVersion.tryParse(asked.query().version());
        if (parsed != null) {
            Version version = new Version(asked.query().version(), parsed);
            lowest = lowest == null || parsed.compareTo(lowest.parsed()) < 0 ? version : lowest;
            highest = highest == null || parsed.compareTo(highest.parsed()) > 0 ? version : highest;
        }
    }

    /** Returns text such as {@code Windows 7 or Windows 8, version 102.0 to 115.12}; empty for nobody. */
    String told() {
        if (systems.isEmpty()) {
            return "";
        }
        String where =
                systems.size() > MOST_SYSTEMS ? systems.size() + " systems" : String.join(" or ", systems.keySet());
        if (lowest == null || highest == null) {
            return where;
        }
        return lowest.text().equals(highest.text())
                ? "%s, version %s".formatted(where, lowest.text())
                : "%s, version %s to %s".formatted(where, lowest.text(), highest.text());
    }
}
