package dev.rehearsal.live;

import dev.rehearsal.matching.ReleaseName;

/** @param version {@code X.} or {@code X.Y.}: clients pinned to it get at most the release that it names */
public record Pin(String product, String channel, String version, ReleaseName mapping, int dataVersion) {}
