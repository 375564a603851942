package dev.rehearsal.blob;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the JSON of blobs: a small valid one of each schema, changed field by field. */
public final class BlobBuilder {

    static final String PLATFORM = "WINNT_x86_64-msvc";

    private final ObjectNode blob;

    private BlobBuilder(String json) {
        this.blob = (ObjectNode) parse(json);
    }

    /** JSON in which single quotes may stand for double ones. */
    public static BlobBuilder blob(String json) {
        return new BlobBuilder(json);
    }

    /** An update to 121.0 for German on one platform, with a complete for every channel: {@code F-121}. */
    public static BlobBuilder aRelease(int schema) {
        return switch (schema) {
            case 1 -> blob("""
                    {'name': 'F-121', 'schema_version': 1, 'hashFunction': 'sha512',
                     'extv': '121.0', 'appv': '121',
                     'fileUrls': {'release': 'https://a.example/%FILENAME%?os=%OS_BOUNCER%'},
                     'ftpFilenames': {'complete': 'c.mar', 'partial': 'p.mar'},
                     'platforms': {'WINNT_x86_64-msvc': {'buildID': '20231211174248', 'OS_BOUNCER': 'win64', 'OS_FTP': 'win',
                       'locales': {'de': {'complete': {'from': '*', 'filesize': 5, 'hashValue': 'abc'}}}}}}
                    """);
            case 2 -> blob("""
                    {'name': 'F-121', 'schema_version': 2, 'hashFunction': 'sha512',
                     'appVersion': '121.0', 'displayVersion': '121', 'platformVersion': '121.0',
                     'fileUrls': {'release': 'https://a.example/%FILENAME%?os=%OS_BOUNCER%'},
                     'ftpFilenames': {'complete': 'c.mar', 'partial': 'p.mar'},
                     'platforms': {'WINNT_x86_64-msvc': {'buildID': '20231211174248', 'OS_BOUNCER': 'win64', 'OS_FTP': 'win',
                       'locales': {'de': {'complete': {'from': '*', 'filesize': 5, 'hashValue': 'abc'}}}}}}
                    """);
            case 3 -> blob("""
                    {'name': 'F-121', 'schema_version': 3, 'hashFunction': 'sha512',
                     'appVersion': '121.0', 'displayVersion': '121', 'platformVersion': '121.0',
                     'fileUrls': {'release': 'https://a.example/%FILENAME%?os=%OS_BOUNCER%'},
                     'ftpFilenames': {'completes': {'*': 'c.mar'}, 'partials': {'F-120': 'p.mar'}},
                     'platforms': {'WINNT_x86_64-msvc': {'buildID': '20231211174248', 'OS_BOUNCER': 'win64', 'OS_FTP': 'win',
                       'locales': {'de': {'completes': [{'from': '*', 'filesize': 5, 'hashValue': 'abc'}]}}}}}
                    """);
            default -> blob("""
                    {'name': 'F-121', 'schema_version': %d, 'hashFunction': 'sha512',
                     'appVersion': '121.0', 'displayVersion': '121',
                     'fileUrls': {'*': {'completes': {'*': 'https://a.example/c?os=%%OS_BOUNCER%%&lang=%%LOCALE%%'}}},
                     'platforms': {'WINNT_x86_64-msvc': {'buildID': '20231211174248', 'OS_BOUNCER': 'win64', 'OS_FTP': 'win',
                       'locales': {'de': {'completes': [{'from': '*', 'filesize': 5, 'hashValue': 'abc'%s}]}}}}}
                    """.formatted(schema, schema == 8 ? ", 'binTransInclusionProof': 'proof'" : ""));
        };
    }

    /** The release before it, {@code F-120}, which the usual client runs. */
    public static BlobBuilder aSource() {
        return aRelease(9)
                .with("name", "'F-120'")
                .with("appVersion", "'120.0'")
                .with("platforms/WINNT_x86_64-msvc/buildID", "'20231116134553'");
    }

    /** @param path keys joined by {@code /}; objects on the way are made */
    public BlobBuilder with(String path, String json) {
        parent(path).set(lastKey(path), parse(json));
        return this;
    }

    public BlobBuilder without(String path) {
        parent(path).remove(lastKey(path));
        return this;
    }

    public JsonNode json() {
        return blob;
    }

    /** The blob, which must be acceptable. */
    Blob compiled() {
        return switch (new BlobReader().read(blob)) {
            case BlobReadResult.Accepted accepted -> accepted.blob();
            case BlobReadResult.Rejected rejected -> throw new AssertionError(rejected.problems());
        };
    }

    static ReleaseLookup releases(Map<String, Blob> byName) {
        return name -> byName.get(name.value());
    }

    public static JsonNode parse(String json) {
        return CanonicalJson.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode parent(String path) {
        ObjectNode parent = blob;
        String[] keys = path.split("/", -1);
        for (int i = 0; i < keys.length - 1; i++) {
            JsonNode child = parent.get(keys[i]);
            parent = child == null ? parent.putObject(keys[i]) : (ObjectNode) child;
        }
        return parent;
    }

    private static String lastKey(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
