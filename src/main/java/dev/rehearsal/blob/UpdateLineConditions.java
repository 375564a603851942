package dev.rehearsal.blob;

import dev.rehearsal.matching.BuildIdPattern;
import dev.rehearsal.matching.ChannelPattern;
import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.VersionPattern;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conditions under which a group of a schema 9 update line applies to a query: of each that is given, one value
 * must match.
 *
 * <p>Versions are compared as those of Mozilla products, whatever the product (a Balrog fact).
 */
record UpdateLineConditions(
        @Nullable List<ChannelPattern> channels,
        @Nullable Set<String> locales,
        @Nullable List<VersionPattern> versions,
        @Nullable List<BuildIdPattern> buildIds) {

    /** All are tried even where one fails, so that a value that cannot be compared always shows (a Balrog fact). */
    boolean admit(UpdateQuery query, String locale) {
        boolean versionAdmitted = admitVersion(query.version());
        boolean buildAdmitted = admitBuild(query.buildId());
        return versionAdmitted
                && buildAdmitted
                && admitChannel(query.channel(), query.fallbackChannel())
                && (locales == null || locales.contains(locale));
    }

    private boolean admitChannel(String channel, String fallbackChannel) {
        if (channels == null) {
            return true;
        }
        for (ChannelPattern pattern : channels) {
            if (pattern.matches(channel, fallbackChannel)) {
                return true;
            }
        }
        return false;
    }

    private boolean admitVersion(String version) {
        if (versions == null) {
            return true;
        }
        for (VersionPattern pattern : versions) {
            if (pattern.matches(version)) {
                return true;
            }
        }
        return false;
    }

    private boolean admitBuild(@Nullable String buildId) {
        if (buildIds == null) {
            return true;
        }
        for (BuildIdPattern pattern : buildIds) {
            if (buildId != null && pattern.matches(buildId)) {
                return true;
            }
        }
        return false;
    }
}
