package dev.rehearsal.blob;

/** An offer tells whether a release is an update for who asks, and why. */
public sealed interface Offer {

    /** A sentence for a person who follows an evaluation. */
    String reason();

    /** The release is to be served. */
    enum Update implements Offer {
        /** It is newer than what the client runs. */
        NEWER("The release is newer than what the client runs."),
        /** It is no application: the client decides what to do with it. */
        ALWAYS("A release of this kind is always served; the client decides what to do with it.");

        private final String reason;

        Update(String reason) {
            this.reason = reason;
        }

        @Override
        public String reason() {
            return reason;
        }
    }

    /** The release would be served, but is beyond the version that the client is pinned to. */
    record BeyondPin(String releaseVersion, String pin) implements Offer {

        @Override
        public String reason() {
            return "Version " + releaseVersion + " is beyond the pin " + pin + " of the client.";
        }
    }

    /**
     * The release is no update for this client.
     *
     * @param inRelease what the release holds, where that decided
     * @param inQuery what the client said, where that decided
     */
    record Nothing(Why why, String inRelease, String inQuery) implements Offer {

        Nothing(Why why) {
            this(why, "", "");
        }

        /** The reasons for which a release is not served. */
        public enum Why {
            QUERY_TOO_SHORT,
            NO_VERSION,
            OLDER_VERSION,
            NO_NEWER_BUILD,
            NO_SUCH_PLATFORM,
            NO_NEWER_VERSION
        }

        @Override
        public String reason() {
            return switch (why) {
                case QUERY_TOO_SHORT -> "The query names no locale or no buildID, which this release needs.";
                case NO_VERSION -> "The release has no application version, so it is never served.";
                case OLDER_VERSION ->
                    "The client runs " + inQuery + ", which is newer than the release's " + inRelease + ".";
                case NO_NEWER_BUILD ->
                    "The version is the client's own, and its build " + inQuery + " is not older than the release's "
                            + inRelease + ".";
                case NO_SUCH_PLATFORM -> "The release has nothing for the platform " + inQuery + ".";
                case NO_NEWER_VERSION ->
                    "The client runs " + inQuery + ", which is not older than the release's " + inRelease + ".";
            };
        }
    }
}
