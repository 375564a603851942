package dev.rehearsal.blob;

import org.jspecify.annotations.Nullable;

/**
 * The versions that a release or one of its locales carries; null for what it does not say.
 *
 * @param application the version that clients compare: {@code appVersion}, in schema 1 {@code extv}
 * @param shown what people read: {@code displayVersion}, in schema 1 {@code appv}
 * @param platform {@code platformVersion}, of Gecko
 */
record Versions(
        @Nullable AppVersion application,
        @Nullable String shown,
        @Nullable String platform) {

    /** This, with what it does not say taken from a release as a whole. */
    Versions or(Versions release) {
        return new Versions(
                application == null ? release.application : application,
                shown == null ? release.shown : shown,
                platform == null ? release.platform : platform);
    }

    @Nullable
    String applicationText() {
        return application == null ? null : application.text();
    }

    /** As Balrog prints what is not there; refused where it may not stand in an attribute. */
    static String safe(@Nullable String version) {
        return version == null ? "None" : AttributeText.safe(version);
    }
}
