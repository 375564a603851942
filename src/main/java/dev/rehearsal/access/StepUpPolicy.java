package dev.rehearsal.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether somebody was authenticated well enough, and lately enough, for what they are about to sign: by what the
 * issuer says of that, never by when it was heard here.
 *
 * @param acrValues classes of authentication of which one is enough, the most wished for first; none for any
 * @param maxAge how long ago it may be; null for however long
 */
public record StepUpPolicy(List<String> acrValues, @Nullable Duration maxAge) {

    /** How far the clock of the issuer may be ahead. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    public StepUpPolicy {
        acrValues = List.copyOf(acrValues);
    }

    /** The evidence that there is of an issuer's word. */
    public sealed interface Evidence {}

    /** Stands for a password, or a token that was made here: no issuer says how its person was authenticated. */
    public record NoEvidence() implements Evidence {}

    /** A token that comes with the request, which itself says what it is about. */
    public record OfToken(Assurance assurance) implements Evidence {}

    /** @param proofs by the digest that each was given for */
    public record OfSession(Map<String, Assurance> proofs) implements Evidence {}

    /** Whether anything is asked for. */
    public boolean isOn() {
        return !acrValues.isEmpty() || maxAge != null;
    }

    /** Whether this is enough for all that has these digests. */
    public boolean isMetBy(Evidence evidence, Collection<String> digests, Instant now) {
        return !isOn() || digests.stream().allMatch(digest -> isEnough(assurance(evidence, digest), now));
    }

    private static @Nullable Assurance assurance(Evidence evidence, String digest) {
        return switch (evidence) {
            case NoEvidence() -> null;
            case OfToken(var assurance) -> assurance;
            case OfSession(var proofs) -> proofs.get(digest);
        };
    }

    /** Whether somebody who was authenticated like this needs no further step. */
    public boolean isEnough(@Nullable Assurance assurance, Instant now) {
        return assurance != null && isOfClass(assurance.acr()) && isLately(assurance.authTime(), now);
    }

    private boolean isOfClass(@Nullable String acr) {
        return acrValues.isEmpty() || acr != null && acrValues.contains(acr);
    }

    private boolean isLately(@Nullable Instant authTime, Instant now) {
        return maxAge == null
                || authTime != null
                        && !authTime.isAfter(now.plus(SKEW))
                        && !authTime.plus(maxAge).isBefore(now);
    }
}
