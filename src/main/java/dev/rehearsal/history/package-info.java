/**
 * Reads the past: the state as of any time, the revisions of each object and how to go back to one, and one list of
 * everything that was ever written.
 */
@NullMarked
package dev.rehearsal.history;

import org.jspecify.annotations.NullMarked;
