package dev.rehearsal.blob;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A release's blob in the parts that are stored, versioned and changed on their own: for an application release one
 * part per locale of each platform and one base with all the rest, for any other release a base alone.
 *
 * <p>Splitting and joining again gives an equal blob, whatever it holds; only the order of keys may change.
 *
 * @param base the blob without what the parts hold
 * @param locales by path, such as {@code .platforms.WINNT_x86_64-msvc.locales.de} (a Balrog fact)
 */
public record BlobParts(JsonNode base, SortedMap<String, JsonNode> locales) {

    /** The path of the base part. */
    public static final String BASE_PATH = ".";

    private static final String PLATFORMS = "platforms";
    private static final String LOCALES = "locales";
    private static final String BEFORE_PLATFORM = "." + PLATFORMS + ".";
    private static final String BEFORE_LOCALE = "." + LOCALES + ".";
    private static final int LAST_APPLICATION_SCHEMA = 9;

    public static BlobParts split(JsonNode blob) {
        SortedMap<String, JsonNode> parts = new TreeMap<>();
        if (!isApplicationRelease(blob) || !blob.path(PLATFORMS).isObject()) {
            return new BlobParts(blob, parts);
        }
        ObjectNode platforms = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> platform : blob.path(PLATFORMS).properties()) {
            JsonNode rest = splitPlatform(platform.getKey(), platform.getValue(), parts);
            if (!rest.isEmpty() || platform.getValue().isEmpty()) {
                platforms.set(platform.getKey(), rest);
            }
        }
        ObjectNode base = JsonNodeFactory.instance.objectNode().setAll((ObjectNode) blob);
        replace(base, PLATFORMS, platforms);
        return new BlobParts(base, parts);
    }

    /** The path of the part that holds a locale, if it is in one of its own. */
    public static String localePath(String platform, String locale) {
        return BEFORE_PLATFORM + platform + BEFORE_LOCALE + locale;
    }

    /** As {@link #split} gave them, with the base under {@link #BASE_PATH}. */
    public static BlobParts of(Map<String, JsonNode> parts) {
        SortedMap<String, JsonNode> locales = new TreeMap<>(parts);
        JsonNode base = locales.remove(BASE_PATH);
        if (base == null) {
            throw new IllegalArgumentException("A blob has a base part, at path " + BASE_PATH);
        }
        return new BlobParts(base, locales);
    }

    /**
     * The whole blob.
     *
     * @throws IllegalArgumentException if a path is not one of a locale, or the base has something else in its way
     */
    public JsonNode join() {
        if (locales.isEmpty()) {
            return base;
        }
        ObjectNode blob = objectOrThrow(base.deepCopy(), BASE_PATH);
        locales.forEach((path, locale) -> {
            int end = path.startsWith(BEFORE_PLATFORM) ? path.indexOf(BEFORE_LOCALE, BEFORE_PLATFORM.length()) : -1;
            if (end < 0) {
                throw new IllegalArgumentException("Not the path of a locale: " + path);
            }
            String platform = path.substring(BEFORE_PLATFORM.length(), end);
            ObjectNode platforms = child(blob, PLATFORMS, path);
            child(child(platforms, platform, path), LOCALES, path)
                    .set(path.substring(end + BEFORE_LOCALE.length()), locale);
        });
        return blob;
    }

    /** The base under {@link #BASE_PATH}, and the locales. */
    public SortedMap<String, JsonNode> byPath() {
        SortedMap<String, JsonNode> all = new TreeMap<>(locales);
        all.put(BASE_PATH, base);
        return all;
    }

    public SortedMap<String, ContentHash> hashes() {
        SortedMap<String, ContentHash> hashes = new TreeMap<>();
        byPath().forEach((path, part) -> hashes.put(path, CanonicalJson.hash(part)));
        return hashes;
    }

    public ContentHash contentHash() {
        return contentHash(hashes());
    }

    /**
     * The hash of a whole release from those of its parts, so that changing one part does not need the others.
     *
     * @param partHashes by path, the base under {@link #BASE_PATH}
     */
    public static ContentHash contentHash(SortedMap<String, ContentHash> partHashes) {
        Digest digest = new Digest();
        partHashes.forEach((path, hash) -> digest.add(path).add(hash.value()));
        return digest.hash();
    }

    static boolean isApplicationRelease(JsonNode blob) {
        JsonNode schema = blob.path("schema_version");
        return blob.isObject()
                && schema.isNumber()
                && schema.canConvertToExactIntegral()
                && schema.canConvertToInt()
                && schema.intValue() >= 1
                && schema.intValue() <= LAST_APPLICATION_SCHEMA;
    }

    /** Moves the locales of a platform into parts and returns what stays. */
    private static JsonNode splitPlatform(String name, JsonNode platform, SortedMap<String, JsonNode> parts) {
        if (!platform.path(LOCALES).isObject() || !canStandInPath(name)) {
            return platform;
        }
        ObjectNode staying = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> locale : platform.path(LOCALES).properties()) {
            if (canStandInPath(locale.getKey())) {
                parts.put(localePath(name, locale.getKey()), locale.getValue());
            } else {
                staying.set(locale.getKey(), locale.getValue());
            }
        }
        ObjectNode rest = JsonNodeFactory.instance.objectNode().setAll((ObjectNode) platform);
        replace(rest, LOCALES, staying);
        return rest;
    }

    /** A name with a dot would make two paths out of one, and not every column takes any character: it stays in the base. */
    private static boolean canStandInPath(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(character -> character == '.'
                                || character == 0
                                || Character.getType(character) == Character.SURROGATE);
    }

    /** An object that only held parts leaves no trace in the base (a Balrog fact); one that was empty stays. */
    private static void replace(ObjectNode parent, String key, ObjectNode staying) {
        if (staying.isEmpty() && !parent.path(key).isEmpty()) {
            parent.remove(key);
        } else {
            parent.set(key, staying);
        }
    }

    private static ObjectNode child(ObjectNode parent, String key, String path) {
        JsonNode child = parent.get(key);
        return child == null ? parent.putObject(key) : objectOrThrow(child, path);
    }

    private static ObjectNode objectOrThrow(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("There is no room for " + path + " in the base part");
    }
}
