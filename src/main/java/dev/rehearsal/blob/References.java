package dev.rehearsal.blob;

import dev.rehearsal.matching.ReleaseName;
import java.util.Set;

/**
 * The references of one release's content name what an answer from it depends on besides.
 *
 * @param children releases that a superblob merges in by name
 * @param childProducts products whose rules a superblob evaluates
 * @param partialSources releases whose buildIDs decide which partial is offered
 * @param buildIds digest of every buildID that this content gives to others as a partial source
 */
public record References(
        Set<ReleaseName> children, Set<String> childProducts, Set<ReleaseName> partialSources, String buildIds) {

    private static final String NO_BUILDS = "";

    public static References of(Blob blob) {
        return switch (blob) {
            case SuperBlob superBlob ->
                new References(Set.copyOf(superBlob.blobs()), Set.copyOf(superBlob.products()), Set.of(), NO_BUILDS);
            case AppBlob app ->
                new References(
                        Set.of(),
                        Set.of(),
                        PartialSources.of(app.platforms()),
                        PartialSources.buildIds(app.platforms()).value());
            default -> new References(Set.of(), Set.of(), Set.of(), NO_BUILDS);
        };
    }
}
