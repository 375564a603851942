package dev.rehearsal.enactment;

import dev.rehearsal.staging.Lens;

/**
 * How an installation decides.
 *
 * @param authorMaySign whether people may sign and pass what they wrote themselves, as in Balrog
 * @param signed what asks for signoffs: everything, but for the kinds that are exempt
 */
public record DecisionRules(boolean authorMaySign, Lens signed) {}
