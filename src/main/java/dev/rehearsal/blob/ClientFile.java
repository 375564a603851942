package dev.rehearsal.blob;

/**
 * Says who gets a file of a release.
 *
 * @param platform as clients name it
 * @param locale empty where it is for any
 * @param addon the plugin or add-on that it is of; empty where there is no such thing
 * @param isForAll whether it is for all of them; a partial one is only for those who run what it updates from
 */
public record ClientFile(String platform, String locale, String addon, boolean isForAll) {

    /** Returns what it is of, for people. */
    public String told() {
        return locale + addon;
    }
}
