package dev.rehearsal.access;

import dev.rehearsal.access.store.TokenStore;
import dev.rehearsal.ledger.Actor;
import dev.rehearsal.ledger.Write;
import dev.rehearsal.problem.RefusedException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows the token with which somebody asks for another, and what such a token may make. */
@Component
class MakerTokens {

    /** How many tokens that were made with one token are good at once. */
    static final int MOST_MADE = 10;

    private final TokenStore store;
    private final SignedIn signedIn;

    MakerTokens(TokenStore store, SignedIn signedIn) {
        this.store = store;
        this.signedIn = signedIn;
    }

    /**
     * Returns the token that asks for another; null where a person does who has signed in, or the configuration's token.
     *
     * @throws RefusedException unless it may make this one
     */
    @Nullable
    ApiToken check(Write write, Actor by, String person, TokenScope scope) {
        Credential asking =
                signedIn.credentialOf(by).filter(Credential::isOfApi).orElse(null);
        if (asking == null) {
            return null;
        }
        if (!asking.isMintedToken()) {
            throw RefusedException.forbidden(
                    "a token of the issuer makes none that would outlive it: sign in to the screens to make one");
        }
        if (!by.name().equals(person)) {
            throw RefusedException.forbidden("an API token makes tokens for its own person only: sign in to the screens"
                    + " to make one for " + person);
        }
        ApiToken maker = store.find(asking.id()).orElseThrow();
        if (maker.isRevoked() || maker.isExpired(write.at())) {
            throw RefusedException.forbidden("the API token that asks for another is not good any more");
        }
        refuseUnlessMayMake(maker, scope, write.at());
        return maker;
    }

    private void refuseUnlessMayMake(ApiToken maker, TokenScope scope, Instant now) {
        if (maker.scope() == TokenScope.READ && scope != TokenScope.READ) {
            throw RefusedException.forbidden("an API token for reading makes none for writing");
        }
        if (maker.mintedWith() != null) {
            throw RefusedException.forbidden(
                    "an API token that another one made makes none itself: sign in to the screens to make one");
        }
        if (store.countMade(maker.id(), now) >= MOST_MADE) {
            throw RefusedException.forbidden(
                    "this API token has made %d that are still good: revoke some of them first".formatted(MOST_MADE));
        }
    }
}
