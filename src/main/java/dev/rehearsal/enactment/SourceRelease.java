package dev.rehearsal.enactment;

import dev.rehearsal.blob.Release;

/**
 * A release of a followed source, whose contents are stored here.
 *
 * @param secondApi whether Balrog's second API made it, and so keeps a data version for each part
 */
public record SourceRelease(Release row, boolean secondApi) {}
