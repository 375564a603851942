/**
 * Saved update queries with the answers that they must get: asked of what is live and of what is staged, before anybody
 * vouches for it; and beside them, what a queue changes for clients that nobody thought of.
 */
@NullMarked
package dev.rehearsal.probe;

import org.jspecify.annotations.NullMarked;
