package dev.rehearsal.blob;

import dev.rehearsal.matching.UpdateQuery;
import dev.rehearsal.matching.UpdateType;

/**
 * A rendering tells for whom and from what a release is rendered.
 *
 * @param query its channel is the one whose URLs and update line are shown: on a test channel the test channel's own
 * @param updateType from the rule that chose the release
 */
public record Rendering(UpdateQuery query, UpdateType updateType, ReleaseLookup releases, UrlPolicy urls) {}
