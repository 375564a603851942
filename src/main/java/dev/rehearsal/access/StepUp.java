package dev.rehearsal.access;

import dev.rehearsal.ledger.Actor;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks whoever signs, or passes over a gate, to have proved lately who they are; for nothing unless it is set. */
@Component
public class StepUp {

    private final StepUpPolicy policy;
    private final SignedIn signedIn;

    public StepUp(OidcOptions options, SignedIn signedIn) {
        this.policy = options.stepUpPolicy();
        this.signedIn = signedIn;
    }

    public boolean isOn() {
        return policy.isOn();
    }

    /**
     * Refuses unless the issuer's word on this person is enough.
     *
     * @param digests of all that they are about to sign
     * @throws StepUpRequiredException unless it is
     */
    public void require(Actor by, Collection<String> digests, Instant now) {
        if (!policy.isMetBy(signedIn.evidenceOf(by), digests, now)) {
            throw new StepUpRequiredException(policy, digests);
        }
    }

    /**
     * Begins a round trip to the issuer for exactly this.
     *
     * @param back the path of the page to come back to, with its leading slash
     * @return where the browser goes; empty where the session was not begun by the issuer
     */
    public Optional<String> begin(StepUpRequiredException required, String back) {
        return signedIn.issuerSession()
                .map(session -> session.wish(required.digests(), back))
                .map(wish -> SignIn.ISSUER.substring(1) + "?" + SignIn.WISH + "=" + wish.id());
    }
}
