/**
 * Judges what guard rails find of a step: on both states as they are, in the background, never under the write lock.
 */
@NullMarked
package dev.rehearsal.enactment.rail;

import org.jspecify.annotations.NullMarked;
