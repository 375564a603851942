package dev.rehearsal.blob;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compiles one application release; where its schemas differ, {@link BlobSchema} decides. */
final class AppBlobCompiler {

    private static final int PLATFORM = 160;
    private static final int LOCALE = 72;
    private static final int FILE = 48;

    private final BlobSchema schema;
    private final Compilation compilation;
    private final Map<Versions, Versions> versions = new HashMap<>();
    private final Map<String, AppVersion> appVersions = new HashMap<>();

    AppBlobCompiler(BlobSchema schema, Compilation compilation) {
        this.schema = schema;
        this.compilation = compilation;
    }

    AppBlob compile(String name, JsonNode blob) {
        Versions ofRelease = versions(blob);
        Map<String, Platform.Content> contents =
                compilation.map(blob, "platforms", platform -> content(platform, ofRelease));
        Map<String, Platform> byName = blob.has("platforms") ? platforms(blob, contents) : null;
        return new AppBlob(
                name,
                compilation.text(blob, "hashFunction"),
                ofRelease,
                new Platforms(byName, contents.values()),
                new UpdateLineCompiler(schema, compilation).compile(blob),
                new FileUrlsCompiler(schema, compilation).compile(blob),
                compilation.weight());
    }

    private Versions versions(JsonNode object) {
        boolean first = schema == BlobSchema.APP_1;
        String application = compilation.text(object, first ? "extv" : "appVersion");
        return unique(new Versions(
                application == null ? null : appVersions.computeIfAbsent(application, AppVersion::of),
                compilation.text(object, first ? "appv" : "displayVersion"),
                first ? null : compilation.text(object, "platformVersion")));
    }

    private Versions unique(Versions some) {
        return versions.computeIfAbsent(some, same -> same);
    }

    private Map<String, Platform> platforms(JsonNode blob, Map<String, Platform.Content> contents) {
        Map<String, String> aliases =
                compilation.map(blob, "platforms", platform -> compilation.text(platform, "alias"));
        Map<String, Set<String>> served = namesByAlias(contents.keySet(), aliases);
        Map<String, Platform> platforms = new HashMap<>();
        contents.keySet().forEach(name -> {
            compilation.takes(PLATFORM);
            String resolved = aliases.getOrDefault(name, name);
            platforms.put(
                    name,
                    new Platform(resolved, contents.get(resolved), served.getOrDefault(resolved, Set.of(resolved))));
        });
        return Map.copyOf(platforms);
    }

    /**
     * All that are served what a platform is, itself included: once for all of them, however many they are. A platform
     * that is no alias counts as an alias of the empty name (a Balrog fact).
     */
    private static Map<String, Set<String>> namesByAlias(Set<String> names, Map<String, String> aliases) {
        Map<String, Set<String>> byAlias = new HashMap<>();
        for (String name : names) {
            byAlias.computeIfAbsent(aliases.getOrDefault(name, ""), alias -> new HashSet<>())
                    .add(name);
        }
        byAlias.forEach((alias, served) -> served.add(alias));
        byAlias.replaceAll((alias, served) -> Set.copyOf(served));
        return Map.copyOf(byAlias);
    }

    private Platform.Content content(JsonNode platform, Versions ofRelease) {
        BuildId ofPlatform = buildId(platform);
        return new Platform.Content(
                compilation.text(platform, "OS_FTP"),
                compilation.text(platform, "OS_BOUNCER"),
                compilation.map(platform, "locales", locale -> locale(locale, ofPlatform, ofRelease)));
    }

    private LocaleBuild locale(JsonNode locale, @Nullable BuildId ofPlatform, Versions ofRelease) {
        compilation.takes(LOCALE);
        BuildId own = buildId(locale);
        return new LocaleBuild(
                unique(versions(locale).or(ofRelease)),
                own == null ? ofPlatform : own,
                Compilation.isTrue(locale, "isOSUpdate"),
                patches(locale, Patch.Kind.COMPLETE),
                patches(locale, Patch.Kind.PARTIAL));
    }

    private @Nullable BuildId buildId(JsonNode object) {
        String text = compilation.textOrNumber(object, "buildID");
        return text == null ? null : new BuildId(text, object.path("buildID").isNumber());
    }

    private List<Patch> patches(JsonNode locale, Patch.Kind kind) {
        List<Patch> patches = new ArrayList<>();
        if (schema.compareTo(BlobSchema.APP_2) <= 0) {
            addPatch(patches, locale.path(kind.wireName));
        } else {
            Compilation.array(locale, kind.listKey).forEach(file -> addPatch(patches, file));
        }
        return List.copyOf(patches);
    }

    private void addPatch(List<Patch> patches, JsonNode file) {
        String from = compilation.text(file, "from");
        String hashValue = compilation.text(file, "hashValue");
        String size = compilation.textOrNumber(file, "filesize");
        if (from != null && hashValue != null && size != null) {
            compilation.takes(FILE);
            patches.add(new Patch(
                    from,
                    from.equals(Patch.FROM_ANY) ? null : compilation.releaseName(from),
                    hashValue,
                    size,
                    compilation.text(file, "fileUrl"),
                    provesInclusion() ? compilation.text(file, "binTransInclusionProof") : null));
        }
    }

    private boolean provesInclusion() {
        return schema == BlobSchema.APP_8 || schema == BlobSchema.APP_9;
    }
}
