package dev.rehearsal.monitor;

import java.util.Set;

/**
 * Somebody's verdict.
 *
 * @param state what their test channel answered
 * @param fingerprint that these answers carried
 * @param roles that the tester held at that time
 */
public record Judged(
        Pair pair, View state, String fingerprint, PersonId by, Set<String> roles, boolean pass, long id) {}
