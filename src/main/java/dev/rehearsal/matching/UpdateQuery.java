package dev.rehearsal.matching;

import org.jspecify.annotations.Nullable;

/**
 * An update query holds what a client says about itself when it asks for an update.
 *
 * <p>Absent and empty differ: a field is null when this form of URL does not carry it or its content could not be read.
 *
 * @param urlVersion the number after {@code /update/}; 0 where there is none, as for JSON
 * @param osVersion empty where the URL does not carry it
 * @param instructionSet empty where the URL does not carry it, null where it could not be read
 * @param memory megabytes
 * @param distribution empty where the URL does not carry it
 * @param distVersion null where the URL does not carry it: then only rules without one match
 * @param headerArchitecture {@code PPC} or {@code Intel}; null for JSON
 * @param pin the {@code X.} or {@code X.Y.} ceiling as the client sent it
 */
public record UpdateQuery(
        int urlVersion,
        String product,
        String version,
        @Nullable String buildId,
        String buildTarget,
        @Nullable String locale,
        String channel,
        String osVersion,
        @Nullable String instructionSet,
        @Nullable Integer memory,
        @Nullable Boolean jaws,
        @Nullable Boolean mig64,
        String distribution,
        @Nullable String distVersion,
        @Nullable String headerArchitecture,
        Force force,
        @Nullable String pin) {

    private static final String PARTNER_MARK = "-cck-";

    /** The side of a rule's background rate that a client asks for. */
    public enum Force {
        NONE,
        MAIN,
        FALLBACK
    }

    /** The channel without a partner's suffix: {@code release} for {@code release-cck-acme}. */
    public String fallbackChannel() {
        return fallbackOf(channel);
    }

    /** The part of a channel before the first {@code -cck-}; the channel itself where there is none. */
    public static String fallbackOf(String channel) {
        int mark = channel.indexOf(PARTNER_MARK);
        return mark < 0 ? channel : channel.substring(0, mark);
    }

    public UpdateQuery withChannel(String other) {
        return with(urlVersion, product, buildTarget, locale, other, headerArchitecture, force);
    }

    public UpdateQuery withProduct(String other) {
        return with(urlVersion, other, buildTarget, locale, channel, headerArchitecture, force);
    }

    /** Returns what the same client asks on another platform, in another locale. */
    public UpdateQuery withBuild(String otherTarget, @Nullable String otherLocale) {
        return with(urlVersion, product, otherTarget, otherLocale, channel, headerArchitecture, force);
    }

    public UpdateQuery withForce(Force other) {
        return with(urlVersion, product, buildTarget, locale, channel, headerArchitecture, other);
    }

    /** Returns what it says whatever the form of its URL, and without what came in a header. */
    public UpdateQuery withoutForm() {
        return with(0, product, buildTarget, locale, channel, null, force);
    }

    private UpdateQuery with(
            int ofForm,
            String ofProduct,
            String onTarget,
            @Nullable String inLocale,
            String onChannel,
            @Nullable String architecture,
            Force side) {
        return new UpdateQuery(
                ofForm,
                ofProduct,
                version,
                buildId,
                onTarget,
                inLocale,
                onChannel,
                osVersion,
                instructionSet,
                memory,
                jaws,
                mig64,
                distribution,
                distVersion,
                architecture,
                side,
                pin);
    }
}
