/**
 * Asks saved update queries, which have answers that they must get, of what is live and of what is staged, before
 * anybody vouches for it; and finds besides what a queue changes for clients that nobody thought of.
 */
@NullMarked
package dev.rehearsal.probe;

import org.jspecify.annotations.NullMarked;
