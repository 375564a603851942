package dev.rehearsal.blob;

import dev.rehearsal.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks a blob for what it must keep to beyond its JSON schema. */
final class BlobChecks {

    private static final Map<String, Integer> HEX_DIGITS = Map.of("sha256", 64, "sha384", 96, "sha512", 128);

    private BlobChecks() {}

    /** @param blob as its JSON schema allows it */
    static List<Problem> of(BlobSchema schema, JsonNode blob) {
        return switch (schema) {
            case APP_9 -> updateLine(blob);
            case GMP -> hashLengths(blob);
            case SUPER -> exactlyOne(blob, "products", "blobs");
            case SYSTEM_ADDONS -> exactlyOne(blob, "addons", "uninstall");
            case APP_1, APP_2, APP_3, APP_4, APP_5, APP_6, APP_8, DESUPPORT, GUARDIAN -> List.of();
        };
    }

    private static List<Problem> exactlyOne(JsonNode blob, String one, String other) {
        return blob.has(one) != blob.has(other)
                ? List.of()
                : List.of(new Problem("", "Must have either '" + one + "' or '" + other + "', and only one of them."));
    }

    private static List<Problem> hashLengths(JsonNode blob) {
        List<Problem> problems = new ArrayList<>();
        String function = blob.path("hashFunction").stringValue();
        blob.path("vendors").properties().forEach(vendor -> {
            JsonNode platforms = vendor.getValue().path("platforms");
            platforms.properties().forEach(platform -> {
                JsonNode hash = platform.getValue().path("hashValue");
                String refusal = hash.isString() ? refusalOfHash(function, hash.stringValue()) : null;
                if (refusal != null) {
                    String place = "vendors." + vendor.getKey() + ".platforms." + platform.getKey() + ".hashValue";
                    problems.add(new Problem(place, refusal));
                }
            });
        });
        return problems;
    }

    private static @Nullable String refusalOfHash(String function, String hash) {
        Integer digits = HEX_DIGITS.get(function.toLowerCase(Locale.ROOT));
        if (digits == null) {
            return "The hash function " + function + " is none of sha256, sha384 and sha512.";
        }
        return hash.length() == digits
                ? null
                : "Must have " + digits + " characters, as " + function + " gives, but has " + hash.length() + ".";
    }

    private static List<Problem> updateLine(JsonNode blob) {
        List<Problem> problems = new ArrayList<>(UpdateLineValues.problems(blob));
        if (problems.isEmpty() && BlobLimits.canBeCompared(blob)) {
            problems.addAll(UpdateLineConflicts.of(blob));
        }
        return problems;
    }
}
