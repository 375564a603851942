package dev.rehearsal.blob;

import dev.rehearsal.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;

/**
 * Finds groups of a schema 9 update line that set the same field although one query can meet the conditions of both.
 *
 * <p>What counts as one query meeting both is what Balrog counts, gaps included: a blob that it accepts is accepted.
 */
final class UpdateLineConflicts {

    private UpdateLineConflicts() {}

    static List<Problem> of(JsonNode blob) {
        List<Problem> problems = new ArrayList<>();
        JsonNode groups = blob.path("updateLine");
        for (int later = 1; later < groups.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                addConflicts(groups, earlier, later, problems);
            }
        }
        return problems;
    }

    private static void addConflicts(JsonNode groups, int earlier, int later, List<Problem> problems) {
        JsonNode one = groups.path(earlier);
        JsonNode other = groups.path(later);
        List<String> shared = other.path("fields").propertyNames().stream()
                .filter(one.path("fields")::has)
                .toList();
        if (!shared.isEmpty() && canBothApply(one.path("for"), other.path("for")) && !areEqual(one, other)) {
            for (String field : shared) {
                problems.add(new Problem(
                        "updateLine[" + later + "].fields." + field,
                        "updateLine[" + earlier + "] sets this too, and one query can meet the conditions of both."));
            }
        }
    }

    /** Two groups that say the same cannot contradict each other. */
    private static boolean areEqual(JsonNode one, JsonNode other) {
        return Arrays.equals(CanonicalJson.bytes(one), CanonicalJson.bytes(other));
    }

    private static boolean canBothApply(JsonNode one, JsonNode other) {
        return overlap(one, other, "channels", Overlap::ofChannels)
                && shareLocale(one.path("locales"), other.path("locales"))
                && overlap(one, other, "versions", Overlap::ofVersions)
                && overlap(one, other, "buildIDs", Overlap::ofBuildIds);
    }

    /** Lists of locales are long, and either one is the same or none. */
    private static boolean shareLocale(JsonNode one, JsonNode other) {
        if (one.isMissingNode() || other.isMissingNode()) {
            return true;
        }
        Set<String> locales = new HashSet<>();
        one.forEach(locale -> locales.add(locale.stringValue()));
        return other.valueStream().anyMatch(locale -> locales.contains(locale.stringValue()));
    }

    private static boolean overlap(
            JsonNode one, JsonNode other, String condition, BiPredicate<String, String> overlap) {
        if (!one.has(condition) || !other.has(condition)) {
            return true;
        }
        for (JsonNode value : one.path(condition)) {
            for (JsonNode otherValue : other.path(condition)) {
                if (overlap.test(value.stringValue(), otherValue.stringValue())) {
                    return true;
                }
            }
        }
        return false;
    }
}
