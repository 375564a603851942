package dev.rehearsal.blob;

import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Checks a release's row and its blob's name for what must hold whatever the schema. */
public final class ReleaseChecks {

    private static final int LONGEST_NAME = 100;

    private ReleaseChecks() {}

    public static List<Problem> problems(ReleaseName name, String product, JsonNode blob) {
        List<Problem> problems = problemsOfRow(name, product);
        JsonNode inBlob = blob.path("name");
        if (inBlob.isString() && !inBlob.asString().equals(name.value())) {
            problems.add(new Problem(
                    "name", "'%s' must be the release's name, '%s'".formatted(inBlob.asString(), name.value())));
        }
        return problems;
    }

    /** Returns what keeps any release from having this name and product, whatever its blob. */
    public static List<Problem> problemsOfRow(ReleaseName name, String product) {
        List<Problem> problems = new ArrayList<>();
        if (name.value().isBlank() || name.value().length() > LONGEST_NAME) {
            problems.add(new Problem("", "the release's name must be 1 to " + LONGEST_NAME + " characters long"));
        }
        if (product.isBlank() || product.length() > RuleField.LONGEST_PRODUCT) {
            problems.add(new Problem(
                    "", "the release's product must be 1 to " + RuleField.LONGEST_PRODUCT + " characters long"));
        }
        return problems;
    }
}
