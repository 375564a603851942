package dev.rehearsal.access;

import dev.rehearsal.ledger.Actor;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The signed-in user: who looks at the screens, or calls the API, in this thread. */
@Component
public class SignedIn {

    /** @throws IllegalStateException where nobody is signed in, which no screen but the sign-in is ever shown to */
    public Actor actor() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Actor actor) {
            return actor;
        }
        throw new IllegalStateException("Nobody is signed in");
    }

    /** Returns what this person has shown to be let in; nothing where somebody else, or nobody, is signed in. */
    public Optional<Credential> credentialOf(Actor actor) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !actor.equals(authentication.getPrincipal())) {
            return Optional.empty();
        }
        return switch (authentication.getDetails()) {
            case Credential token -> Optional.of(token);
            case ScreenSession session -> Optional.of(session.credential());
            case null, default -> Optional.empty();
        };
    }

    /** Returns what there is of an issuer's word on how this person was authenticated. */
    StepUpPolicy.Evidence evidenceOf(Actor actor) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !actor.equals(authentication.getPrincipal())) {
            return new StepUpPolicy.NoEvidence();
        }
        return switch (authentication.getDetails()) {
            case Credential token when token.assurance() != null -> new StepUpPolicy.OfToken(token.assurance());
            case IssuerSession session -> new StepUpPolicy.OfSession(session.proofs());
            case null, default -> new StepUpPolicy.NoEvidence();
        };
    }

    /** Returns the session that the issuer began; empty for any other. */
    Optional<IssuerSession> issuerSession() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getDetails() instanceof IssuerSession session
                ? Optional.of(session)
                : Optional.empty();
    }
}
