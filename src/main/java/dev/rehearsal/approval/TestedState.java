package dev.rehearsal.approval;

import dev.rehearsal.staging.Fingerprint;

/**
 * A tested state is what verdicts are about: what one live channel answers for one product in the state with this
 * fingerprint.
 */
public record TestedState(String product, String liveChannel, Fingerprint fingerprint) {}
