package dev.rehearsal.access;

import dev.rehearsal.access.store.TokenStore;
import dev.rehearsal.ledger.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Recognises those who present a token. */
@Component
class BearerTokens {

    private final TokenStore store;
    private final People people;
    private final BootstrapToken bootstrap;
    private final Clock clock;

    BearerTokens(TokenStore store, People people, BootstrapToken bootstrap, Clock clock) {
        this.store = store;
        this.people = people;
        this.bootstrap = bootstrap;
        this.clock = clock;
    }

    /** Returns who it is that presents this text. */
    Bearer recognise(String secret) {
        if (bootstrap.holderOf(secret).orElse(null) instanceof Actor holder) {
            return new Bearer.Known(
                    holder, TokenScope.WRITE, "bootstrap", Credential.configured(Credential.Kind.TOKEN, holder));
        }
        String hash = TokenText.hash(secret);
        TokenStore.Hashed found = store.byHash(hash).orElse(null);
        if (found == null || !same(found.hash(), hash)) {
            return new Bearer.Rejected("This API token is not known here.");
        }
        ApiToken token = found.token();
        Actor actor = new Actor(token.person());
        if (!people.find(actor).id().equals(token.personId())) {
            return new Bearer.Rejected("This API token was revoked when the last permission of " + actor
                    + " went: it does not pass to whoever has that name now.");
        }
        if (token.isRevoked()) {
            return new Bearer.Rejected("This API token was revoked.");
        }
        if (token.isExpired(clock.instant())) {
            return new Bearer.Rejected("This API token has expired: make another one.");
        }
        return new Bearer.Known(actor, token.scope(), "token " + token.id(), token.credential());
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
