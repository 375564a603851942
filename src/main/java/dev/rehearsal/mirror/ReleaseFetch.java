package dev.rehearsal.mirror;

import dev.rehearsal.blob.BlobParts;
import dev.rehearsal.blob.CanonicalJson;
import dev.rehearsal.blob.CheckedBlob;
import dev.rehearsal.blob.ContentHash;
import dev.rehearsal.blob.Manifest;
import dev.rehearsal.live.ReleaseWriter;
import dev.rehearsal.live.StoredContents;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.problem.RefusedException;
import dev.rehearsal.problem.UrlSegment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fetches the contents of one release and stores its parts: only those that have changed, where they are few. */
final class ReleaseFetch {

    /** More parts at once are fetched with the whole release. */
    private static final int MOST_SINGLE = 20;

    private static final int SECOND_API = 2;

    private static final Pattern LOCALE = Pattern.compile("\\.platforms\\.([^.]+)\\.locales\\.([^.]+)");

    private final BalrogClient client;
    private final ReleaseWriter writing;
    private final StoredContents contents;

    ReleaseFetch(BalrogClient client, ReleaseWriter writing, StoredContents contents) {
        this.client = client;
        this.writing = writing;
        this.contents = contents;
    }

    /**
     * @param manifest of the parts, which are stored
     * @param version that the release is of; empty for none
     */
    record Contents(Manifest manifest, String version) {}

    /** A release was not at the source, though it had been listed a moment before. */
    static final class MovedException extends Exception {

        MovedException(String name) {
            super("release " + name + " changed while it was read", null, false, false);
        }
    }

    /** @param knownLine of what was fetched before; null for nothing */
    Contents fetch(String name, JsonNode line, @Nullable JsonNode knownLine, Optional<Manifest> known)
            throws MovedException {
        List<String> changed = knownLine == null || known.isEmpty() ? List.of() : changedLocales(line, knownLine);
        if (!changed.isEmpty() && changed.size() <= MOST_SINGLE) {
            return fetchLocales(name, line, known.get(), changed);
        }
        return line.path("api").asInt() == SECOND_API ? fetchWithVersions(name, line) : fetchWhole(name, line);
    }

    /** Empty where it is not just locales of the second API that changed. */
    private static List<String> changedLocales(JsonNode line, JsonNode known) {
        JsonNode now = line.path("versions");
        JsonNode then = known.path("versions");
        if (!now.isObject()
                || !then.isObject()
                || !now.path(BlobParts.BASE_PATH).equals(then.path(BlobParts.BASE_PATH))) {
            return List.of();
        }
        TreeSet<String> paths = new TreeSet<>(now.propertyNames());
        paths.addAll(then.propertyNames());
        List<String> changed = paths.stream()
                .filter(path -> !now.path(path).equals(then.path(path)))
                .toList();
        return changed.stream().allMatch(path -> LOCALE.matcher(path).matches()) ? changed : List.of();
    }

    private Contents fetchLocales(String name, JsonNode line, Manifest known, List<String> changed)
            throws MovedException {
        Map<String, JsonNode> parts = new HashMap<>();
        Map<ContentHash, JsonNode> stored = contents.parts(known.parts().values());
        for (Map.Entry<String, ContentHash> part : known.parts().entrySet()) {
            JsonNode found = stored.get(part.getValue());
            if (found == null) {
                return fetchWithVersions(name, line);
            }
            parts.put(part.getKey(), found);
        }
        for (String path : changed) {
            JsonNode version = line.path("versions").path(path);
            if (version.isMissingNode()) {
                parts.remove(path);
                continue;
            }
            Matcher place = LOCALE.matcher(path);
            if (!place.matches()) {
                throw new IllegalStateException(path);
            }
            BalrogClient.Reply reply = client.find("/releases/%s/builds/%s/%s"
                            .formatted(
                                    UrlSegment.of(name), UrlSegment.of(place.group(1)), UrlSegment.of(place.group(2))))
                    .orElseThrow(() -> new MovedException(name));
            if (!Objects.equals(reply.dataVersion(), version.asInt())) {
                return fetchWithVersions(name, line);
            }
            parts.put(path, reply.json());
        }
        return stored(name, line, BlobParts.of(parts).join());
    }

    private Contents fetchWithVersions(String name, JsonNode line) throws MovedException {
        JsonNode answer = client.find("/v2/releases/" + UrlSegment.of(name))
                .orElseThrow(() -> new MovedException(name))
                .json();
        if (!PartVersions.flat(answer.path("data_versions")).equals(line.path("versions"))) {
            throw new MovedException(name);
        }
        return stored(name, line, answer.path("blob"));
    }

    private Contents fetchWhole(String name, JsonNode line) throws MovedException {
        BalrogClient.Reply reply =
                client.find("/releases/" + UrlSegment.of(name)).orElseThrow(() -> new MovedException(name));
        Integer version = reply.dataVersion();
        if (version != null && version != line.path("data_version").asInt()) {
            throw new MovedException(name);
        }
        return stored(name, line, reply.json());
    }

    private Contents stored(String name, JsonNode line, JsonNode blob) {
        return new Contents(store(name, line.path("product").asString(""), blob).manifest(), version(blob));
    }

    /**
     * Stores the parts of a blob.
     *
     * @throws SourceException if it is none that could be kept
     */
    CheckedBlob store(String name, String product, JsonNode blob) {
        if (!(blob instanceof ObjectNode)) {
            throw new SourceException("release %s is something else than an object".formatted(name));
        }
        try {
            CheckedBlob checked = writing.checkImported(new ReleaseName(name), product, blob);
            writing.store(checked);
            return checked;
        } catch (RefusedException refused) {
            throw new SourceException("release %s cannot be kept: %s".formatted(name, refused.getMessage()));
        }
    }

    /** Returns what the source would make of a release of its second API, by part. */
    Map<String, JsonNode> scheduledParts(String name) throws MovedException {
        JsonNode blob = client.find("/v2/releases/" + UrlSegment.of(name))
                .orElseThrow(() -> new MovedException(name))
                .json()
                .path("sc_blob");
        if (blob.isMissingNode()) {
            throw new SourceException("release %s does not tell what is scheduled for it".formatted(name));
        }
        return blob.isObject() ? new TreeMap<>(BlobParts.split(blob).byPath()) : Map.of();
    }

    /** Stores one part. */
    ContentHash storePart(JsonNode part) {
        ContentHash hash = CanonicalJson.hash(part);
        writing.storeParts(Map.of(hash, CanonicalJson.bytes(part)));
        return hash;
    }

    private static String version(JsonNode blob) {
        for (String field : List.of("appVersion", "appv", "extv", "displayVersion")) {
            if (blob.path(field).isString()) {
                String version = blob.path(field).asString();
                return version.length() <= 100 ? version : "";
            }
        }
        return "";
    }
}
