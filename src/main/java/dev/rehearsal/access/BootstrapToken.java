package dev.rehearsal.access;

import dev.rehearsal.ledger.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The one token that comes from the configuration, for the first steps: it belongs to the person {@code bootstrap}, who
 * has every permission.
 *
 * @param bootstrapToken 20 characters or more; empty for none
 * @param bootstrapTokenFile the file whose first line is the token instead; empty for none
 */
@ConfigurationProperties("rehearsal")
public record BootstrapToken(
        @DefaultValue("") String bootstrapToken,
        @DefaultValue("") String bootstrapTokenFile) {

    private static final int SHORTEST = 20;
    private static final Actor BOOTSTRAP = new Actor("bootstrap");

    @ConstructorBinding
    public BootstrapToken {
        if (!bootstrapTokenFile.isEmpty()) {
            bootstrapToken = firstLine(Path.of(bootstrapTokenFile));
        }
        if (!bootstrapToken.isEmpty() && bootstrapToken.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "rehearsal.bootstrap-token must be at least " + SHORTEST + " characters long");
        }
    }

    /** Makes one that stands in the configuration itself. */
    public BootstrapToken(String bootstrapToken) {
        this(bootstrapToken, "");
    }

    static String firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whose token this is; compares in constant time. */
    Optional<Actor> holderOf(@Nullable String token) {
        if (token == null || !isSet()) {
            return Optional.empty();
        }
        boolean same = MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), bootstrapToken.getBytes(StandardCharsets.UTF_8));
        return same ? Optional.of(BOOTSTRAP) : Optional.empty();
    }

    Optional<Actor> holder() {
        return isSet() ? Optional.of(BOOTSTRAP) : Optional.empty();
    }

    /** Whether this is the person to whom a configured token belongs. */
    boolean isHolder(Actor actor) {
        return isSet() && actor.equals(BOOTSTRAP);
    }

    /** Whether there is one. */
    public boolean isSet() {
        return !bootstrapToken.isEmpty();
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return isSet() ? "a bootstrap token" : "no bootstrap token";
    }
}
