package dev.rehearsal.approval;

import dev.rehearsal.staging.Fingerprint;

/** What verdicts are about: what one live channel answers for one product in the state with this fingerprint. */
public record TestedState(String product, String liveChannel, Fingerprint fingerprint) {}
