package dev.rehearsal.insight.fingerprint;

import dev.rehearsal.staging.StateDifference;

/** @param sentence without a full stop, so that it can stand in a longer one */
public record Reason(StateDifference difference, String sentence) {}
