package dev.rehearsal.blob;

import dev.rehearsal.blob.Offer.Nothing;
import dev.rehearsal.blob.Offer.Nothing.Why;
import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.MozillaVersion;
import dev.rehearsal.matching.PinCeiling;
import dev.rehearsal.matching.ReleaseName;
import dev.rehearsal.matching.UnanswerableException;
import dev.rehearsal.matching.UpdateQuery;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A release of an application such as Firefox: schemas 1 to 9.
 *
 * <p>The schemas differ in what the update line says ({@link UpdateLine}) and in how the URL of a file is found
 * ({@link FileUrls}); all else is shared.
 */
public final class AppBlob extends XmlBlob {

    private final @Nullable String hashFunction;
    private final Versions versions;
    private final Platforms platforms;
    private final UpdateLine updateLine;
    private final FileUrls urls;

    /** @param hashFunction null where the blob names none; then none of its files can be served */
    AppBlob(
            String name,
            @Nullable String hashFunction,
            Versions versions,
            Platforms platforms,
            UpdateLine updateLine,
            FileUrls urls,
            int weight) {
        super(name, weight);
        this.hashFunction = hashFunction;
        this.versions = versions;
        this.platforms = platforms;
        this.updateLine = updateLine;
        this.urls = urls;
    }

    @Override
    public Offer offerTo(UpdateQuery query) {
        String locale = query.locale();
        String queryBuildId = query.buildId();
        if (locale == null || queryBuildId == null) {
            return new Nothing(Why.QUERY_TOO_SHORT);
        }
        LocaleBuild build = platforms.findBuild(query.buildTarget(), locale);
        AppVersion version = (build == null ? versions : build.versions()).application();
        if (version == null || version.text().isEmpty()) {
            return new Nothing(Why.NO_VERSION);
        }
        MozillaVersion released = version.parsedOrThrow();
        MozillaVersion running = MozillaVersion.parse(query.version());
        if (running.compareTo(released) > 0) {
            return new Nothing(Why.OLDER_VERSION, version.text(), query.version());
        }
        if (released.isSameAs(running)) {
            BuildId buildId = platforms.buildId(query.buildTarget(), locale);
            if (buildId.numeric()) {
                throw new UnanswerableException("The release's buildID " + buildId.text() + " is a number, not text.");
            }
            if (queryBuildId.compareTo(buildId.text()) >= 0) {
                return new Nothing(Why.NO_NEWER_BUILD, buildId.text(), queryBuildId);
            }
        }
        if (!platforms.areGiven()) {
            throw new UnanswerableException("The release has a version, but no platforms.");
        }
        if (platforms.find(query.buildTarget()) == null) {
            return new Nothing(Why.NO_SUCH_PLATFORM, "", query.buildTarget());
        }
        String pin = query.pin();
        if (pin != null && PinCeiling.parse(pin).isExceededBy(released)) {
            return new Offer.BeyondPin(version.text(), pin);
        }
        return Offer.Update.NEWER;
    }

    @Override
    void appendHeader(StringBuilder out, Rendering rendering) {
        UpdateQuery query = rendering.query();
        String locale = localeOf(query);
        BuildId buildId = platforms.buildId(query.buildTarget(), locale);
        updateLine.append(out, rendering, locale, platforms.build(query.buildTarget(), locale), buildId.text());
    }

    @Override
    void appendParts(StringBuilder out, Rendering rendering) {
        UpdateQuery query = rendering.query();
        String locale = localeOf(query);
        Platform.Content content = platforms.content(query.buildTarget());
        LocaleBuild build = content.locales().get(locale);
        if (build == null) {
            throw new BadQueryException("Can't find locale '%s' in '%s' " + locale + " " + query.buildTarget());
        }
        PatchLines lines =
                new PatchLines(out, rendering, hashFunction, urls, platforms.get(query.buildTarget()), content, locale);
        lines.appendFirst(Patch.Kind.COMPLETE, build.completes());
        lines.appendFirst(Patch.Kind.PARTIAL, build.partials());
        if (lines.onlyBroken()) {
            throw new UnanswerableException("None of the files for " + locale + " can be served.");
        }
    }

    @Override
    void appendFooter(StringBuilder out, Rendering rendering) {
        out.append("    </update>");
    }

    Platforms platforms() {
        return platforms;
    }

    @Override
    public Set<ReleaseName> references() {
        return partialSources();
    }

    /** The releases that this one's files update from. */
    public Set<ReleaseName> partialSources() {
        return PartialSources.of(platforms);
    }

    /** The platforms that it is built for, aliases included, each with its locales. */
    public SortedMap<String, SortedSet<String>> builds() {
        SortedMap<String, SortedSet<String>> builds = new TreeMap<>();
        platforms.byName().forEach((name, platform) -> {
            if (platform.content() != null) {
                builds.put(name, new TreeSet<>(platform.content().locales().keySet()));
            }
        });
        return builds;
    }

    /** The version of the release as a whole; null where only locales have one, or where it is no version. */
    public @Nullable MozillaVersion version() {
        AppVersion version = versions.application();
        return version == null ? null : version.parsed();
    }

    /** The version of the release as a whole, as it is written; null where only locales have one. */
    public @Nullable String versionText() {
        AppVersion version = versions.application();
        return version == null ? null : version.text();
    }

    /**
     * Returns the versions of what a platform gets in a locale, or of some other build where it has none for these.
     *
     * @return empty for a release without any build, which is no update for anybody, and for one without a version
     */
    public Optional<ReleaseVersion> versionFor(String buildTarget, String locale) {
        LocaleBuild wanted = platforms.findBuild(buildTarget, locale);
        LocaleBuild build = wanted != null
                ? wanted
                : platforms
                        .contents()
                        .flatMap(Platform.Content::builds)
                        .findFirst()
                        .orElse(null);
        String compared = build == null ? null : build.versions().applicationText();
        if (build == null || compared == null) {
            return Optional.empty();
        }
        String shown = build.versions().shown();
        return Optional.of(new ReleaseVersion(compared, shown == null ? compared : shown));
    }

    /** The platforms that it has something for, by any name that clients send. */
    public Set<String> buildTargets() {
        return platforms.byName().keySet();
    }

    /** The locales that it has for a platform. */
    public Set<String> localesOn(String buildTarget) {
        Platform platform = platforms.find(buildTarget);
        return platform == null || platform.content() == null
                ? Set.of()
                : platform.content().locales().keySet();
    }

    /** The files that have no URL on this channel, so that clients on it are not offered them. */
    public Set<FileWithoutUrl> filesWithoutUrl(String channel) {
        return ChannelFiles.of(channel, platforms, urls).withoutUrl();
    }

    @Override
    public Set<ClientFile> filesOn(String channel) {
        return hashFunction == null
                ? Set.of()
                : ChannelFiles.of(channel, platforms, urls).offered();
    }

    @Override
    public Stream<String> urlsOn(String channel) {
        return ChannelFiles.of(channel, platforms, urls).fileUrls();
    }

    @Override
    public Stream<String> fileUrls() {
        return Stream.concat(
                urls.templates().map(Template::source),
                platforms.contents().flatMap(Platform.Content::builds).flatMap(LocaleBuild::fileUrls));
    }

    private static String localeOf(UpdateQuery query) {
        String locale = query.locale();
        if (locale == null) {
            throw new UnanswerableException("An application release cannot be rendered without a locale.");
        }
        return locale;
    }
}
