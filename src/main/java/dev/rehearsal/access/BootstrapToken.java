package dev.rehearsal.access;

import dev.rehearsal.ledger.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The one token that comes from the configuration, for the first steps: it belongs to the person {@code bootstrap}, who
 * has every permission.
 *
 * @param bootstrapToken 20 characters or more; empty for none
 */
@ConfigurationProperties("rehearsal")
public record BootstrapToken(@DefaultValue("") String bootstrapToken) {

    private static final int SHORTEST = 20;
    private static final Actor BOOTSTRAP = new Actor("bootstrap");

    public BootstrapToken {
        if (!bootstrapToken.isEmpty() && bootstrapToken.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "rehearsal.bootstrap-token must be at least " + SHORTEST + " characters long");
        }
    }

    /** Whose token this is; compares in constant time. */
    Optional<Actor> holderOf(@Nullable String token) {
        if (token == null || bootstrapToken.isEmpty()) {
            return Optional.empty();
        }
        boolean same = MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), bootstrapToken.getBytes(StandardCharsets.UTF_8));
        return same ? Optional.of(BOOTSTRAP) : Optional.empty();
    }

    Optional<Actor> holder() {
        return bootstrapToken.isEmpty() ? Optional.empty() : Optional.of(BOOTSTRAP);
    }

    /** Whether this is the person to whom a configured token belongs. */
    boolean isHolder(Actor actor) {
        return !bootstrapToken.isEmpty() && actor.equals(BOOTSTRAP);
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return bootstrapToken.isEmpty() ? "no bootstrap token" : "a bootstrap token";
    }
}
