package dev.rehearsal.probe.comparison;

/** What came of one request and how often clients made it. */
public record Finding(Counted counted, Verdict verdict) {}
