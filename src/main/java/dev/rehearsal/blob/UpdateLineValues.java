package dev.rehearsal.blob;

import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.BuildIdPattern;
import dev.rehearsal.matching.PythonInteger;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.VersionPattern;
import dev.rehearsal.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Checks whether the versions and buildIDs in the conditions of an update line can be compared with what clients send.
 */
final class UpdateLineValues {

    private static final String ANY_SOUND_VERSION = "5.0";

    private UpdateLineValues() {}

    static List<Problem> problems(JsonNode blob) {
        List<Problem> problems = new ArrayList<>();
        JsonNode groups = blob.path("updateLine");
        for (int i = 0; i < groups.size(); i++) {
            JsonNode conditions = groups.path(i).path("for");
            String place = "updateLine[" + i + "].for.";
            check(conditions, place, "versions", UpdateLineValues::isVersion, problems);
            check(conditions, place, "buildIDs", UpdateLineValues::isBuildId, problems);
        }
        return problems;
    }

    private static void check(
            JsonNode conditions, String place, String field, Predicate<String> isSound, List<Problem> problems) {
        JsonNode values = conditions.path(field);
        for (int i = 0; i < values.size(); i++) {
            String value = values.path(i).stringValue();
            if (!value.isEmpty() && !isSound.test(value)) {
                problems.add(new Problem(
                        place + field + "[" + i + "]",
                        "'" + value + "' is nothing to compare with; examples are "
                                + (field.equals("versions") ? "68.0, <68.0 and 78.*" : "20190705220548 and <20190705")
                                + "."));
            }
        }
    }

    private static boolean isVersion(String value) {
        String[] parts = value.split(",", -1);
        for (String part : parts) {
            boolean exact = !part.endsWith("*") && !Overlap.isComparison(part);
            if (!canBeCompared(part) || (parts.length > 1 && !exact)) {
                return false;
            }
        }
        return true;
    }

    private static boolean canBeCompared(String version) {
        try {
            VersionPattern.of(version).matches(ANY_SOUND_VERSION);
            return true;
        } catch (BadQueryException | UnanswerableException e) {
            return false;
        }
    }

    private static boolean isBuildId(String value) {
        try {
            BuildIdPattern.of(value).matches("");
        } catch (UnanswerableException e) {
            return false;
        }
        return PythonInteger.parse(Overlap.withoutOperator(value)) != null;
    }
}
