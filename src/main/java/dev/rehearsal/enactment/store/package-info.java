/** Rows of what went live untested, and why. */
@NullMarked
package dev.rehearsal.enactment.store;

import org.jspecify.annotations.NullMarked;
