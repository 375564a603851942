/** Stores the rows of change sets, of their changes and of both histories. */
@NullMarked
package dev.rehearsal.change.store;

import org.jspecify.annotations.NullMarked;
