/**
 * Measures which share of what clients ask gets something else once a set, a part of the queue, or all that a test
 * channel shows is live: on samples of requests, and said for people.
 */
@NullMarked
package dev.rehearsal.insight.impact;

import org.jspecify.annotations.NullMarked;
