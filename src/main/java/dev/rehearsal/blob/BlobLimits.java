package dev.rehearsal.blob;

import dev.rehearsal.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The limits of what a blob may hold, so that checking it, storing it and answering from it take a time that nobody
 * notices. Balrog knows no such limits; the releases that there are stay far below them.
 */
final class BlobLimits {

    private static final int MOST_BUILDS = 200_000;
    private static final int MOST_FILES = 1_000;
    private static final int MOST_GROUPS = 200;
    private static final int MOST_VALUES = 500;
    private static final int MOST_ADDONS = 1_000;
    private static final int MOST_CHILDREN = 200;

    private static final Set<String> COMPARED = Set.of("channels", "versions", "buildIDs");

    private final List<Problem> problems = new ArrayList<>();

    private BlobLimits() {}

    static List<Problem> problems(BlobSchema schema, JsonNode blob) {
        BlobLimits limits = new BlobLimits();
        switch (schema) {
            case APP_1, APP_2, APP_3, APP_4, APP_5, APP_6, APP_8, APP_9 -> limits.checkApplication(blob);
            case GMP ->
                limits.check(BlobPlace.of("vendors"), blob.path("vendors").size(), MOST_ADDONS, "plugins");
            case SYSTEM_ADDONS ->
                limits.check(BlobPlace.of("addons"), blob.path("addons").size(), MOST_ADDONS, "add-ons");
            case SUPER -> {
                limits.check(BlobPlace.of("products"), blob.path("products").size(), MOST_CHILDREN, "products");
                limits.check(BlobPlace.of("blobs"), blob.path("blobs").size(), MOST_CHILDREN, "releases");
            }
            case DESUPPORT, GUARDIAN -> {}
        }
        return limits.problems;
    }

    /** Whether each group of an update line can be compared with each other one in little time. */
    static boolean canBeCompared(JsonNode blob) {
        BlobLimits limits = new BlobLimits();
        limits.checkUpdateLine(blob.path("updateLine"));
        return limits.problems.isEmpty();
    }

    private void checkApplication(JsonNode blob) {
        checkUpdateLine(blob.path("updateLine"));
        JsonNode platforms = blob.path("platforms");
        Map<String, Integer> locales = new HashMap<>();
        platforms.properties().forEach(platform -> {
            JsonNode held = platform.getValue().path("locales");
            locales.put(platform.getKey(), held.size());
            held.properties().forEach(locale -> {
                checkFiles(
                        BlobPlace.of("platforms")
                                .below(platform.getKey())
                                .below("locales")
                                .below(locale.getKey()),
                        locale.getValue());
            });
        });
        long builds = 0;
        for (Map.Entry<String, JsonNode> platform : platforms.properties()) {
            String alias = alias(platform.getValue());
            int stoodFor = alias == null ? 0 : locales.getOrDefault(alias, 0);
            builds += stoodFor + locales.getOrDefault(platform.getKey(), 0);
        }
        check(
                BlobPlace.of("platforms"),
                builds,
                MOST_BUILDS,
                "builds, those of a platform counted once more for each of its aliases");
    }

    private void checkFiles(BlobPlace place, JsonNode locale) {
        for (Patch.Kind kind : Patch.Kind.values()) {
            check(place.below(kind.listKey), locale.path(kind.listKey).size(), MOST_FILES, "files");
        }
    }

    private void checkUpdateLine(JsonNode groups) {
        check(BlobPlace.of("updateLine"), groups.size(), MOST_GROUPS, "groups");
        for (String condition : COMPARED) {
            int values = 0;
            for (JsonNode group : groups) {
                values += group.path("for").path(condition).size();
            }
            check(
                    BlobPlace.of("updateLine"),
                    values,
                    MOST_VALUES,
                    "values in the conditions '" + condition + "' of its groups");
        }
    }

    private void check(BlobPlace place, long count, int most, String what) {
        if (count > most) {
            problems.add(new Problem(
                    place.toString(),
                    String.format(Locale.ROOT, "Holds %,d %s: at most %,d are taken.", count, what, most)));
        }
    }

    private static @Nullable String alias(JsonNode platform) {
        JsonNode alias = platform.path("alias");
        return alias.isString() ? alias.stringValue() : null;
    }
}
