package dev.rehearsal.blob;

import dev.rehearsal.problem.Problem;
import java.util.List;

/**
 * Knows all about release contents by their hash. Contents never change, so neither do the answers.
 *
 * <p>Each method throws {@link IllegalStateException} for a content that was neither stored nor registered.
 */
public interface ReleaseContents extends BlobSource {

    Manifest manifest(ContentHash content);

    References references(ContentHash content);

    /**
     * Returns what is wrong with a content that is put together from parts which are right on their own; empty if it is a
     * valid release. Until this was empty once, {@link #references} and {@link #blob} may not be asked for such a content.
     */
    List<Problem> problems(ContentHash content);

    /** Returns all that is wrong with a content, what it is live or was accepted with included. */
    List<Problem> flaws(ContentHash content);

    /** Makes known a content that is put together from stored parts but is not itself stored: that of a staged release. */
    ContentHash register(Manifest manifest);
}
