package dev.rehearsal.staging;

/**
 * A lens says which kinds of members of a fingerprint are looked at: all, or all but those that an installation exempts
 * from signoffs.
 *
 * @param pins pins, and releases that only pins lead to
 * @param superblobParts releases that only superblobs lead to by name
 * @param partialSources the buildIDs of releases that partial updates start from
 */
public record Lens(boolean pins, boolean superblobParts, boolean partialSources) {

    public static final Lens EVERYTHING = new Lens(true, true, true);
}
