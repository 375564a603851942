/** Stores the rows of the enactment, such as what went live by break-glass. */
@NullMarked
package dev.rehearsal.enactment.store;

import org.jspecify.annotations.NullMarked;
