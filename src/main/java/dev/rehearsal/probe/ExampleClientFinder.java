package dev.rehearsal.probe;

import dev.rehearsal.blob.AppBlob;
import dev.rehearsal.blob.Release;
import dev.rehearsal.blob.ReleaseContents;
import dev.rehearsal.insight.preview.AskedUrl;
import dev.rehearsal.insight.preview.AskedUrl.Part;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.Rule;
import dev.rehearsal.matching.RuleField;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.region.ChangedRegion;
import dev.rehearsal.staging.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds among the clients of a region one whom the releases can serve, so that asking shows what changes. */
final class ExampleClientFinder {

    private static final int MOST_BUILDS = 4;

    private final Tables before;
    private final Tables after;
    private final ReleaseContents contents;
    private final Predicate<UpdateQuery> getsSomethingElse;

    /** @param getsSomethingElse whether the answers of both tables differ for a client */
    ExampleClientFinder(
            Tables before, Tables after, ReleaseContents contents, Predicate<UpdateQuery> getsSomethingElse) {
        this.before = before;
        this.after = after;
        this.contents = contents;
        this.getsSomethingElse = getsSomethingElse;
    }

    /** Returns the example that the region has where none is found. */
    UpdateQuery of(ChangedRegion region) {
        UpdateQuery example = region.example();
        AskedUrl url = AskedUrl.of(example).orElse(null);
        if (url == null || getsSomethingElse.test(example)) {
            return example;
        }
        return Stream.concat(builds(region.after(), after), builds(region.before(), before))
                .flatMap(blob -> asked(url, blob).stream())
                .map(asked -> asked.read().query())
                .filter(client -> region.isOf(client, before.ruleSet(), after.ruleSet()))
                .filter(getsSomethingElse)
                .findFirst()
                .orElse(example);
    }

    private Stream<AppBlob> builds(@Nullable Rule rule, Tables tables) {
        return rule == null
                ? Stream.empty()
                : Stream.of(rule.mapping(), rule.fallbackMapping())
                        .filter(Objects::nonNull)
                        .map(name -> blob(name, tables))
                        .filter(Objects::nonNull);
    }

    private @Nullable AppBlob blob(ReleaseName name, Tables tables) {
        Release release = tables.releases().get(name);
        return release != null && contents.blob(release.content()) instanceof AppBlob blob ? blob : null;
    }

    /** Returns clients for whom there are builds, of the version at hand and of older ones. */
    private static List<AskedUrl> asked(AskedUrl url, AppBlob blob) {
        List<String> versions = new ArrayList<>(url.part(Part.VERSION).stream().toList());
        if (blob.version() != null) {
            versions.addAll(Boundaries.of(RuleField.VERSION, "<" + blob.version()));
        }
        List<AskedUrl> asked = new ArrayList<>();
        blob.builds().forEach((target, locales) -> {
            List<String> tried = Stream.concat(
                            url.part(Part.LOCALE).stream().filter(locales::contains),
                            locales.stream().limit(MOST_BUILDS))
                    .toList();
            for (String locale : tried) {
                versions.forEach(version -> asked.add(url.with(Part.BUILD_TARGET, target)
                        .with(Part.LOCALE, locale)
                        .with(Part.VERSION, version)));
            }
        });
        return asked;
    }
}
