package dev.rehearsal.blob;

import dev.rehearsal.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/**
 * The hosts that clients may be sent to, each for certain products, on all paths or on certain ones.
 *
 * <p>A host is compared as it stands in the URL: case, port and user count (a Balrog fact).
 */
public final class AllowList {

    private final Map<String, AllowedHost> hosts;

    private AllowList(Map<String, AllowedHost> hosts) {
        this.hosts = hosts;
    }

    /**
     * An allow-list as it was read, with the problems in it.
     *
     * @param problems places in the file that allow nothing as they stand
     */
    public record Reading(AllowList allowList, List<Problem> problems) {}

    /**
     * Reads {@code {"host": ["product", …], "host": {"path regex": ["product", …]}}}. The first path regex that matches
     * the whole path decides. An entry that cannot be read forbids its host.
     */
    public static Reading read(JsonNode json) {
        List<Problem> problems = new ArrayList<>();
        Map<String, AllowedHost> hosts = new HashMap<>();
        if (!json.isObject()) {
            problems.add(new Problem("", "An allow-list is a JSON object with a host as each key."));
        }
        json.properties().forEach(entry -> hosts.put(entry.getKey(), host(entry.getKey(), entry.getValue(), problems)));
        return new Reading(new AllowList(Map.copyOf(hosts)), List.copyOf(problems));
    }

    /** Whether clients of this product may not be sent to this URL. */
    public boolean forbids(String url, String product) {
        SplitUrl split = SplitUrl.of(url);
        AllowedHost host = split == null ? null : hosts.get(split.host());
        return split == null || host == null || !host.allows(split.path(), product);
    }

    /** The URLs of a blob that this list forbids, each once: with any, Balrog refuses to save it. */
    public List<String> forbiddenUrls(Blob blob, String product) {
        return blob.fileUrls().distinct().filter(url -> forbids(url, product)).toList();
    }

    private static AllowedHost host(String name, JsonNode entry, List<Problem> problems) {
        if (entry.isArray()) {
            return new EveryPath(products(name, entry, problems));
        }
        List<AllowedPath> paths = new ArrayList<>();
        if (!entry.isObject()) {
            problems.add(new Problem(name, "Must be a list of products, or an object of path regex to products."));
        }
        entry.properties().forEach(path -> {
            try {
                // As in Balrog: letters of every script are word characters, and only \n ends a line.
                Pattern regex = Pattern.compile(path.getKey(), Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNIX_LINES);
                paths.add(new AllowedPath(regex, products(name + "." + path.getKey(), path.getValue(), problems)));
            } catch (PatternSyntaxException e) {
                problems.add(
                        new Problem(name + "." + path.getKey(), "Not a regular expression: " + e.getDescription()));
            }
        });
        return new SomePaths(List.copyOf(paths));
    }

    private static Set<String> products(String place, JsonNode entry, List<Problem> problems) {
        Set<String> products = new HashSet<>();
        boolean readable = entry.isArray();
        for (JsonNode product : entry) {
            readable &= product.isString();
            if (product.isString()) {
                products.add(product.stringValue());
            }
        }
        if (!readable) {
            problems.add(new Problem(place, "Must be a list of product names."));
        }
        return Set.copyOf(products);
    }

    private sealed interface AllowedHost {

        boolean allows(String path, String product);
    }

    private record EveryPath(Set<String> products) implements AllowedHost {

        @Override
        public boolean allows(String path, String product) {
            return products.contains(product);
        }
    }

    private record SomePaths(List<AllowedPath> paths) implements AllowedHost {

        @Override
        public boolean allows(String path, String product) {
            for (AllowedPath allowed : paths) {
                if (allowed.regex.matcher(path).matches()) {
                    return allowed.products.contains(product);
                }
            }
            return false;
        }
    }

    private record AllowedPath(Pattern regex, Set<String> products) {}
}
