package dev.rehearsal.blob;

import dev.rehearsal.matching.UnanswerableException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The media plugins or system add-ons of a release.
 *
 * @param addons in order of their ids
 */
record AddonList(List<Addon> addons) {

    static final String HEADER = "    <addons>";
    static final String FOOTER = "    </addons>";

    private static final String DEFAULT_PLATFORM = "default";

    /** One of them, with what it has by platform name. */
    record Addon(String id, String version, Map<String, Entry> platforms) {

        /** The file for a platform or its alias, else the default one, whose alias is not followed (a Balrog fact). */
        @Nullable
        AddonFile find(String buildTarget) {
            Entry entry = platforms.get(buildTarget);
            if (entry == null) {
                entry = platforms.get(DEFAULT_PLATFORM);
            } else if (entry.alias != null) {
                entry = platforms.get(entry.alias);
            }
            return entry == null ? null : entry.file;
        }

        /** The platform that this one is an alias of, if that does not exist; else null. */
        @Nullable
        String danglingAlias(String buildTarget) {
            Entry entry = platforms.get(buildTarget);
            return entry == null || entry.alias == null || platforms.containsKey(entry.alias) ? null : entry.alias;
        }
    }

    /**
     * An entry stands under the name of a platform.
     *
     * @param alias the platform to look at instead; null for none
     * @param file null where there is none
     */
    record Entry(@Nullable String alias, @Nullable AddonFile file) {}

    /** @param size in bytes, as text */
    record AddonFile(String url, List<String> mirrorUrls, String hashValue, String size) {}

    Stream<String> fileUrls() {
        return addons.stream()
                .flatMap(addon -> addon.platforms().values().stream())
                .map(Entry::file)
                .filter(Objects::nonNull)
                .flatMap(file -> Stream.concat(Stream.of(file.url()), file.mirrorUrls().stream()));
    }

    /** By the platforms that are named; any other one gets the default file. */
    Set<ClientFile> files() {
        return addons.stream()
                .flatMap(addon -> addon.platforms().keySet().stream()
                        .filter(platform -> addon.find(platform) != null)
                        .map(platform -> new ClientFile(platform, "", addon.id(), true)))
                .collect(Collectors.toSet());
    }

    boolean has(ClientFile wanted) {
        return addons.stream()
                .anyMatch(addon -> addon.id().equals(wanted.addon()) && addon.find(wanted.platform()) != null);
    }

    /** @throws UnanswerableException if there is no hash function */
    static void appendAddon(
            StringBuilder out, Addon addon, AddonFile file, @Nullable String hashFunction, List<String> mirrors) {
        if (hashFunction == null) {
            throw new UnanswerableException("The release has add-ons, but names no hash function.");
        }
        out.append("        <addon id=\"").append(AttributeText.safe(addon.id()));
        out.append("\" URL=\"").append(AttributeText.safe(file.url()));
        out.append("\" hashFunction=\"").append(AttributeText.safe(hashFunction));
        out.append("\" hashValue=\"").append(AttributeText.safe(file.hashValue()));
        out.append("\" size=\"").append(AttributeText.safe(file.size()));
        out.append("\" version=\"").append(AttributeText.safe(addon.version()));
        if (mirrors.isEmpty()) {
            out.append("\"/>\n");
            return;
        }
        out.append("\">\n");
        for (String mirror : mirrors) {
            out.append("            <mirror URL=\"")
                    .append(AttributeText.safe(mirror))
                    .append("\"/>\n");
        }
        out.append("        </addon>\n");
    }
}
