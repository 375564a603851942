package dev.rehearsal.blob;

/** One stored part of a release's blob; each part has a data version of its own (a Balrog fact). */
public record ReleasePart(String path, ContentHash hash, int dataVersion) {}
