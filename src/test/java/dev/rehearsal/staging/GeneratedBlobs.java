package dev.rehearsal.staging;

import java.util.ArrayList;
import java.util.List;

/** Small valid blobs of every family, which name each other, the same few products and the same few channels. */
final class GeneratedBlobs {

    private static final String HASH = "c".repeat(128);

    private final Chance chance;

    GeneratedBlobs(Chance chance) {
        this.chance = chance;
    }

    String blob() {
        return switch (chance.between(0, 24)) {
            case 0, 1 -> Blobs.superblobOfProducts(product(), product());
            case 2, 3, 4 -> Blobs.superblobOf(GeneratedState.releaseName(chance), GeneratedState.releaseName(chance));
            case 5 -> Blobs.desupport(chance.oneOf("old", "older"));
            case 6, 7, 8 -> plugIn();
            case 9 -> guardian();
            case 10 -> noUpdate();
            case 11 -> systemAddons();
            case 12, 13 -> appWithOneUrlPerChannel();
            default -> app();
        };
    }

    /** An application of schema 4 or 9. */
    private String app() {
        int schema = chance.oneOf(4, 9);
        String line = schema == 9
                ? "\"updateLine\": [{\"for\": {\"channels\": [\"%s\"]}, \"fields\": {\"openURL\": \"https://o.example/\"}}],"
                        .formatted(chance.oneOf("release", "release-cdntest", "rel*"))
                : "\"detailsUrl\": \"https://notes.example/%s\",".formatted(chance.between(0, 2));
        return """
                {"schema_version": %d, "hashFunction": "sha512", %s "appVersion": "%s", "displayVersion": "shown", %s
                 "fileUrls": {%s}, "platforms": {%s}}
                """.formatted(
                schema, schema == 4 ? "\"platformVersion\": \"9\"," : "", version(), line, fileUrls(), platforms());
    }

    private String fileUrls() {
        List<String> blocks = new ArrayList<>(List.of(urls("*")));
        for (String channel : List.of("release", "release-cdntest", "release-cck-acme")) {
            if (chance.oneIn(3)) {
                blocks.add(urls(channel));
            }
        }
        return String.join(",", blocks);
    }

    private String urls(String channel) {
        return "\"%s\": {\"completes\": {\"*\": \"https://files.example/%d\"}, \"partials\": {\"%s\": \"https://files.example/p\"}}"
                .formatted(channel, chance.between(0, 3), GeneratedState.releaseName(chance));
    }

    private String platforms() {
        String windows = "\"WINNT\": {\"locales\": {\"de\": %s, \"en-US\": %s}}".formatted(build(), build());
        return chance.oneIn(2) ? windows : windows + ", \"WINNT-x64\": {\"alias\": \"WINNT\"}";
    }

    private String build() {
        String partials = chance.oneIn(2)
                ? ", \"partials\": [{\"from\": \"%s\", \"filesize\": 2, \"hashValue\": \"bb\", \"fileUrl\": \"https://files.example/q\"}]"
                        .formatted(GeneratedState.releaseName(chance))
                : "";
        return "{\"buildID\": \"%s\", \"completes\": [{\"from\": \"*\", \"filesize\": 1, \"hashValue\": \"aa\"}]%s}"
                .formatted(buildId(chance), partials);
    }

    /** One locale of an application. */
    String part() {
        return build();
    }

    private String appWithOneUrlPerChannel() {
        return """
                {"schema_version": 2, "hashFunction": "sha512", "appVersion": "%s", "displayVersion": "s",
                 "platformVersion": "9", "fileUrls": {"%s": "https://files.example/%%LOCALE%%"},
                 "platforms": {"WINNT": {"locales": {"de": {"buildID": "%s",
                    "complete": {"from": "*", "filesize": 3, "hashValue": "dd"}}}}}}
                """.formatted(version(), chance.oneOf("release", "release-cdntest", "beta"), buildId(chance));
    }

    private String noUpdate() {
        return "{\"schema_version\": 9, \"hashFunction\": \"sha512\", \"appVersion\": \"99.0\","
                + " \"displayVersion\": \"x\"%s}".formatted(chance.oneOf("", ", \"platforms\": {}"));
    }

    private String plugIn() {
        return Blobs.plugIn(String.valueOf(chance.between(1, 4)));
    }

    private String systemAddons() {
        return chance.oneIn(3)
                ? "{\"schema_version\": 5000, \"uninstall\": true}"
                : """
                {"schema_version": 5000, "hashFunction": "sha512", "addons": {"a@b": {"version": "%d", "platforms":
                  {"default": {"filesize": 1, "hashValue": "%s", "fileUrl": "https://plug.example/a"}}}}}
                """.formatted(chance.between(1, 4), HASH);
    }

    private String guardian() {
        return """
                {"schema_version": 10000, "product": "Guardian", "version": "%s", "required": true,
                 "hashFunction": "sha512", "platforms": {"WINNT": {"fileUrl": "https://vpn.example/%d",
                 "hashValue": "aa"}}}
                """.formatted(version(), chance.between(0, 2));
    }

    private String product() {
        return chance.oneOf(GeneratedState.PRODUCTS);
    }

    private String version() {
        return chance.oneOf("99.0", "100.0", "100.0", "101.0", "102.0.1");
    }

    static String buildId(Chance chance) {
        return chance.oneOf("20250101000000", "20250101000000", "20250202000000", "20250303000000");
    }
}
