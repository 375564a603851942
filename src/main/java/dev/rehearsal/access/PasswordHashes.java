package dev.rehearsal.access;

import dev.rehearsal.problem.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes the hashes of passwords that are good enough, and compares. */
@Component
final class PasswordHashes {

    /** Stands for a password that nobody has: checking a name that there is not takes as long as any other. */
    private static final String OF_NOBODY = "{bcrypt}$2a$%02d$IR44zPiapn6zcWcakvYPU.YR42wkH41uhTU27Dl3xyr8L4N1PvFQa";

    /** Is compared in place of what cannot be a password: of an empty one the encoder says at once that it is wrong. */
    private static final String ANY = "any";

    private static final Pattern COST = Pattern.compile("\\{bcrypt}\\$2[aby]\\$(\\d\\d)\\$");

    private final PasswordStrength strength = new PasswordStrength();
    private final PasswordEncoder encoder;
    private final int cost;

    /** @param cost of bcrypt: one more makes each check, and each guess, take twice as long */
    PasswordHashes(@Value("${rehearsal.passwords.cost:11}") int cost) {
        this.encoder = new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(cost)));
        this.cost = cost;
    }

    /** @throws RefusedException if the password is too short, too long, or easily guessed for this person */
    PasswordHash make(String password, String person) {
        if (password.codePointCount(0, password.length()) < Accounts.SHORTEST_PASSWORD) {
            throw RefusedException.invalid(
                    "password", "must have at least %d characters".formatted(Accounts.SHORTEST_PASSWORD));
        }
        if (!fits(password)) {
            throw RefusedException.invalid(
                    "password", "may have at most %d bytes".formatted(Accounts.LONGEST_PASSWORD));
        }
        strength.refuseWeak(password, person);
        return new PasswordHash(Objects.requireNonNull(encoder.encode(password)));
    }

    /**
     * Tells whether this is the hash of the password; it takes as long where there is none, and for what is longer than a
     * password can be.
     */
    boolean areSame(String password, @Nullable PasswordHash hash) {
        String text = hash == null ? OF_NOBODY.formatted(cost) : hash.text();
        boolean fits = fits(password);
        boolean same = encoder.matches(fits ? password : ANY, text);
        inVain(costOf(text)).forEach(each -> encoder.matches(ANY, OF_NOBODY.formatted(each)));
        return same && fits && hash != null;
    }

    /**
     * Returns what else is compared with a hash that cost less, from before the option was raised: together they take as long
     * as one comparison does now. A hash that cost more takes longer than a name that there is not.
     */
    IntStream inVain(int known) {
        return IntStream.range(known, cost);
    }

    private int costOf(String hash) {
        Matcher found = COST.matcher(hash);
        return found.lookingAt() ? Integer.parseInt(found.group(1)) : cost;
    }

    private static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= Accounts.LONGEST_PASSWORD;
    }
}
