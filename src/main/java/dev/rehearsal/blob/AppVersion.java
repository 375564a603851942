package dev.rehearsal.blob;

import dev.rehearsal.matching.BadQueryException;
import dev.rehearsal.matching.MozillaVersion;
import org.jspecify.annotations.Nullable;

/**
 * The version that a release compares with a client's.
 *
 * @param parsed null where the text is no version; Balrog blames the client for that
 */
record AppVersion(String text, @Nullable MozillaVersion parsed) {

    static AppVersion of(String text) {
        return new AppVersion(text, MozillaVersion.tryParse(text));
    }

    /** @throws BadQueryException if the release's version is none */
    MozillaVersion parsedOrThrow() {
        return parsed == null ? MozillaVersion.parse(text) : parsed;
    }
}
