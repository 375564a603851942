package dev.rehearsal.enactment;

import dev.rehearsal.approval.Signoff;
import dev.rehearsal.staging.Lens;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which an installation decides.
 *
 * @param authorMaySign whether people may sign and pass what they wrote themselves, as in Balrog
 * @param signed what asks for signoffs: everything, but for the kinds that are exempt
 * @param signoffsExpireAfter null where they do not
 */
public record DecisionRules(
        boolean authorMaySign, Lens signed, @Nullable Duration signoffsExpireAfter) {

    /** Signoffs do not expire. */
    public DecisionRules(boolean authorMaySign, Lens signed) {
        this(authorMaySign, signed, null);
    }

    /** Returns from when on a signoff does not count any more; the latest instant where it does not expire. */
    public Instant endOf(Signoff signoff) {
        return signoffsExpireAfter == null ? Instant.MAX : signoff.at().plus(signoffsExpireAfter);
    }

    boolean hasExpired(Signoff signoff, Instant now) {
        return !endOf(signoff).isAfter(now);
    }
}
