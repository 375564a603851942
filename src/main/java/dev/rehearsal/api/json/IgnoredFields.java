package dev.rehearsal.api.json;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells of what a body says of a rule that means nothing, in a header {@code Warning}. Balrog takes such a body, and its
 * clients send some (a Balrog fact); it may all the same be a misspelt column.
 */
public final class IgnoredFields {

    /** What is listed of any scheduled change, or sent along by Balrog's clients. */
    public static final Set<String> OF_SCHEDULED_CHANGES = Set.of(
            "sc_id",
            "sc_data_version",
            "when",
            "change_type",
            "data_version",
            "complete",
            "scheduled_by",
            "signoffs",
            "required_signoffs",
            "telemetry_product",
            "telemetry_channel",
            "telemetry_uptake",
            "csrf_token");

    private static final int LONGEST_NAME = 40;
    private static final int MOST_NAMES = 10;

    private IgnoredFields() {}

    public static void warnOf(ObjectNode rule, HttpServletResponse response) {
        List<String> ignored = rule.propertyNames().stream()
                .filter(name -> !RuleJson.isColumn(name) && !OF_SCHEDULED_CHANGES.contains(name))
                .limit(MOST_NAMES)
                .map(IgnoredFields::printable)
                .toList();
        if (!ignored.isEmpty()) {
            response.addHeader(
                    "Warning",
                    "299 - \"A rule has no such column, so this was ignored: %s\""
                            .formatted(String.join(", ", ignored)));
        }
    }

    /** What a header can carry of a name that anybody may have made up. */
    private static String printable(String name) {
        String safe = name.chars()
                .limit(LONGEST_NAME)
                .mapToObj(letter -> letter > ' ' && letter < 127 && letter != '"' && letter != '\\'
                        ? Character.toString(letter)
                        : "?")
                .collect(Collectors.joining());
        return safe.isEmpty() ? "?" : safe;
    }
}
