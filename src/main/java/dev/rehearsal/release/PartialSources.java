package dev.rehearsal.release;

import dev.rehearsal.matching.ReleaseName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The releases that the files of an application release update from, and what their content decides. */
final class PartialSources {

    private static final String NO_RELEASE = "no such release";
    private static final String NO_APPLICATION = "not an application";

    private PartialSources() {}

    static Set<ReleaseName> of(Platforms platforms) {
        Set<ReleaseName> sources = new TreeSet<>();
        platforms.contents().flatMap(Platform.Content::builds).forEach(build -> addTo(sources, build));
        return sources;
    }

    /** Over all that {@link Platforms#areRunBy} could look at, for any client of these platforms. */
    static ContentHash hash(Platforms platforms, ReleaseLookup releases) {
        Digest digest = new Digest();
        new TreeMap<>(platforms.byName()).forEach((name, platform) -> {
            if (platform.content() != null) {
                List<String> names = new ArrayList<>(platform.siblings());
                names.sort(null);
                names.addFirst(name);
                new TreeMap<>(platform.content().locales()).forEach((locale, build) -> {
                    Set<ReleaseName> sources = new TreeSet<>();
                    addTo(sources, build);
                    digest.add(name).add(locale);
                    sources.forEach(source -> {
                        digest.add(source.value());
                        addBuilds(digest, releases.blob(source), names, locale);
                    });
                });
            }
        });
        return digest.hash();
    }

    private static void addTo(Set<ReleaseName> sources, LocaleBuild build) {
        for (Patch.Kind kind : Patch.Kind.values()) {
            for (Patch patch : build.patches(kind)) {
                if (patch.source() != null) {
                    sources.add(patch.source());
                }
            }
        }
    }

    private static void addBuilds(Digest digest, @Nullable Blob source, List<String> platforms, String locale) {
        if (source instanceof AppBlob app) {
            for (String platform : platforms) {
                digest.add(buildIn(app.platforms(), platform, locale));
            }
        } else {
            digest.add(source == null ? NO_RELEASE : NO_APPLICATION);
        }
    }

    private static String buildIn(Platforms source, String platform, String locale) {
        if (source.find(platform) == null) {
            return "no such platform";
        }
        LocaleBuild build = source.findBuild(platform, locale);
        BuildId buildId = build == null ? null : build.buildId();
        if (buildId == null) {
            return "no build";
        }
        return (buildId.numeric() ? "number " : "build ") + buildId.text();
    }
}
