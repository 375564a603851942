package dev.rehearsal.blob;

import dev.rehearsal.matching.MozillaVersion;
import dev.rehearsal.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Warns of what Balrog accepts in a blob although it cannot work. */
final class BlobWarnings {

    private final List<Problem> warnings = new ArrayList<>();

    private BlobWarnings() {}

    static List<Problem> of(BlobSchema schema, JsonNode blob) {
        BlobWarnings found = new BlobWarnings();
        switch (schema) {
            case APP_1, APP_2, APP_3, APP_4, APP_5, APP_6, APP_8, APP_9 -> found.lookAtApplication(schema, blob);
            case GMP -> found.lookAtAddons(blob, "vendors");
            case SYSTEM_ADDONS -> {
                found.lookAtAddons(blob, "addons");
                if (blob.has("addons") && !blob.has("hashFunction")) {
                    found.warn("hashFunction", "Without it no add-on can be served.");
                }
            }
            case SUPER -> {
                if (blob.path("products").isEmpty() && blob.path("blobs").isEmpty()) {
                    found.warn("", "A superblob without products and blobs is never served.");
                }
            }
            case GUARDIAN -> {
                if (!blob.has("required")) {
                    found.warn("required", "Without it the release cannot be served.");
                }
            }
            case DESUPPORT -> {}
        }
        return found.warnings;
    }

    private void lookAtApplication(BlobSchema schema, JsonNode blob) {
        String versionField = schema == BlobSchema.APP_1 ? "extv" : "appVersion";
        lookAtVersion("", versionField, blob);
        JsonNode groups = blob.path("updateLine");
        for (int i = 0; i < groups.size(); i++) {
            for (String field : List.of("for", "fields")) {
                if (!groups.path(i).has(field)) {
                    warn("updateLine[" + i + "]." + field, "Without it the release cannot be served; {} would do.");
                }
            }
        }
        JsonNode platforms = blob.path("platforms");
        platforms.properties().forEach(platform -> {
            String place = "platforms." + platform.getKey() + ".";
            lookAtAlias(place, platform.getValue(), platforms);
            lookAtBuildId(place, platform.getValue());
            platform.getValue().path("locales").properties().forEach(locale -> {
                String localePlace = place + "locales." + locale.getKey() + ".";
                lookAtVersion(localePlace, versionField, locale.getValue());
                lookAtBuildId(localePlace, locale.getValue());
            });
        });
    }

    private void lookAtVersion(String place, String field, JsonNode object) {
        JsonNode version = object.path(field);
        if (version.isString()
                && !version.stringValue().isEmpty()
                && MozillaVersion.tryParse(version.stringValue()) == null) {
            warn(place + field, "Is no version that clients' versions can be compared with: they are refused.");
        }
    }

    private void lookAtBuildId(String place, JsonNode object) {
        if (object.path("buildID").isNumber()) {
            warn(place + "buildID", "Is a number, so clients of the same version are not served; make it text.");
        }
    }

    private void lookAtAddons(JsonNode blob, String field) {
        blob.path(field).properties().forEach(addon -> {
            JsonNode platforms = addon.getValue().path("platforms");
            platforms.properties().forEach(platform -> {
                String place = field + "." + addon.getKey() + ".platforms." + platform.getKey() + ".";
                lookAtAlias(place, platform.getValue(), platforms);
            });
        });
    }

    private void lookAtAlias(String place, JsonNode platform, JsonNode platforms) {
        JsonNode alias = platform.path("alias");
        if (alias.isString() && !platforms.has(alias.stringValue())) {
            warn(place + "alias", "There is no platform " + alias.stringValue() + ".");
        }
    }

    private void warn(String place, String sentence) {
        warnings.add(new Problem(place, sentence));
    }
}
