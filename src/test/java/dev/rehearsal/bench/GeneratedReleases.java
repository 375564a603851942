package dev.rehearsal.bench;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Application releases with many platforms, locales and partials; the same number gives the same release. */
final class GeneratedReleases {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> PLATFORMS = List.of(
            "WINNT_x86_64-msvc",
            "WINNT_x86-msvc",
            "WINNT_aarch64-msvc-aarch64",
            "Linux_x86_64-gcc3",
            "Linux_x86-gcc3",
            "Darwin_x86_64-gcc3-u-i386-x86_64",
            "Darwin_aarch64-gcc3");
    private static final List<String> LOCALES = List.of(
            "en-US", "de", "fr", "es-ES", "ja", "zh-CN", "zh-TW", "ru", "pl", "it", "pt-BR", "nl", "cs", "hu", "ko",
            "sv-SE", "tr", "uk", "fi", "el");
    private static final int PARTIALS = 3;

    private GeneratedReleases() {}

    /** About 270 KB of JSON: 7 platforms, 20 locales, one complete and three partials each. */
    static ObjectNode blob(int number) {
        return blob(number, 1);
    }

    /** @param times how often there are so many locales, which are as many times 270 KB */
    static ObjectNode blob(int number, int times) {
        Random random = new Random(number);
        String version = (120 + number % 30) + ".0";
        ObjectNode blob = JSON.createObjectNode()
                .put("name", "Release-" + number)
                .put("schema_version", 9)
                .put("hashFunction", "sha512")
                .put("appVersion", version)
                .put("displayVersion", version);
        ObjectNode line = blob.putArray("updateLine").addObject();
        line.putObject("for");
        line.putObject("fields")
                .put("detailsURL", "https://www.example/%LOCALE%/notes/" + version)
                .put("type", "minor");
        fileUrls(blob, number);
        ObjectNode platforms = blob.putObject("platforms");
        for (String platform : PLATFORMS) {
            ObjectNode builds = platforms
                    .putObject(platform)
                    .put("OS_BOUNCER", "win64")
                    .put("OS_FTP", "win64")
                    .putObject("locales");
            for (int copy = 0; copy < times; copy++) {
                for (String locale : LOCALES) {
                    locale(builds.putObject(copy == 0 ? locale : locale + "-x" + copy), number, random);
                }
            }
        }
        platforms.putObject("WINNT_x86_64-msvc-x64").put("alias", "WINNT_x86_64-msvc");
        platforms.putObject("WINNT_x86-msvc-x64").put("alias", "WINNT_x86-msvc");
        return blob;
    }

    private static void fileUrls(ObjectNode blob, int number) {
        ObjectNode urls = blob.putObject("fileUrls");
        for (String channel : List.of("*", "release-cdntest", "beta-cdntest")) {
            ObjectNode kinds = urls.putObject(channel);
            kinds.putObject("completes").put("*", "https://cdn.example/%OS_FTP%/%LOCALE%/complete.mar");
            ObjectNode partials = kinds.putObject("partials");
            for (int i = 1; i <= PARTIALS; i++) {
                partials.put(from(number, i), "https://cdn.example/%OS_FTP%/%LOCALE%/partial" + i + ".mar");
            }
        }
    }

    private static void locale(ObjectNode build, int number, Random random) {
        build.put("buildID", "2024" + (10_000_000 + number));
        patch(build.putArray("completes").addObject(), "*", random);
        var partials = build.putArray("partials");
        for (int i = 1; i <= PARTIALS; i++) {
            patch(partials.addObject(), from(number, i), random);
        }
    }

    private static void patch(ObjectNode patch, String from, Random random) {
        StringBuilder hash = new StringBuilder();
        while (hash.length() < 128) {
            hash.append(Integer.toHexString(random.nextInt(16)));
        }
        patch.put("from", from).put("filesize", random.nextInt(90_000_000)).put("hashValue", hash.toString());
    }

    private static String from(int number, int back) {
        return "Release-" + Math.max(0, number - back * 30);
    }
}
