package dev.rehearsal.blob;

import dev.rehearsal.matching.ReleaseName;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The releases that the files of an application release update from, and what such a release gives to others. */
final class PartialSources {

    private PartialSources() {}

    static Set<ReleaseName> of(Platforms platforms) {
        Set<ReleaseName> sources = new TreeSet<>();
        platforms.contents().flatMap(Platform.Content::builds).forEach(build -> addTo(sources, build));
        return sources;
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

    /** Over every buildID by which this release, as a source, recognises its clients. */
    static ContentHash buildIds(Platforms platforms) {
        Digest digest = new Digest();
        digest.add(platforms.areGiven() ? "platforms" : null);
        new TreeMap<>(platforms.byName()).forEach((name, platform) -> {
            digest.add("platform").add(name);
            if (platform.content() != null) {
                new TreeMap<>(platform.content().locales()).forEach((locale, build) -> {
                    BuildId buildId = build.buildId();
                    digest.add("locale").add(locale);
                    digest.add(buildId == null ? null : (buildId.numeric() ? "number " : "build ") + buildId.text());
                });
            }
        });
        return digest.hash();
    }
}
