package dev.rehearsal.access;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import dev.rehearsal.problem.RefusedException;
import java.util.ArrayList;
import java.util.List;

/** Refuses passwords that are common, or made of what everybody can guess: words, names, rows of keys, repetitions, years. */
final class PasswordStrength {

    /** Guesses. At a hundred an hour it takes long; with a stolen hash, at a thousand a second, more than a day. */
    private static final double FEWEST_GUESSES = 1e8;

    private static final String PRODUCT = "rehearsal";
    private static final String BETWEEN_WORDS = "[^\\p{L}\\p{N}]+";

    private final Zxcvbn zxcvbn = new Zxcvbn();

    /** @throws RefusedException if few guesses would find it, by somebody who knows whose it is */
    void refuseWeak(String password, String person) {
        List<String> known = new ArrayList<>(List.of(PRODUCT, person));
        known.addAll(List.of(person.split(BETWEEN_WORDS)));
        known.removeIf(String::isEmpty);
        Strength strength = zxcvbn.measure(password, known);
        boolean weak = strength.getGuesses() < FEWEST_GUESSES;
        strength.wipe();
        if (weak) {
            throw RefusedException.invalid(
                    "password",
                    "is easy to guess: take some words that do not belong together, and no common password, name, row of"
                            + " keys or year");
        }
    }
}
