package dev.rehearsal.notice;

import java.time.Instant;

/**
 * A notice that was written.
 *
 * @param message what receivers know it by, however often they get it
 */
public record KeptNotice(long id, String message, Instant at, NewNotice told) {}
