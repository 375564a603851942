package dev.rehearsal.release;

import dev.rehearsal.matching.ReleaseName;
import java.util.Set;

/**
 * What an answer from one release's content also depends on.
 *
 * @param children releases that a superblob merges in by name
 * @param childProducts products whose rules a superblob evaluates
 * @param partialSources releases whose buildIDs decide which partial is offered
 * @param buildIds digest of every buildID that this content gives to others as a partial source
 */
public record References(
        Set<ReleaseName> children, Set<String> childProducts, Set<ReleaseName> partialSources, String buildIds) {}
