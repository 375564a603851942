package dev.rehearsal.blob;

/**
 * The version of a release twice.
 *
 * @param compared what clients compare with their own
 * @param shown what people read
 */
public record ReleaseVersion(String compared, String shown) {}
