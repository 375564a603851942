package dev.rehearsal.probe.comparison;

/** Tells what came of one request, and how often clients made it. */
public record Finding(Counted counted, Verdict verdict) {}
