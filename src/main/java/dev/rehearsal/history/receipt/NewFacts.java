package dev.rehearsal.history.receipt;

import dev.rehearsal.staging.ChangeSetId;
import java.time.Instant;

/**
 * The facts that belong to the moment of one enactment.
 *
 * @param predicate what the receipt will say, but for what the chain adds; JSON, as all three
 * @param enacted the rows that were written
 * @param signedItems what a signoff of the set signed
 * @param observed whether it is looked at again an hour and a day later
 * @param aboutPeople whether the signed items tell what somebody may do
 */
public record NewFacts(
        ChangeSetId set,
        Instant at,
        String predicate,
        String enacted,
        String signedItems,
        boolean observed,
        boolean aboutPeople) {}
