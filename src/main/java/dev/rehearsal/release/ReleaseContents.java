package dev.rehearsal.release;

/**
 * Everything known of release contents by their hash. Contents never change, so neither do the answers.
 *
 * <p>Each method throws {@link IllegalStateException} for a content that was neither stored nor registered.
 */
public interface ReleaseContents extends BlobSource {

    Manifest manifest(ContentHash content);

    References references(ContentHash content);

    /** Makes known a content that is put together from stored parts but is not itself stored: that of a staged release. */
    ContentHash register(Manifest manifest);
}
