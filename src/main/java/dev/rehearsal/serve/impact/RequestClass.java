package dev.rehearsal.serve.impact;

import dev.rehearsal.matching.UpdateQuery;

/**
 * Requests that say the same about their clients.
 *
 * @param query forces no side of a background rate
 * @param requests how many of the sample ask so; at least 1
 */
public record RequestClass(UpdateQuery query, long requests) {}
