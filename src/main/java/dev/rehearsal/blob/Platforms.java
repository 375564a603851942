package dev.rehearsal.blob;

import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.UpdateQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The platforms of an application release, and Balrog's words for what is missing among them. */
final class Platforms {

    private final @Nullable Map<String, Platform> byName;
    private final List<Platform.Content> contents;

    /**
     * @param byName null where the blob has no such part, which Balrog tells from an empty one
     * @param contents what stands under each name, aliases included
     */
    Platforms(@Nullable Map<String, Platform> byName, Collection<Platform.Content> contents) {
        this.byName = byName;
        this.contents = List.copyOf(contents);
    }

    /** The ways in which a client relates to the release that a partial updates from. */
    enum SourceMatch {
        SAME,
        OTHER,
        /** The release says nothing about the client's platform or locale, where Balrog fails. */
        UNKNOWN
    }

    boolean areGiven() {
        return byName != null;
    }

    Map<String, Platform> byName() {
        return byName == null ? Map.of() : byName;
    }

    /** Returns what all names stand for, those of aliases included. */
    Stream<Platform.Content> contents() {
        return contents.stream();
    }

    @Nullable
    Platform find(String buildTarget) {
        return byName == null ? null : byName.get(buildTarget);
    }

    @Nullable
    LocaleBuild findBuild(String buildTarget, String locale) {
        Platform platform = find(buildTarget);
        return platform == null ? null : platform.build(locale);
    }

    Platform get(String buildTarget) {
        Platform platform = find(buildTarget);
        if (platform == null) {
            throw new BadQueryException("Can't find platform '%s' " + buildTarget);
        }
        return platform;
    }

    Platform.Content content(String buildTarget) {
        Platform platform = get(buildTarget);
        if (platform.content() == null) {
            throw new BadQueryException("Can't find platform '%s' " + platform.resolvedName());
        }
        return platform.content();
    }

    LocaleBuild build(String buildTarget, String locale) {
        Platform platform = get(buildTarget);
        LocaleBuild build = platform.build(locale);
        if (build == null) {
            throw new BadQueryException(
                    "No such locale '" + locale + "' in platform '" + platform.resolvedName() + "'");
        }
        return build;
    }

    BuildId buildId(String buildTarget, String locale) {
        BuildId buildId = build(buildTarget, locale).buildId();
        if (buildId == null) {
            throw new BadQueryException(
                    "No buildID for platform '" + get(buildTarget).resolvedName() + "'");
        }
        return buildId;
    }

    /**
     * Whether the client runs this very release, so that a partial from it fits.
     *
     * @param served platform names that are served what the query's platform is
     */
    SourceMatch areRunBy(UpdateQuery query, Set<String> served) {
        if (byName == null) {
            return SourceMatch.UNKNOWN;
        }
        boolean anyKnown = false;
        if (byName.containsKey(query.buildTarget())) {
            SourceMatch own = compare(query.buildTarget(), query);
            if (own != SourceMatch.OTHER) {
                return own;
            }
            anyKnown = true;
        }
        boolean anyUnknown = false;
        boolean fewer = served.size() <= byName.size();
        for (String sibling : fewer ? served : byName.keySet()) {
            if (!sibling.equals(query.buildTarget())
                    && (fewer ? byName.containsKey(sibling) : served.contains(sibling))) {
                SourceMatch match = compare(sibling, query);
                if (match == SourceMatch.SAME) {
                    return match;
                }
                anyKnown |= match == SourceMatch.OTHER;
                anyUnknown |= match == SourceMatch.UNKNOWN;
            }
        }
        return anyUnknown && !anyKnown ? SourceMatch.UNKNOWN : SourceMatch.OTHER;
    }

    private SourceMatch compare(String platform, UpdateQuery query) {
        LocaleBuild build = query.locale() == null ? null : findBuild(platform, query.locale());
        if (build == null || build.buildId() == null) {
            return SourceMatch.UNKNOWN;
        }
        boolean same = query.buildId() != null && build.buildId().isOf(query.buildId());
        return same ? SourceMatch.SAME : SourceMatch.OTHER;
    }
}
